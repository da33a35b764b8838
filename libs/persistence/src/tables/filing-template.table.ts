import type { FilingTemplate } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { id, instant, json, text } from './columns.js';

export const filingTemplateTable = new EntitySchema<FilingTemplate>({
  name: 'filing_template',
  columns: { workspaceId: id(), id: id(), name: text(), answers: json(), createdBy: text(), updatedAt: instant() },
});
