import type { Webhook } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { flag, id, instant, optional, text, texts } from './columns.js';

export const webhookTable = new EntitySchema<Webhook>({
  name: 'webhook',
  columns: {
    workspaceId: id(),
    id: id(),
    url: text(),
    description: optional(text()),
    events: texts(),
    enabled: flag(),
    stoppedBecause: optional(text()),
    failingSince: optional(instant()),
    secret: text(),
    formerSecret: optional(text()),
    formerUntil: optional(instant()),
    createdBy: text(),
    createdAt: instant(),
    updatedAt: instant(),
  },
});
