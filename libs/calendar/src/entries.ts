import type { Deadline, DeadlineKind, Id } from '#libs/domain';
import type { CalendarEntry } from './calendar.js';

const due: Readonly<Record<DeadlineKind, string>> = {
  acknowledgement: 'acknowledgement',
  decision: 'decision',
  'answer-information-request': 'answer to an information request',
  appeal: 'appeal',
  'counter-notice': 'answer to a counter-notice',
};

export interface DueDeadline extends Pick<
  Deadline,
  'id' | 'kind' | 'runsAgainst' | 'hook' | 'dueAt' | 'state' | 'closedAt'
> {
  reference: string;
  /** the platform's name */
  platform: string;
}

/** `RD-2026-000012: appeal due from us (Taobao)`. */
export const deadlineEntry = (deadline: DueDeadline, link: string): CalendarEntry => {
  const { id, reference, kind, runsAgainst, hook, platform, dueAt, state, closedAt } = deadline;
  const from = runsAgainst === 'complainant' ? `due from us (${platform})` : `due from ${platform}`;
  return {
    uid: id,
    at: dueAt,
    summary: `${reference}: ${due[kind]} ${from}`,
    description: `${hook}\n${link}`,
    link,
    cancelled: state === 'cancelled',
    changedAt: closedAt ?? bornAt(id),
  };
};

export interface Ending {
  kind: 'right' | 'power-of-attorney';
  id: Id;
  /** the right's title, or the agent */
  title: string;
  rightsHolder: string;
  /** the last day, `YYYY-MM-DD` */
  on: string;
}

/** What ends is entered anew when it is renewed, so the day is part of what the entry stands for. */
export const endingEntry = ({ kind, id, title, rightsHolder, on }: Ending, link: string): CalendarEntry => ({
  uid: `${id}-${on}`,
  at: on,
  summary: kind === 'right' ? `${title} ends` : `Power of attorney of ${title} ends`,
  description: `${rightsHolder}\n${link}`,
  link,
  cancelled: false,
  changedAt: bornAt(id),
});

/** The instant a UUIDv7 holds in its first 48 bits. */
const bornAt = (id: Id): Date => new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
