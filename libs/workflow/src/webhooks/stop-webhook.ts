import type { Actor, Id, Webhook } from '#libs/domain';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Journal } from '../journal.js';

/** Nothing more is tried with a receiver that is switched off; each delivery can be sent again once it is on. */
export async function cancelWaiting(tx: WorkspaceTransaction, webhookId: Id, at: Date): Promise<void> {
  await tx.query(
    `update webhook_delivery set state = 'cancelled', next_try_at = null, lease_until = null, finished_at = $3
      where workspace_id = $1 and webhook_id = $2 and state = 'waiting'`,
    [tx.workspaceId, webhookId, at],
  );
}

/** Switches a receiver off that is gone or has failed for days. Settings shows why. */
export async function stopWebhook(
  tx: WorkspaceTransaction,
  journal: Journal,
  { webhook, because, actor }: { webhook: Webhook; because: NonNullable<Webhook['stoppedBecause']>; actor: Actor },
): Promise<void> {
  const now = journal.now();
  await tx.webhooks.change(webhook.id, { enabled: false, stoppedBecause: because, updatedAt: now });
  await cancelWaiting(tx, webhook.id, now);
  journal.audit(tx, actor, 'webhook.stop', webhook.id, { because, failingSince: webhook.failingSince });
}
