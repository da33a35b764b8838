import type { Id } from './id.js';

export const deadlineKinds = [
  'acknowledgement',
  'decision',
  'answer-information-request',
  'appeal',
  'counter-notice',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** A clock. `runsAgainst: 'complainant'` alerts first: missing it looks like a platform failure and is not one. */
export interface Deadline {
  workspaceId: Id;
  id: Id;
  complaintId: Id;
  kind: DeadlineKind;
  runsAgainst: 'platform' | 'complainant';
  /** the provision or platform rule that sets it */
  hook: string;
  dueAt: Date;
  state: 'open' | 'met' | 'missed' | 'cancelled';
  closedAt: Date | null;
}
