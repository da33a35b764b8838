import type { Id, WebhookDelivery, WebhookType } from '#libs/domain';
import type { WorkspaceTransaction } from '../workspace-transaction.js';

export type WebhookDeliveryRow = Omit<WebhookDelivery, 'workspaceId' | 'leaseUntil'> & {
  type: WebhookType;
  /** the text that is sent */
  body: string;
};

const columns = `d.id, d.webhook_id as "webhookId", d.message_id as "messageId", m.type, m.body, d.state, d.tries,
  d.next_try_at as "nextTryAt", d.last_tried_at as "lastTriedAt", d.status, d.answer, d.created_at as "createdAt",
  d.finished_at as "finishedAt"`;
const source = `webhook_delivery d join webhook_message m on m.workspace_id = d.workspace_id and m.id = d.message_id`;

/** What was sent to one receiver, the newest first, one page. */
export async function listWebhookDeliveries(
  tx: WorkspaceTransaction,
  webhookId: Id,
  page: { before: Id | undefined; limit: number },
): Promise<WebhookDeliveryRow[]> {
  return tx.query<WebhookDeliveryRow>(
    `select ${columns} from ${source}
      where d.workspace_id = $1 and d.webhook_id = $2 and ($3::uuid is null or d.id < $3) order by d.id desc limit $4`,
    [tx.workspaceId, webhookId, page.before ?? null, page.limit],
  );
}

export async function webhookDeliveryRow(tx: WorkspaceTransaction, id: Id): Promise<WebhookDeliveryRow | null> {
  const [row] = await tx.query<WebhookDeliveryRow>(
    `select ${columns} from ${source} where d.workspace_id = $1 and d.id = $2`,
    [tx.workspaceId, id],
  );
  return row ?? null;
}
