import type { Attempt, Id } from '#libs/domain';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Journal } from './journal.js';
import { storeDocument } from './store-document.js';
import type { NoticeMail, SealedNotice } from './ways-out.js';

type Parts = Required<Pick<SealedNotice, 'parts'>>;

/** Keeps the bytes of every mail of a notice that is several, before the first of them leaves. */
export function keepParts(
  tx: WorkspaceTransaction,
  journal: Journal,
  { id: attemptId, noticeDocumentId }: Attempt,
  { parts = [] }: SealedNotice,
): Parts {
  const kept = parts.map((part, at): NoticeMail => {
    const isNotice = at === 0 && noticeDocumentId !== null;
    const documentId = isNotice ? noticeDocumentId : storeDocument(tx, journal, part.raw, 'message/rfc822');
    tx.noticeParts.add({
      workspaceId: tx.workspaceId,
      id: journal.newId(),
      attemptId,
      number: at + 1,
      messageId: part.messageId,
      documentId,
      files: [...part.files],
    });
    return { ...part, documentId };
  });
  return { parts: kept };
}

/** The same mails at a later try, to the byte; none where the notice was one mail. */
export async function keptParts(tx: WorkspaceTransaction, attemptId: Id): Promise<Parts> {
  const parts: NoticeMail[] = [];
  const rows = await tx.noticeParts.where({ attemptId }, { order: { number: 'asc' } });
  for (const { messageId, documentId, files } of rows) {
    const { bytes, sha256 } = await tx.documents.get(documentId);
    parts.push({ raw: bytes, sha256, messageId, files, documentId });
  }
  return { parts };
}
