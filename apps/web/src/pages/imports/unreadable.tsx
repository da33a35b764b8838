import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../api/types.js';
import { ButtonLink } from '../../frame/button-link.js';
import { UploadBox } from './upload-box.js';

/** A file that could not be read: why, what to do, and room for another file. */
export function Unreadable({ row }: { row: ImportView }) {
  const { t } = useTranslation();
  return (
    <div className="stack page-narrow">
      <section className="summary" role="alert" aria-labelledby="import-failed">
        <h2 id="import-failed">{t('imports.failed.title')}</h2>
        <p lang="en">{row.failure?.detail}</p>
        {row.headings.length > 0 && (
          <ButtonLink variant="default" to="/imports/$id" params={{ id: row.id }} search={{ step: 'columns' }}>
            {t('imports.checkReading')}
          </ButtonLink>
        )}
      </section>
      <section className="sheet stack" aria-labelledby="import-other">
        <h2 id="import-other">{t('imports.failed.otherFile')}</h2>
        <p>{t('imports.failed.otherFileText')}</p>
        <UploadBox registerAtFirst={row.register} />
      </section>
    </div>
  );
}
