import type { FilingDraft } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { flag, id, instant, integer, json, optional, ref, text } from './columns.js';

export const filingDraftTable = new EntitySchema<FilingDraft>({
  name: 'filing_draft',
  columns: {
    workspaceId: id(),
    id: id(),
    ownerId: text(),
    ownerName: text(),
    shared: flag(),
    complaintId: optional(ref()),
    answers: json(),
    version: integer(),
    updatedAt: instant(),
    discardedAt: optional(instant()),
  },
});
