import { useTranslation } from 'react-i18next';
import type { RightView } from '../../api/types.js';
import { tagOf } from '../../i18n/language.js';
import { languageName } from './codes.js';
import { Day } from './day.js';
import { PaperFile } from './document-fields.js';

/** Who owned the right, in the order of time; the last one owns it today. */
export function Owners({ owners }: { owners: RightView['owners'] }) {
  const { t } = useTranslation();
  return (
    <section className="sheet">
      <h2>{t('rights.owners')}</h2>
      {owners.length === 0 && <p className="quiet">{t('rights.noOwners')}</p>}
      <ol className="dotted stack-tight">
        {owners.map((owner, place) => (
          <li key={`${place} ${owner.owner}`}>
            <span className="break">{owner.owner}</span>{' '}
            <span className="quiet small">
              {owner.since !== null && (
                <>
                  {t('rights.since')} <Day on={owner.since} />
                </>
              )}
              {owner.recordedAs !== null && ` · ${t('rights.recorded', { number: owner.recordedAs })}`}
              {place === owners.length - 1 && ` · ${t('rights.ownerToday')}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The papers that prove the right, each with its file where it has one. */
export function Documents({ documents }: { documents: RightView['documents'] }) {
  const { t, i18n } = useTranslation();
  const tag = tagOf(i18n.language);
  return (
    <section className="sheet">
      <h2>{t('rights.documents')}</h2>
      {documents.length === 0 && <p className="quiet">{t('rights.noDocuments')}</p>}
      <ul className="plain-list stack">
        {documents.map(({ kind, title, language, fileId }, place) => (
          <li key={`${place} ${title}`} className="stack-tight">
            <div>
              <span className="break">{title}</span>{' '}
              <span className="quiet small">
                {t(`words.document.${kind}`)}
                {language !== null && ` · ${languageName(language, tag) ?? language}`}
              </span>
            </div>
            {fileId === null ? <p className="quiet small">{t('rights.noFile')}</p> : <PaperFile id={fileId} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
