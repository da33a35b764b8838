import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { documentAddress } from '../../api/download.js';
import type { ComplaintView } from '../../api/types.js';
import { OutcomeMark, StatusMark } from '../../words/mark.js';
import { EvidenceLinks } from '../complaint/facts.js';
import { rightWords } from '../filing/right-words.js';

/** What the platform had been told: whether it asks for something it already has is seen here. */
export function SentPane({ complaint }: { complaint: ComplaintView | undefined }) {
  const { t } = useTranslation();
  return (
    <section className="sheet stack" aria-labelledby="sent-title">
      <h2 id="sent-title">{t('triage.sent')}</h2>
      {complaint === undefined ? <p className="quiet">{t('triage.noSent')}</p> : <Sent complaint={complaint} />}
    </section>
  );
}

function Sent({ complaint }: { complaint: ComplaintView }) {
  const { t } = useTranslation();
  const notice = complaint.attempts.findLast(({ documentId }) => documentId !== null)?.documentId;
  const statements = complaint.statements.map(({ kind }) => t(`words.statement.${kind}`));
  return (
    <>
      <div className="row">
        {t('triage.complaintOf')}
        <Link to="/complaints/$id" params={{ id: complaint.id }}>
          {complaint.reference}
        </Link>
        <StatusMark status={complaint.status} />
      </div>
      <ul className="plain-list stack-tight">
        {complaint.items.map((item) => (
          <li key={item.id} className="break">
            <OutcomeMark outcome={item.outcome} /> {item.title ?? item.url}
          </li>
        ))}
      </ul>
      <dl className="facts facts-narrow">
        <dt>{t('complaint.rightsHolder')}</dt>
        <dd>{complaint.rightsHolder}</dd>
        <dt>{t('complaint.rights')}</dt>
        <dd>
          <ul className="plain-list">
            {complaint.rights.map((right) => (
              <li key={right.id}>{rightWords(t, right)}</li>
            ))}
          </ul>
        </dd>
        <dt>{t('complaint.explanation')}</dt>
        <dd className="told">{complaint.explanation}</dd>
        <dt>{t('complaint.evidence')}</dt>
        <dd>
          {complaint.evidence.length === 0 ? t('filing.noEvidence') : <EvidenceLinks links={complaint.evidence} />}
        </dd>
        <dt>{t('complaint.statements')}</dt>
        <dd>{statements.join(', ') || t('triage.noStatements')}</dd>
      </dl>
      {notice === undefined || notice === null ? (
        <p className="quiet">{t('triage.noNotice')}</p>
      ) : (
        <a href={documentAddress(notice)} download>
          {t('complaint.sentBytes')}
        </a>
      )}
    </>
  );
}
