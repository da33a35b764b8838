import { useTranslation } from 'react-i18next';
import type { AttemptState, ComplaintStatus, ItemOutcome } from '../api/types.js';

/** The only four meanings colour has, plus `plain` for none. Each comes with its own shape and a word. */
export type Meaning = 'removed' | 'refused' | 'waiting' | 'warn' | 'plain';

const shapes: Record<Meaning, string> = {
  removed: 'M3 8.5l3.2 3.2L13 4.8',
  refused: 'M4 4l8 8M12 4l-8 8',
  waiting: 'M8 4.2V8l2.6 1.6M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8',
  warn: 'M8 1.9L14.6 13.6H1.4L8 1.9M8 6v3.4M8 11.4v.2',
  plain: 'M3.5 8h9',
};

export function Shape({ meaning }: { meaning: Meaning }) {
  return (
    <svg className="shape" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
      <path
        d={shapes[meaning]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export function Mark({ meaning, word }: { meaning: Meaning; word: string }) {
  return (
    <span className={`mark mark-${meaning}`}>
      <Shape meaning={meaning} />
      {word}
    </span>
  );
}

const ofOutcome: Record<ItemOutcome, Meaning> = {
  pending: 'waiting',
  removed: 'removed',
  refused: 'refused',
  partial: 'removed',
  restricted: 'removed',
  duplicate: 'plain',
  'down-unattributed': 'plain',
  withdrawn: 'plain',
  countered: 'warn',
  reinstated: 'warn',
  relisted: 'warn',
};

export function OutcomeMark({ outcome, count }: { outcome: ItemOutcome; count?: number }) {
  const { t } = useTranslation();
  const word = t(`words.outcome.${outcome}`);
  return <Mark meaning={ofOutcome[outcome]} word={count === undefined ? word : `${count} ${word.toLowerCase()}`} />;
}

const ofStatus: Record<ComplaintStatus, Meaning> = {
  draft: 'plain',
  'awaiting-approval': 'waiting',
  queued: 'waiting',
  filing: 'waiting',
  'needs-human': 'warn',
  prevented: 'warn',
  filed: 'waiting',
  acknowledged: 'waiting',
  'needs-info': 'warn',
  // says nothing of the outcome, so it does not take the green of a removal
  decided: 'plain',
  silent: 'warn',
  withdrawn: 'plain',
};

export function StatusMark({ status }: { status: ComplaintStatus }) {
  const { t } = useTranslation();
  return <Mark meaning={ofStatus[status]} word={t(`words.status.${status}`)} />;
}

const ofAttempt: Record<AttemptState, Meaning> = {
  queued: 'waiting',
  sending: 'waiting',
  delivered: 'removed',
  prevented: 'warn',
  'needs-human': 'warn',
  unknown: 'warn',
  cancelled: 'plain',
};

export function AttemptMark({ state }: { state: AttemptState }) {
  const { t } = useTranslation();
  return <Mark meaning={ofAttempt[state]} word={t(`words.attempt.${state}`)} />;
}
