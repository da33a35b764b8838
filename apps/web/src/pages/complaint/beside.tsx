import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { documentAddress } from '../../api/download.js';
import type { ComplaintView, DeadlineView, ReplyView } from '../../api/types.js';
import { Mark } from '../../words/mark.js';
import type { Meaning } from '../../words/mark.js';
import { When } from '../../words/when.js';

/** Deadlines that run against us first: missing one looks like a failure of the platform and is not one. */
export function Deadlines({ deadlines }: { deadlines: readonly DeadlineView[] }) {
  const { t } = useTranslation();
  const sorted = [...deadlines].sort((a, b) => rank(a) - rank(b) || a.dueAt.localeCompare(b.dueAt));
  return (
    <section className="sheet">
      <h2>{t('complaint.deadlines')}</h2>
      {sorted.length === 0 && <p className="quiet">{t('complaint.noDeadlines')}</p>}
      <ul className="plain-list stack-tight">
        {sorted.map((deadline) => (
          <li key={deadline.id}>
            <div className="row">
              <strong>{t(`words.deadline.${deadline.kind}`)}</strong>
              <Mark meaning={meanings[deadline.state]} word={t(`words.deadlineState.${deadline.state}`)} />
            </div>
            <div>
              {t('complaint.due')} <When at={deadline.dueAt} show={deadline.state === 'open' ? 'both' : 'date'} />
            </div>
            <div className="quiet small">
              {t(`words.against.${deadline.runsAgainst}`)} · {deadline.hook}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const meanings: Record<DeadlineView['state'], Meaning> = {
  open: 'waiting',
  met: 'removed',
  missed: 'warn',
  cancelled: 'plain',
};

const rank = ({ state, runsAgainst }: DeadlineView): number =>
  (state === 'open' ? 0 : 2) + (runsAgainst === 'complainant' ? 0 : 1);

export function Replies({ replies }: { replies: readonly ReplyView[] }) {
  const { t } = useTranslation();
  return (
    <section className="sheet">
      <h2>{t('complaint.replies')}</h2>
      {replies.length === 0 && <p className="quiet">{t('complaint.noReplies')}</p>}
      <ul className="plain-list stack">
        {replies.map((reply) => (
          <li key={reply.id} className="stack-tight">
            <div className="row">
              <strong className="break">{reply.subject ?? t('complaint.noSubject')}</strong>
              <Mark
                meaning={reply.state === 'waiting' || reply.state === 'unmatched' ? 'warn' : 'plain'}
                word={t(`words.replyState.${reply.state}`)}
              />
            </div>
            <div className="quiet small break">
              {reply.sender !== null && `${t('complaint.from', { sender: reply.sender })} · `}
              <When at={reply.receivedAt} />
            </div>
            <p className="said" lang={reply.language ?? undefined}>
              {reply.text}
            </p>
            <div className="row">
              <a href={documentAddress(reply.documentId)} download>
                {t('complaint.rawMessage')}
              </a>
              {reply.state === 'waiting' && (
                <Link to="/triage" search={{ reply: reply.id }}>
                  {t('complaint.openTriage')}
                </Link>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What keeps a draft from being sent, each with the provision that asks for it. */
export function Missing({ complaint }: { complaint: ComplaintView }) {
  const { t } = useTranslation();
  if (complaint.missing.length === 0 || complaint.status !== 'draft') return null;
  return (
    <section className="sheet" style={{ marginBottom: 16 }}>
      <h2>{t('complaint.missing')}</h2>
      <p>{t('complaint.missingText')}</p>
      <ul className="dotted">
        {complaint.missing.map((element) => (
          <li key={`${element.element} ${element.pointer}`}>
            {element.detail} <span className="quiet small">({element.hook})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
