import { useTranslation } from 'react-i18next';
import type { AttemptView, ComplaintView, FilingErrorView } from '../../../api/types.js';
import { errorWords } from '../../../words/coded.js';

/** An instant in UTC, to the second: evidence is read in other time zones. */
function Utc({ at }: { at: string }) {
  const { t } = useTranslation();
  return <time dateTime={at}>{t('words.utc', { instant: at.slice(0, 19).replace('T', ' ') })}</time>;
}

/** When the attempt was made, and every try of it that failed. */
export function Tries({ complaint, attempt }: { complaint: ComplaintView; attempt: AttemptView }) {
  const { t } = useTranslation();
  const failed = complaint.filingErrors.filter(
    ({ attemptId, confirms }) => attemptId === attempt.id && confirms === null,
  );
  return (
    <details className="reveal">
      <summary>{t('evidence.times')}</summary>
      <dl className="facts small">
        <dt>{t('evidence.queued')}</dt>
        <dd>
          <Utc at={attempt.queuedAt} />
        </dd>
        {attempt.startedAt !== null && (
          <>
            <dt>{t('evidence.started')}</dt>
            <dd>
              <Utc at={attempt.startedAt} />
            </dd>
          </>
        )}
        {failed.map((error) => (
          <Failed key={error.id} error={error} />
        ))}
        {attempt.finishedAt !== null && (
          <>
            <dt>{t('evidence.finished')}</dt>
            <dd>
              <Utc at={attempt.finishedAt} /> · {t(`words.attempt.${attempt.state}`)}
            </dd>
          </>
        )}
      </dl>
    </details>
  );
}

function Failed({ error: { code, says, message, occurredAt } }: { error: FilingErrorView }) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{t('evidence.failed')}</dt>
      <dd>
        <Utc at={occurredAt} /> · {errorWords(t, code, says)} ({code})<div className="quiet">{message}</div>
      </dd>
    </>
  );
}
