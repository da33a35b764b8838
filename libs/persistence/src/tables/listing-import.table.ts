import type { ListingImport } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { bytesCount, flag, id, instant, integer, json, optional, text, texts } from './columns.js';

export const listingImportTable = new EntitySchema<ListingImport>({
  name: 'listing_import',
  columns: {
    workspaceId: id(),
    id: id(),
    fileName: text(),
    sha256: text(),
    size: bytesCount(),
    format: json(),
    headings: texts(),
    mapping: json(),
    register: flag(),
    state: text(),
    paused: flag(),
    failure: optional(json()),
    rows: integer(),
    accepted: integer(),
    rejected: integer(),
    duplicates: integer(),
    committed: integer(),
    complaints: integer(),
    readTo: json(),
    committedTo: json(),
    createdBy: json(),
    filerEmail: optional(text()),
    createdAt: instant(),
    updatedAt: instant(),
  },
});
