import type { Id } from './id.js';
import { lifecycle } from './lifecycle.js';
import type { TimelineEvent, TimelineKind } from './timeline.js';

/** What a program outside can ask to be told. A name is a promise: it never changes its meaning. */
export const webhookEvents = [
  'complaint.created',
  'complaint.edited',
  'complaint.approval-asked',
  'complaint.approved',
  'complaint.returned',
  'complaint.submitted',
  'complaint.acknowledged',
  'complaint.needs-info',
  'complaint.decided',
  'complaint.decision-undone',
  'complaint.silent',
  'complaint.withdrawn',
  'complaint.resubmitted',
  'attempt.delivered',
  'attempt.prevented',
  'attempt.retry-scheduled',
  'attempt.needs-human',
  'attempt.unknown',
  'filing-error.recorded',
  'reply.received',
  'listing.observed',
  'deadline.missed',
  'import.committed',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** Sent by a person's wish alone, to see whether a receiver answers. */
export type WebhookType = WebhookEvent | 'ping';

/** Which event a step in the story of a complaint is to outsiders; null = it concerns nobody outside. */
const eventOf: Readonly<Record<TimelineKind, WebhookEvent | null>> = {
  created: 'complaint.created',
  imported: 'complaint.created',
  edited: 'complaint.edited',
  'approval-asked': 'complaint.approval-asked',
  approved: 'complaint.approved',
  returned: 'complaint.returned',
  submitted: 'complaint.submitted',
  queued: null,
  sending: null,
  delivered: 'attempt.delivered',
  prevented: 'attempt.prevented',
  'retry-scheduled': 'attempt.retry-scheduled',
  'next-channel': null,
  'needs-human': 'attempt.needs-human',
  'delivery-unknown': 'attempt.unknown',
  'filing-error': 'filing-error.recorded',
  'filing-judged': null,
  'reply-received': 'reply.received',
  acknowledged: 'complaint.acknowledged',
  'information-requested': 'complaint.needs-info',
  decided: 'complaint.decided',
  'decision-undone': 'complaint.decision-undone',
  withdrawn: 'complaint.withdrawn',
  observed: 'listing.observed',
  'deadline-set': null,
  'deadline-missed': 'deadline.missed',
  resubmitted: 'complaint.resubmitted',
};

/** The events of one step: the clock that makes a platform silent is two. */
export function webhookEventsOf({ kind, data }: Pick<TimelineEvent, 'kind' | 'data'>): WebhookEvent[] {
  const event = eventOf[kind];
  if (event === null) return [];
  return kind === 'deadline-missed' && data['silent'] === true ? [event, 'complaint.silent'] : [event];
}

/** Where a program outside is told of events. */
export interface Webhook {
  workspaceId: Id;
  id: Id;
  url: string;
  description: string | null;
  events: WebhookEvent[];
  enabled: boolean;
  /** why Redress itself stopped it: the receiver said it is gone, or answered nothing right for days */
  stoppedBecause: 'gone' | 'failing' | null;
  /** since when every try failed */
  failingSince: Date | null;
  /** the signing secret, sealed: readable with the secret of this installation alone */
  secret: string;
  /** the one before, sealed; it signs too until `formerUntil` */
  formerSecret: string | null;
  formerUntil: Date | null;
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
}

/** What is told, once for all who hear it: the very text that is signed and sent at each try. */
export interface WebhookMessage {
  workspaceId: Id;
  id: Id;
  type: WebhookType;
  body: string;
  createdAt: Date;
}

export const webhookDeliveryStates = ['waiting', 'delivered', 'failed', 'cancelled'] as const;
export type WebhookDeliveryState = (typeof webhookDeliveryStates)[number];

/** A message on its way to one receiver; whoever wants it again starts a delivery of its own. */
export const webhookDeliveryLifecycle = lifecycle<WebhookDeliveryState>('webhook delivery', 'waiting', {
  waiting: ['delivered', 'failed', 'cancelled'],
  delivered: [],
  failed: [],
  cancelled: [],
});

export interface WebhookDelivery {
  workspaceId: Id;
  id: Id;
  webhookId: Id;
  messageId: Id;
  state: WebhookDeliveryState;
  tries: number;
  /** null once nothing more is tried */
  nextTryAt: Date | null;
  /** until when the worker that sends it has it for itself */
  leaseUntil: Date | null;
  lastTriedAt: Date | null;
  /** HTTP status of the last answer; null where none came */
  status: number | null;
  /** the beginning of the last answer, or why none came */
  answer: string | null;
  createdAt: Date;
  finishedAt: Date | null;
}
