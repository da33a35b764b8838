import { createHash } from 'node:crypto';
import type { Id } from '#libs/domain';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Journal } from './journal.js';

/** In hex; of a text, that of its UTF-8. */
export const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** Keeps bytes as evidence. */
export function storeDocument(tx: WorkspaceTransaction, journal: Journal, bytes: Buffer, mediaType: string): Id {
  const id = journal.newId();
  tx.documents.add({
    workspaceId: tx.workspaceId,
    id,
    sha256: sha256(bytes),
    mediaType,
    size: bytes.length,
    bytes,
    createdAt: journal.now(),
  });
  return id;
}
