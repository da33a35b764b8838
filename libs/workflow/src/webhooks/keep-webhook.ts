import { Injectable } from '@nestjs/common';
import { Fault, addDays } from '#libs/domain';
import type { Id, Webhook } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { Journal } from '../journal.js';
import { oneAtATime } from '../one-at-a-time.js';
import { cancelWaiting } from './stop-webhook.js';
import { WebhookSender } from './webhook-sender.js';

export type WebhookEntry = Pick<Webhook, 'url' | 'description' | 'events' | 'enabled'>;

/** A webhook with its secret in the clear: for whoever made it, once. */
export interface WithSecret {
  webhook: Webhook;
  secret: string;
}

const MOST_WEBHOOKS = 50;

/** How long the secret before this one signs too, days. */
const FORMER_SIGNS_DAYS = 1;

/** Where programs outside are told of events. */
@Injectable()
export class KeepWebhook {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly sender: WebhookSender,
  ) {}

  /** @throws Fault `webhook-invalid`, `webhooks-too-many` */
  async create(caller: Caller, entry: WebhookEntry): Promise<WithSecret> {
    this.refuseAddress(entry.url);
    const id = this.journal.newId();
    const now = this.journal.now();
    const { secret, sealed } = this.sender.newSecret({ id });
    const webhook: Webhook = {
      ...entry,
      workspaceId: caller.workspaceId,
      id,
      stoppedBecause: null,
      failingSince: null,
      secret: sealed,
      formerSecret: null,
      formerUntil: null,
      createdBy: caller.actor.name,
      createdAt: now,
      updatedAt: now,
    };
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      await refuseTooMany(tx);
      tx.webhooks.add(webhook);
      this.journal.audit(tx, caller.actor, 'webhook.create', id, { url: entry.url, events: entry.events });
    });
    return { webhook, secret };
  }

  /** Switching one on forgets why it was stopped; switching one off ends what waits for it. */
  async change(caller: Caller, id: Id, entry: WebhookEntry): Promise<Webhook> {
    this.refuseAddress(entry.url);
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const before = await tx.webhooks.lock(id);
      const was = shownOf(before);
      const begins = entry.enabled && !before.enabled ? { stoppedBecause: null, failingSince: null } : {};
      const saved = { ...entry, ...begins, updatedAt: this.journal.now() };
      await tx.webhooks.change(id, saved);
      if (!entry.enabled) await cancelWaiting(tx, id, saved.updatedAt);
      this.journal.audit(tx, caller.actor, 'webhook.change', id, { was, is: shownOf(entry) });
      return { ...before, ...saved };
    });
  }

  async remove(caller: Caller, id: Id): Promise<void> {
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const { url } = await tx.webhooks.lock(id);
      await tx.webhooks.remove(id);
      this.journal.audit(tx, caller.actor, 'webhook.remove', id, { url });
    });
  }

  /** A new secret; the one before it signs too for a day, so that the receiver can go over without losing a message. */
  async rotateSecret(caller: Caller, id: Id): Promise<WithSecret> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const before = await tx.webhooks.lock(id);
      const now = this.journal.now();
      const { secret, sealed } = this.sender.newSecret({ id });
      const changed = {
        secret: sealed,
        formerSecret: before.secret,
        formerUntil: addDays(now, FORMER_SIGNS_DAYS),
        updatedAt: now,
      };
      await tx.webhooks.change(id, changed);
      this.journal.audit(tx, caller.actor, 'webhook.rotate-secret', id);
      return { webhook: { ...before, ...changed }, secret };
    });
  }

  private refuseAddress(url: string): void {
    const detail = this.sender.addressFault(url);
    if (detail !== null)
      throw new Fault('invalid', 'webhook-invalid', detail, [{ pointer: '/url', code: 'url', detail }]);
  }
}

const shownOf = ({ url, events, enabled }: WebhookEntry): Record<string, unknown> => ({ url, events, enabled });

async function refuseTooMany(tx: WorkspaceTransaction): Promise<void> {
  await oneAtATime(tx, 'webhooks');
  const kept = await tx.webhooks.where({}, { limit: MOST_WEBHOOKS });
  if (kept.length < MOST_WEBHOOKS) return;
  throw new Fault(
    'conflict',
    'webhooks-too-many',
    `A workspace has at most ${MOST_WEBHOOKS} webhooks: remove one first.`,
  );
}
