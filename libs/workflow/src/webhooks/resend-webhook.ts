import { Injectable } from '@nestjs/common';
import { Fault } from '#libs/domain';
import type { Id, Webhook } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { Journal } from '../journal.js';
import { deliver, send } from './herald.js';

/** Sends by a person's wish: a ping, or a message that was sent before. */
@Injectable()
export class ResendWebhook {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
  ) {}

  /** Sends a `ping`. @throws Fault `webhook-off` */
  async ping(caller: Caller, webhookId: Id): Promise<Id> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const webhook = await tx.webhooks.get(webhookId);
      refuseOff(webhook);
      const ping = { type: 'ping', data: { webhookId, description: webhook.description } } as const;
      const [delivery] = send(tx, this.journal, ping, [webhook]);
      if (delivery === undefined) throw new Error('a message for one receiver makes one delivery');
      this.journal.audit(tx, caller.actor, 'webhook.test', webhookId);
      return delivery.id;
    });
  }

  /**
   * Sends a message again, under the id it had: at once where it still waits, else as a delivery of its own.
   * @returns the id of the delivery that is now due
   * @throws Fault `webhook-off`
   */
  async again(caller: Caller, deliveryId: Id): Promise<Id> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const delivery = await tx.webhookDeliveries.lock(deliveryId);
      refuseOff(await tx.webhooks.get(delivery.webhookId));
      this.journal.audit(tx, caller.actor, 'webhook.resend', delivery.webhookId, { deliveryId });
      if (delivery.state !== 'waiting') return deliver(tx, this.journal, delivery).id;
      await tx.webhookDeliveries.change(deliveryId, { nextTryAt: this.journal.now() });
      this.journal.owe(tx, 'deliver-webhook', { workspaceId: tx.workspaceId, deliveryId });
      return deliveryId;
    });
  }
}

function refuseOff({ enabled }: Webhook): void {
  if (!enabled) throw new Fault('conflict', 'webhook-off', 'This webhook is switched off: switch it on first.');
}
