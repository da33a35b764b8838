import { EntitySchema } from 'typeorm';
import type { Id } from '#libs/domain';
import { id, instant, json, optional, text } from './columns.js';

/** A job to be handed to the queue, written in the transaction of the fact that asks for it; gone once handed over. */
export interface OutboxEntry {
  workspaceId: Id;
  id: Id;
  job: string;
  payload: Record<string, string>;
  notBefore: Date | null;
  createdAt: Date;
}

export const outboxTable = new EntitySchema<OutboxEntry>({
  name: 'outbox',
  columns: {
    workspaceId: id(),
    id: id(),
    job: text(),
    payload: json(),
    notBefore: optional(instant()),
    createdAt: instant(),
  },
});
