import type { Deadline } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { id, instant, optional, ref, text } from './columns.js';

export const deadlineTable = new EntitySchema<Deadline>({
  name: 'deadline',
  columns: {
    workspaceId: id(),
    id: id(),
    complaintId: ref(),
    kind: text(),
    runsAgainst: text(),
    hook: text(),
    dueAt: instant(),
    state: text(),
    closedAt: optional(instant()),
  },
});
