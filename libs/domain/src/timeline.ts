import type { Id } from './id.js';

/** Who did something: a person, an API key, the platform, or Redress itself. */
export interface Actor {
  kind: 'person' | 'api-key' | 'platform' | 'system';
  id: string;
  name: string;
}

export const timelineKinds = [
  'created',
  'imported',
  'edited',
  'approval-asked',
  'approved',
  'returned',
  'submitted',
  'queued',
  'sending',
  'delivered',
  'prevented',
  'retry-scheduled',
  'next-channel',
  'needs-human',
  'delivery-unknown',
  'filing-error',
  'filing-judged',
  'reply-received',
  'acknowledged',
  'information-requested',
  'decided',
  'decision-undone',
  'withdrawn',
  'observed',
  'deadline-set',
  'deadline-missed',
  'resubmitted',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** One event in the story of a complaint. `at` is when it happened, `recordedAt` when we learned it. */
export interface TimelineEvent {
  workspaceId: Id;
  id: Id;
  complaintId: Id;
  at: Date;
  recordedAt: Date;
  actor: Actor;
  kind: TimelineKind;
  data: Record<string, unknown>;
}
