import type { WebhookMessage } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { id, instant, text } from './columns.js';

export const webhookMessageTable = new EntitySchema<WebhookMessage>({
  name: 'webhook_message',
  columns: { workspaceId: id(), id: id(), type: text(), body: text(), createdAt: instant() },
});
