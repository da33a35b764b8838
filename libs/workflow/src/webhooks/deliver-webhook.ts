import { Injectable } from '@nestjs/common';
import { webhookDeliveryLifecycle } from '#libs/domain';
import type { Id, Webhook, WebhookDelivery, WebhookMessage } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import { GIVEN_UP_AFTER_MS, nextWebhookTry } from '#libs/webhooks';
import type { Answer } from '#libs/webhooks';
import { Journal, system } from '../journal.js';
import { stopWebhook } from './stop-webhook.js';
import { Turns } from './turns.js';
import type { Turn } from './turns.js';
import { WebhookSender, isGone, triedWith, wasTaken } from './webhook-sender.js';

/** When a message comes again whose receiver had no turn for it, milliseconds. */
const PUT_OFF_MS = 15_000;
/** How far the clocks of our processes may be apart, milliseconds. */
const CLOCK_SLACK_MS = 1000;

interface Claim {
  webhook: Webhook;
  message: WebhookMessage;
  /** which try this is, from 1 */
  tries: number;
}

/**
 * Hands a message to a receiver, and tries again for days. A message may arrive twice, where a worker died after sending it;
 * its `webhook-id` stays the same.
 */
@Injectable()
export class DeliverWebhook {
  private readonly turns = new Turns();

  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly sender: WebhookSender,
  ) {}

  async run(workspaceId: Id, deliveryId: Id, signal: AbortSignal): Promise<void> {
    const turn = this.turns.begin();
    try {
      const claim = await this.workplace.inWorkspace(workspaceId, async (tx) => this.claim(tx, deliveryId, turn));
      if (claim === null) return;
      const answer = await this.sender.send(claim.webhook, claim.message, this.journal.now(), signal);
      await this.workplace.inWorkspace(workspaceId, async (tx) => this.record(tx, deliveryId, claim, answer));
    } finally {
      turn.end();
    }
  }

  /** Null where there is nothing to send, or not now. */
  private async claim(tx: WorkspaceTransaction, id: Id, turn: Turn): Promise<Claim | null> {
    const delivery = await this.due(tx, id);
    if (delivery === null) return null;
    const webhook = await tx.webhooks.get(delivery.webhookId);
    const now = this.journal.now();
    if (!webhook.enabled) {
      await tx.webhookDeliveries.change(id, { ...ended(delivery, 'cancelled', now), leaseUntil: null });
      return null;
    }
    if (!turn.take(webhook)) {
      const nextTryAt = new Date(now.getTime() + PUT_OFF_MS);
      await tx.webhookDeliveries.change(id, { nextTryAt });
      this.journal.owe(tx, 'deliver-webhook', { workspaceId: tx.workspaceId, deliveryId: id }, nextTryAt);
      return null;
    }
    const tries = delivery.tries + 1;
    await tx.webhookDeliveries.change(id, { tries, leaseUntil: new Date(now.getTime() + this.sender.leaseMs) });
    return { webhook, message: await tx.webhookMessages.get(delivery.messageId), tries };
  }

  /** The delivery, held; null where it is gone, done, in another worker's hands, or not due yet. */
  private async due(tx: WorkspaceTransaction, id: Id): Promise<WebhookDelivery | null> {
    const [delivery] = await tx.webhookDeliveries.matching('id = $2', [id], 'for update');
    if (delivery?.state !== 'waiting') return null;
    const now = this.journal.now().getTime();
    const isTaken = delivery.leaseUntil !== null && delivery.leaseUntil.getTime() > now;
    const isEarly = delivery.nextTryAt !== null && delivery.nextTryAt.getTime() > now + CLOCK_SLACK_MS;
    return isTaken || isEarly ? null : delivery;
  }

  private async record(tx: WorkspaceTransaction, id: Id, { webhook, tries }: Claim, answer: Answer): Promise<void> {
    // The receiver's row first, then the delivery's: whoever switches a receiver off goes the same way. Filing is not kept waiting.
    const [held] = await tx.webhooks.matching('id = $2', [webhook.id], 'for no key update');
    const [delivery] = await tx.webhookDeliveries.matching('id = $2', [id], 'for update');
    if (held === undefined || delivery?.state !== 'waiting' || delivery.tries !== tries) return;
    if (wasTaken(answer)) await this.taken(tx, held, delivery, answer);
    else await this.failed(tx, held, delivery, answer);
  }

  private async taken(
    tx: WorkspaceTransaction,
    webhook: Webhook,
    delivery: WebhookDelivery,
    answer: Answer,
  ): Promise<void> {
    const now = this.journal.now();
    await tx.webhookDeliveries.change(delivery.id, {
      ...triedWith(answer, now),
      ...ended(delivery, 'delivered', now),
    });
    if (webhook.failingSince !== null) await tx.webhooks.change(webhook.id, { failingSince: null });
  }

  private async failed(
    tx: WorkspaceTransaction,
    webhook: Webhook,
    delivery: WebhookDelivery,
    answer: Answer,
  ): Promise<void> {
    const now = this.journal.now();
    const next = isGone(answer) ? null : nextWebhookTry(delivery.tries, now);
    const change = next === null ? ended(delivery, 'failed', now) : { nextTryAt: next };
    await tx.webhookDeliveries.change(delivery.id, { ...triedWith(answer, now), ...change });
    const failingSince = webhook.failingSince ?? now;
    if (webhook.failingSince === null) await tx.webhooks.change(webhook.id, { failingSince });
    const because = isGone(answer) ? 'gone' : 'failing';
    if (because === 'gone' || now.getTime() - failingSince.getTime() >= GIVEN_UP_AFTER_MS) {
      await stopWebhook(tx, this.journal, { webhook: { ...webhook, failingSince }, because, actor: system });
    } else if (next !== null) {
      this.journal.owe(tx, 'deliver-webhook', { workspaceId: tx.workspaceId, deliveryId: delivery.id }, next);
    }
  }
}

const ended = (
  { state }: WebhookDelivery,
  to: Exclude<WebhookDelivery['state'], 'waiting'>,
  at: Date,
): Partial<WebhookDelivery> => ({
  state: webhookDeliveryLifecycle.move(state, to),
  nextTryAt: null,
  finishedAt: at,
});
