import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { AttemptView, ComplaintView } from '../../../api/types.js';
import { ButtonLink } from '../../../frame/button-link.js';
import { errorWords } from '../../../words/coded.js';
import { AttemptMark } from '../../../words/mark.js';
import { When } from '../../../words/when.js';
import { ResolveAttempt } from '../resolve-attempt.js';
import { Exhibits } from './exhibits.js';
import { Proof } from './proof.js';
import { Tries } from './tries.js';

interface AttemptProps {
  complaint: ComplaintView;
  attempt: AttemptView;
}

/** One attempt to deliver the notice: how it went, what waits, and everything that proves it. */
export function Attempt({ complaint, attempt }: AttemptProps) {
  const { t } = useTranslation();
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
        {t(`words.channel.${attempt.channel}`)}
        {attempt.recipient !== null && ` ${t('complaint.to', { recipient: attempt.recipient })}`}
        {attempt.tries > 0 && ` · ${t('complaint.tries', { count: attempt.tries })}`}
      </div>
      <Outcome attempt={attempt} />
      <Waiting attempt={attempt} />
      <ForAPerson complaint={complaint} attempt={attempt} />
      <Tries complaint={complaint} attempt={attempt} />
      <Proof attempt={attempt} />
      <Exhibits exhibits={attempt.exhibits} />
    </li>
  );
}

function Outcome({ attempt: { code, codeSays, message, reference, possibleRepeat } }: Pick<AttemptProps, 'attempt'>) {
  const { t } = useTranslation();
  return (
    <>
      {code !== null && (
        <div>
          {errorWords(t, code, codeSays)} <span className="quiet small">({code})</span>
        </div>
      )}
      {message !== null && <div className="quiet small break">{message}</div>}
      {reference !== null && <div className="break">{t('complaint.eventCase', { number: reference })}</div>}
      {possibleRepeat && <div>{t('complaint.possibleRepeat')}</div>}
    </>
  );
}

function Waiting({ attempt: { state, nextTryAt, waitsFor } }: Pick<AttemptProps, 'attempt'>) {
  const { t } = useTranslation();
  return (
    <>
      {nextTryAt !== null && state === 'queued' && (
        <div>
          {t('complaint.nextTry')} <When at={nextTryAt} />
        </div>
      )}
      {waitsFor !== null && <div>{t(`delivery.waitsFor.${waitsFor}`)}</div>}
    </>
  );
}

/** What a person can do about an attempt that waits for one. */
function ForAPerson({ complaint, attempt }: AttemptProps) {
  const { t } = useTranslation();
  const [resolving, dialog] = useDisclosure(false);
  if (attempt.state !== 'unknown' && attempt.state !== 'needs-human') return null;
  return (
    <div className="row">
      {attempt.state === 'needs-human' && (
        <ButtonLink size="compact-sm" to="/complaints/$id/by-hand" params={{ id: complaint.id }}>
          {t('guided.begin')}
        </ButtonLink>
      )}
      <Button size="compact-sm" variant="default" onClick={dialog.open}>
        {t('complaint.resolve')}
      </Button>
      <ResolveAttempt complaintId={complaint.id} attempt={attempt} opened={resolving} close={dialog.close} />
    </div>
  );
}
