import type { WebhookDelivery } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { id, instant, integer, optional, ref, text } from './columns.js';

export const webhookDeliveryTable = new EntitySchema<WebhookDelivery>({
  name: 'webhook_delivery',
  columns: {
    workspaceId: id(),
    id: id(),
    webhookId: ref(),
    messageId: ref(),
    state: text(),
    tries: integer(),
    nextTryAt: optional(instant()),
    leaseUntil: optional(instant()),
    lastTriedAt: optional(instant()),
    status: optional(integer()),
    answer: optional(text()),
    createdAt: instant(),
    finishedAt: optional(instant()),
  },
});
