import type { Id } from './id.js';

/** Bytes kept as evidence: a notice as sent, a reply as received. Never changed after it is stored. */
export interface StoredDocument {
  workspaceId: Id;
  id: Id;
  /** SHA-256 of `bytes`, hex */
  sha256: string;
  mediaType: string;
  size: number;
  bytes: Buffer;
  createdAt: Date;
}
