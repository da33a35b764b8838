import { EntitySchema } from 'typeorm';
import type { Id } from '#libs/domain';
import { instant, integer, json, optional, text } from './columns.js';

/** A POST that was seen before: the same key and body get the first answer again. */
export interface IdempotencyKey {
  workspaceId: Id;
  key: string;
  requestHash: string;
  status: number | null;
  body: unknown;
  createdAt: Date;
}

export const idempotencyKeyTable = new EntitySchema<IdempotencyKey>({
  name: 'idempotency_key',
  columns: {
    workspaceId: { type: 'uuid', primary: true },
    key: { type: 'text', primary: true },
    requestHash: text(),
    status: optional(integer()),
    body: optional(json()),
    createdAt: instant(),
  },
});
