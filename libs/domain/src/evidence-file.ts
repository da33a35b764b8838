import type { Id } from './id.js';

/** A file added as evidence: its bytes lie in the file store under their hash, never changed. */
export interface EvidenceFile {
  workspaceId: Id;
  id: Id;
  /** SHA-256 of the bytes, hex */
  sha256: string;
  /** as found in the bytes, whatever the name says */
  mediaType: string;
  size: number;
  /** as it was called where it came from, without folders */
  name: string;
  /** when what it shows was captured, as far as known */
  capturedAt: Date | null;
  addedBy: string;
  addedAt: Date;
}
