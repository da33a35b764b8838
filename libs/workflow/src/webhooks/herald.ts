import { webhookEventsOf } from '#libs/domain';
import type { Complaint, Id, TimelineEvent, Webhook, WebhookDelivery, WebhookEvent, WebhookType } from '#libs/domain';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Journal } from '../journal.js';

/** Something that happened, as outsiders are told of it. */
interface News {
  type: WebhookType;
  data: Readonly<Record<string, unknown>>;
}

/** What happened in each transaction that somebody outside listens to, until its end. */
const heard = new WeakMap<WorkspaceTransaction, (TimelineEvent | News)[]>();

/**
 * Tells whoever listens to this workspace of a step, with the transaction that makes it: message, deliveries and jobs are in
 * where the step is in. Where nobody listens nothing is asked and nothing written.
 */
export function herald(tx: WorkspaceTransaction, journal: Journal, step: TimelineEvent | News): void {
  if (!tx.isHeard || typesOf(step).length === 0) return;
  const steps = heard.get(tx);
  if (steps !== undefined) {
    steps.push(step);
    return;
  }
  const first = [step];
  heard.set(tx, first);
  tx.atTheEnd(async () => publish(tx, journal, first));
}

const typesOf = (step: TimelineEvent | News): readonly WebhookType[] =>
  'type' in step ? [step.type] : webhookEventsOf(step);

async function publish(
  tx: WorkspaceTransaction,
  journal: Journal,
  steps: readonly (TimelineEvent | News)[],
): Promise<void> {
  // Held, so that nobody removes a receiver between here and the commit: its deliveries would refer to nothing.
  const listeners = await tx.webhooks.matching('enabled', [], 'for key share');
  const wanted = new Set<WebhookType>(listeners.flatMap(({ events }) => events));
  const told = steps.filter((step) => typesOf(step).some((type) => wanted.has(type)));
  const subjects = await subjectsOf(tx, told);
  for (const { type, data } of told.flatMap((step) => newsOf(step, subjects))) {
    const hearing = listeners.filter(({ events }) => events.includes(type as WebhookEvent));
    if (hearing.length > 0) send(tx, journal, { type, data }, hearing);
  }
}

type Subject = Pick<Complaint, 'id' | 'reference' | 'platform' | 'status' | 'simulated'>;

async function subjectsOf(
  tx: WorkspaceTransaction,
  steps: readonly (TimelineEvent | News)[],
): Promise<ReadonlyMap<Id, Subject>> {
  const ids = new Set(steps.flatMap((step) => ('type' in step ? [] : [step.complaintId])));
  if (ids.size === 0) return new Map();
  const rows = await tx.query<Subject>(
    'select id, reference, platform, status, simulated from complaint where workspace_id = $1 and id = any($2)',
    [tx.workspaceId, [...ids]],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Nobody outside hears of simulated complaints. */
function newsOf(step: TimelineEvent | News, subjects: ReadonlyMap<Id, Subject>): News[] {
  if ('type' in step) return [step];
  const subject = subjects.get(step.complaintId);
  if (subject === undefined || subject.simulated) return [];
  const { id, reference, platform, status } = subject;
  const event = { kind: step.kind, at: step.at, data: step.data };
  return webhookEventsOf(step).map((type) => ({ type, data: { complaintId: id, reference, platform, status, event } }));
}

/** Writes a message for these receivers, and what is owed to each. */
export function send(
  tx: WorkspaceTransaction,
  journal: Journal,
  { type, data }: News,
  receivers: readonly Pick<Webhook, 'id'>[],
): WebhookDelivery[] {
  const now = journal.now();
  const messageId = journal.newId();
  const body = JSON.stringify({ type, timestamp: now, data });
  tx.webhookMessages.add({ workspaceId: tx.workspaceId, id: messageId, type, body, createdAt: now });
  return receivers.map(({ id }) => deliver(tx, journal, { webhookId: id, messageId }));
}

/** A delivery that is due now, with the job it owes. */
export function deliver(
  tx: WorkspaceTransaction,
  journal: Journal,
  what: Pick<WebhookDelivery, 'webhookId' | 'messageId'>,
): WebhookDelivery {
  const now = journal.now();
  const delivery: WebhookDelivery = {
    ...what,
    workspaceId: tx.workspaceId,
    id: journal.newId(),
    state: 'waiting',
    tries: 0,
    nextTryAt: now,
    leaseUntil: null,
    lastTriedAt: null,
    status: null,
    answer: null,
    createdAt: now,
    finishedAt: null,
  };
  tx.webhookDeliveries.add(delivery);
  journal.owe(tx, 'deliver-webhook', { workspaceId: tx.workspaceId, deliveryId: delivery.id });
  return delivery;
}
