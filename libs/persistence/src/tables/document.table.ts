import type { StoredDocument } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { bytes, id, instant, integer, text } from './columns.js';

export const documentTable = new EntitySchema<StoredDocument>({
  name: 'document',
  columns: {
    workspaceId: id(),
    id: id(),
    sha256: text(),
    mediaType: text(),
    size: integer(),
    bytes: bytes(),
    createdAt: instant(),
  },
});
