import { readReplyAddress } from '#libs/answers';
import type { SealedMail } from '#libs/channels';
import type { Database } from '#libs/persistence';
import type { Journal } from './journal.js';

/** Keeps a message for the dev mailbox. Its envelope sender is the attempt's reply address, which says whose it is. */
export async function keepMail(database: Database, journal: Journal, secret: string, mail: SealedMail): Promise<void> {
  const token = readReplyAddress(secret, mail.envelope.from);
  if (token === null) throw new Error(`no attempt belongs to the envelope sender ${mail.envelope.from}`);
  await database.inWorkspace(token.workspaceId, async (tx) => {
    const attempt = await tx.attempts.get(token.attemptId);
    if (attempt.noticeDocumentId === null) throw new Error(`attempt ${attempt.id} has no notice`);
    // Every try comes by here; one message is one message.
    if ((await tx.keptMails.where({ messageId: mail.messageId }, { limit: 1 })).length > 0) return;
    const complaint = await tx.complaints.get(attempt.complaintId);
    const [part] = await tx.noticeParts.where({ messageId: mail.messageId }, { limit: 1 });
    tx.keptMails.add({
      workspaceId: tx.workspaceId,
      id: journal.newId(),
      complaintId: complaint.id,
      documentId: part?.documentId ?? attempt.noticeDocumentId,
      messageId: mail.messageId,
      sender: mail.envelope.from,
      recipients: mail.envelope.to,
      subject: complaint.reference,
      at: journal.now(),
    });
  });
}
