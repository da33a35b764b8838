import { Injectable } from '@nestjs/common';
import { readReplyAddress } from '#libs/answers';
import type { Id, ReplyRoute } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import { Journal } from './journal.js';
import { MailRoom } from './mail-room.js';
import { sha256, storeDocument } from './store-document.js';

export interface RawReply {
  raw: Buffer;
  via: ReplyRoute;
  /** addresses the message came in for */
  recipients: string[];
}

export interface StoredReply {
  id: Id;
  /** false: the same bytes were stored before */
  isNew: boolean;
}

/** Stores what came in, before anything reads it. Reading is owed from then on, whatever becomes of this process. */
@Injectable()
export class ReceiveReply {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly mailRoom: MailRoom,
  ) {}

  /** The workspace an address of ours belongs to, or null: then the mail is refused at the door. */
  workspaceOf(address: string): Id | null {
    return readReplyAddress(this.mailRoom.settings.secret, address)?.workspaceId ?? null;
  }

  async run(workspaceId: Id, reply: RawReply): Promise<StoredReply> {
    return this.workplace.inWorkspace(workspaceId, async (tx) => {
      const hash = sha256(reply.raw);
      // The same message can come in twice at the same moment: the second waits, and finds the first.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [hash]);
      const [known] = await tx.replies.where({ sha256: hash });
      if (known !== undefined) return { id: known.id, isNew: false };
      const documentId = storeDocument(tx, this.journal, reply.raw, 'message/rfc822');
      const id = this.journal.newId();
      tx.replies.add({
        workspaceId,
        id,
        complaintId: null,
        attemptId: null,
        documentId,
        sha256: hash,
        via: reply.via,
        recipients: reply.recipients,
        messageId: null,
        sender: null,
        subject: null,
        text: '',
        language: null,
        state: 'unmatched',
        match: null,
        suggestion: null,
        sentAt: null,
        receivedAt: this.journal.now(),
        readAt: null,
        codedBy: null,
        codedAt: null,
      });
      this.journal.owe(tx, 'read-reply', { workspaceId, replyId: id });
      return { id, isNew: true };
    });
  }
}
