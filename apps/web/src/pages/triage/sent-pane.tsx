import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ReplyDetail } from '../../api/types.js';
import { OutcomeMark, StatusMark } from '../../words/mark.js';

/** What the platform had been told: whether it asks for something it already has is seen here. */
export function SentPane({ reply: { complaint, notice } }: { reply: ReplyDetail }) {
  const { t } = useTranslation();
  return (
    <section className="sheet stack" aria-labelledby="sent-title">
      <h2 id="sent-title">{t('triage.sent')}</h2>
      {complaint === null && <p className="quiet">{t('triage.noSent')}</p>}
      {complaint !== null && (
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
          {notice === null ? (
            <p className="quiet">{t('triage.noNotice')}</p>
          ) : (
            <div>
              <p>
                <strong className="break">{notice.subject}</strong>
              </p>
              <pre className="raw" tabIndex={0} role="region" aria-label={t('triage.noticeText')}>
                {notice.text}
              </pre>
            </div>
          )}
        </>
      )}
    </section>
  );
}
