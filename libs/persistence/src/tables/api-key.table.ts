import { EntitySchema } from 'typeorm';
import type { Id } from '#libs/domain';
import { id, instant, optional, text, texts } from './columns.js';

/** A key of a workspace. Only the SHA-256 (hex) of the secret is kept: the secret has 256 random bits, so a slow hash adds nothing. */
export interface ApiKey {
  workspaceId: Id;
  id: Id;
  name: string;
  hash: string;
  scopes: string[];
  createdBy: string;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
}

export const apiKeyTable = new EntitySchema<ApiKey>({
  name: 'api_key',
  columns: {
    workspaceId: id(),
    id: id(),
    name: text(),
    hash: text(),
    scopes: texts(),
    createdBy: text(),
    createdAt: instant(),
    expiresAt: optional(instant()),
    revokedAt: optional(instant()),
  },
});
