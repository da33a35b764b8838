import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../api/types.js';
import { ButtonLink } from '../../frame/button-link.js';
import { When } from '../../words/when.js';

/** What became of an import that was undone, or thrown away before a draft was made of it. */
export function Undone({ row }: { row: ImportView }) {
  const { t } = useTranslation();
  const hadDrafts = row.complaints > 0;
  return (
    <section className="empty stack" aria-labelledby="import-undone">
      <h2 id="import-undone">{t(hadDrafts ? 'imports.undone.title' : 'imports.undone.discardedTitle')}</h2>
      <p>
        {t(hadDrafts ? 'imports.undone.text' : 'imports.undone.discardedText')}
        {hadDrafts && row.register && ` ${t('imports.undo.registerStays')}`}
      </p>
      <p className="quiet">
        {t('imports.undone.when')}: <When at={row.updatedAt} show="time" />
      </p>
      <div>
        <ButtonLink to="/imports">{t('imports.undone.again')}</ButtonLink>
      </div>
    </section>
  );
}
