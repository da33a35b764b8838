import type { StatusQuery } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { flag, id, instant, integer, optional, text } from './columns.js';

export const statusQueryTable = new EntitySchema<StatusQuery>({
  name: 'status_query',
  columns: {
    workspaceId: id(),
    id: id(),
    queries: integer(),
    nextAt: instant(),
    done: flag(),
    lastSha256: optional(text()),
  },
});
