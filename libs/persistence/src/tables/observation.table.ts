import type { Observation } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { id, instant, integer, json, optional, ref, text } from './columns.js';

export const observationTable = new EntitySchema<Observation>({
  name: 'observation',
  columns: {
    workspaceId: id(),
    id: id(),
    itemId: ref(),
    state: text(),
    at: instant(),
    source: text(),
    ground: text(),
    recordedAt: instant(),
    recordedBy: text(),
    finalUrl: optional(text()),
    status: optional(integer()),
    etag: optional(text()),
    lastModified: optional(text()),
    sha256: optional(text()),
    fingerprint: optional(json()),
    note: optional(text()),
    documentId: optional(ref()),
    fileId: optional(ref()),
  },
});
