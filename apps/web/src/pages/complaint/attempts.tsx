import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { platformQuery } from '../../api/queries.js';
import { documentAddress } from '../../api/download.js';
import type { AttemptView, ComplaintView } from '../../api/types.js';
import { errorWords } from '../../words/coded.js';
import { AttemptMark } from '../../words/mark.js';
import { When } from '../../words/when.js';
import { ResolveAttempt } from './resolve-attempt.js';

/** Every try to deliver the notice, with its proof. */
export function Attempts({ complaint }: { complaint: ComplaintView }) {
  const { t } = useTranslation();
  return (
    <section className="sheet">
      <h2>{t('complaint.attempts')}</h2>
      {complaint.attempts.length === 0 && <p className="quiet">{t('complaint.noAttempts')}</p>}
      <ul className="plain-list stack">
        {complaint.attempts.map((attempt) => (
          <Attempt key={attempt.id} complaint={complaint} attempt={attempt} />
        ))}
      </ul>
    </section>
  );
}

const channelWords = (channel: string): 'words.channel.email' | 'words.channel.guided-form' =>
  channel === 'email' ? 'words.channel.email' : 'words.channel.guided-form';

function Attempt({ complaint, attempt }: { complaint: ComplaintView; attempt: AttemptView }) {
  const { t } = useTranslation();
  const [resolving, dialog] = useDisclosure(false);
  const waits = attempt.state === 'unknown' || attempt.state === 'needs-human';
  const at = attempt.finishedAt ?? attempt.startedAt ?? attempt.queuedAt;
  return (
    <li className="stack-tight">
      <div className="row">
        <AttemptMark state={attempt.state} />
        <span className="quiet small">
          <When at={at} />
        </span>
      </div>
      <div className="break">
        {t(channelWords(attempt.channel))}
        {attempt.recipient !== null && ` ${t('complaint.to', { recipient: attempt.recipient })}`} ·{' '}
        {t('complaint.tries', { count: attempt.tries })}
      </div>
      {attempt.code !== null && (
        <div>
          {errorWords(t, attempt.code, attempt.codeSays)} <span className="quiet small">({attempt.code})</span>
        </div>
      )}
      {attempt.message !== null && <div className="quiet small break">{attempt.message}</div>}
      {attempt.possibleRepeat && <div>{t('complaint.possibleRepeat')}</div>}
      {attempt.nextTryAt !== null && attempt.state === 'queued' && (
        <div>
          {t('complaint.nextTry')} <When at={attempt.nextTryAt} />
        </div>
      )}
      {waits && (
        <div className="row">
          {attempt.state === 'needs-human' && <FormLink platform={complaint.platform} />}
          <Button size="compact-sm" onClick={dialog.open}>
            {t('complaint.resolve')}
          </Button>
          <ResolveAttempt complaintId={complaint.id} attempt={attempt} opened={resolving} close={dialog.close} />
        </div>
      )}
      <Proof attempt={attempt} />
    </li>
  );
}

/** Where the person files by hand, if the platform's profile knows the page. */
function FormLink({ platform: slug }: { platform: string }) {
  const { t } = useTranslation();
  const { data: platform } = useQuery(platformQuery(slug));
  const url = platform?.channels.find(({ kind }) => kind === 'guided-form')?.url;
  if (url === undefined) return null;
  return (
    <a href={url} rel="noreferrer noopener" target="_blank">
      {t('complaint.openForm')}
    </a>
  );
}

function Proof({ attempt: { proof, documentId } }: { attempt: AttemptView }) {
  const { t } = useTranslation();
  return (
    <>
      {proof !== null && (
        <details className="reveal">
          <summary>{t('complaint.proof')}</summary>
          <div className="stack-tight small">
            {proof.answer !== null && <div className="break">{t('complaint.answer', { answer: proof.answer })}</div>}
            {proof.sha256 !== null && <div className="break mono">{t('complaint.hash', { hash: proof.sha256 })}</div>}
            {proof.conversation.length > 0 && (
              <pre className="raw" tabIndex={0} aria-label={t('complaint.conversation')} role="region">
                {proof.conversation.join('\n')}
              </pre>
            )}
          </div>
        </details>
      )}
      {documentId !== null && (
        <a href={documentAddress(documentId)} download>
          {t('complaint.sentBytes')}
        </a>
      )}
    </>
  );
}
