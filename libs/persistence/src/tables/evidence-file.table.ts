import type { EvidenceFile } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { bytesCount, id, instant, optional, text } from './columns.js';

export const evidenceFileTable = new EntitySchema<EvidenceFile>({
  name: 'evidence_file',
  columns: {
    workspaceId: id(),
    id: id(),
    sha256: text(),
    mediaType: text(),
    size: bytesCount(),
    name: text(),
    capturedAt: optional(instant()),
    addedBy: text(),
    addedAt: instant(),
  },
});
