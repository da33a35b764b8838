import type { WorkspaceRules } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { flag, id, instant, integer, text } from './columns.js';

export const workspaceRulesTable = new EntitySchema<WorkspaceRules>({
  name: 'workspace_rules',
  columns: {
    workspaceId: id(),
    id: id(),
    approval: text(),
    approvalAbove: integer(),
    observing: flag(),
    filingWindowDays: integer(),
    updatedAt: instant(),
  },
});
