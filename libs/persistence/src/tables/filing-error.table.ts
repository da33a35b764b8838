import type { FilingError } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { id, instant, optional, ref, text } from './columns.js';

export const filingErrorTable = new EntitySchema<FilingError>({
  name: 'filing_error',
  columns: {
    workspaceId: id(),
    id: id(),
    complaintId: ref(),
    attemptId: optional(ref()),
    platform: text(),
    channel: text(),
    code: text(),
    attribution: text(),
    message: text(),
    url: optional(text()),
    network: optional(text()),
    confirms: optional(ref()),
    screenshotId: optional(ref()),
    occurredAt: instant(),
    recordedAt: instant(),
    recordedBy: text(),
  },
});
