import { Injectable } from '@nestjs/common';
import { chooseMatch, readMessage, readableText, signsOf, suggest } from '#libs/answers';
import type { Candidate, IncomingMessage } from '#libs/answers';
import type { Complaint, Id, Item, Reply, ReplyMatch, ReplySuggestion } from '#libs/domain';
import { Workplace, findComplaints } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import { applyReply } from './apply-reply.js';
import { Journal } from './journal.js';
import { MailRoom } from './mail-room.js';
import { Rulebook } from './rulebook.js';

/** Languages every complainant reads, besides the one the notice was filed in. */
const REGISTERED_LANGUAGES = ['en'];

/** Parses a stored reply, finds its complaint, suggests what it says, and applies what is certain. */
@Injectable()
export class ReadReply {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
    private readonly mailRoom: MailRoom,
  ) {}

  /** Reading twice does nothing: the job may be a repeat. */
  async run(workspaceId: Id, replyId: Id): Promise<void> {
    const raw = await this.workplace.inWorkspace(workspaceId, async (tx) => {
      const reply = await tx.replies.get(replyId);
      return reply.readAt === null ? (await tx.documents.get(reply.documentId)).bytes : null;
    });
    if (raw === null) return;
    const message = await readMessage(raw);
    await this.workplace.inWorkspace(workspaceId, async (tx) => {
      const reply = await tx.replies.lock(replyId);
      if (reply.readAt === null) await this.read(tx, reply, message);
    });
  }

  private async read(tx: WorkspaceTransaction, reply: Reply, message: IncomingMessage): Promise<void> {
    const match = await this.match(tx, reply, message);
    const found = match === null ? null : await this.matched(tx, match.complaintId);
    const suggestion = suggest(message, {
      filingLanguages: [...new Set([...REGISTERED_LANGUAGES, ...(found === null ? [] : [found.complaint.language])])],
      listings: found?.items.map(({ url, title }) => ({ url, title })) ?? [],
    });
    Object.assign(reply, this.facts(message, match, suggestion));
    if (found === null) {
      await tx.replies.change(reply.id, reply);
      return;
    }
    this.journal.tell(tx, found.complaint.id, {
      kind: 'reply-received',
      actor: {
        kind: 'platform',
        id: found.complaint.platform,
        name: this.rulebook.find(found.complaint.platform)?.name ?? found.complaint.platform,
      },
      at: reply.receivedAt,
      data: { replyId: reply.id, kind: suggestion.kind, because: suggestion.because, subject: message.subject },
    });
    await applyReply({
      tx,
      journal: this.journal,
      rulebook: this.rulebook,
      reply,
      message,
      suggestion,
      match,
      ...found,
    });
  }

  private facts(message: IncomingMessage, match: ReplyMatch | null, suggestion: ReplySuggestion): Partial<Reply> {
    return {
      complaintId: match?.complaintId ?? null,
      attemptId: match?.attemptId ?? null,
      messageId: message.messageId,
      sender: message.from?.address ?? null,
      subject: message.subject,
      text: readableText(message.fullText),
      language: suggestion.language ?? null,
      match,
      suggestion,
      sentAt: message.date,
      readAt: this.journal.now(),
    };
  }

  private async match(tx: WorkspaceTransaction, reply: Reply, message: IncomingMessage): Promise<ReplyMatch | null> {
    const signs = signsOf(message, reply.recipients, this.mailRoom.settings.secret);
    const candidates: Candidate[] = [];
    for (const token of signs.tokens.filter((each) => each.workspaceId === tx.workspaceId)) {
      const attempt = await tx.attempts.find(token.attemptId);
      if (attempt !== null)
        candidates.push({
          complaintId: attempt.complaintId,
          attemptId: attempt.id,
          by: 'token',
          sign: token.attemptId,
        });
    }
    // The token is the surest sign there is: where it leads to an attempt of ours, the others can't change the match.
    if (candidates.length > 0) return chooseMatch(candidates);
    const bracketed = (ids: readonly string[]): string[] => ids.map((id) => `<${id}>`);
    const found = await findComplaints(tx, {
      ...signs,
      messageIds: bracketed(signs.messageIds),
      dsnMessageIds: bracketed(signs.dsnMessageIds),
      listingKeys: signs.urls.flatMap((url) => this.rulebook.listingKeys(url)),
    });
    return chooseMatch([...candidates, ...found]);
  }

  private async matched(tx: WorkspaceTransaction, complaintId: Id): Promise<{ complaint: Complaint; items: Item[] }> {
    const complaint = await tx.complaints.lock(complaintId);
    return { complaint, items: await tx.items.where({ complaintId }, { order: { position: 'asc' } }) };
  }
}
