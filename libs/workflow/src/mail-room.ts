import { createHash } from 'node:crypto';
import { replyAddress } from '#libs/answers';
import type { DkimKey, MailAttachment, MailTransport, OutgoingMail, SealedMail } from '#libs/channels';
import { composeParts, sendParts } from '#libs/channels';
import { mailBytesOf, recipientsOf } from '#libs/domain';
import type { Attempt, Complaint, Id } from '#libs/domain';
import type { FileStore } from '#libs/files';
import { renderNotice, xarfAttachments } from '#libs/notices';
import type { NoticeFacts } from '#libs/notices';
import { partWords } from './part-words.js';
import type { HandedOver, NoticeMail, SealedNotice, WayOut } from './ways-out.js';

export interface MailSettings {
  /** domain of the reply addresses: inbound mail for it reaches Redress */
  domain: string;
  /** what stands in From */
  from: string;
  /** signs the reply addresses */
  secret: string;
  /** signs the mails; null leaves them unsigned (the mail server may sign) */
  dkim: DkimKey | null;
}

/** Where notices become mail, and mail leaves. */
export class MailRoom implements WayOut {
  readonly canBeRecalled = true;

  constructor(
    readonly transport: MailTransport,
    readonly settings: MailSettings,
    private readonly files: FileStore,
  ) {}

  /** The same room with another way out, for simulations. */
  with(transport: MailTransport): MailRoom {
    return new MailRoom(transport, this.settings, this.files);
  }

  /** The notice of an attempt as bytes, with its evidence and its XARF reports: the same at every try. */
  async seal(attempt: Attempt, complaint: Complaint, facts: NoticeFacts): Promise<SealedNotice> {
    const { domain, from } = this.settings;
    const notice = renderNotice(facts);
    const envelope = this.envelope(attempt);
    const mail: OutgoingMail = {
      messageId: `<${attempt.id}@${domain}>`,
      from,
      envelopeFrom: envelope.from,
      replyTo: envelope.from,
      to: envelope.to,
      subject: notice.subject,
      text: notice.text,
      html: notice.html,
      attachments: this.reports(attempt, facts),
      language: notice.language,
      date: complaint.submittedAt ?? attempt.queuedAt,
      headers: { 'X-Redress-Reference': complaint.reference },
    };
    const parts = await composeParts({
      mail,
      files: await this.evidence(attempt.workspaceId, facts),
      mailBytes: mailBytesOf(facts.platform, facts.ground),
      words: partWords(notice.language),
      dkim: this.settings.dkim,
    });
    const [{ raw, sha256, messageId }] = parts;
    return { raw, sha256, messageId, mediaType: 'message/rfc822', ...(parts.length > 1 ? { parts } : {}) };
  }

  /** Hands over every mail of the notice that was not accepted at an earlier try. */
  async send(
    { raw, sha256, messageId, parts = [] }: SealedNotice,
    attempt: Attempt,
    signal: AbortSignal,
  ): Promise<HandedOver> {
    const mails: readonly NoticeMail[] = parts.length > 0 ? parts : [{ raw, sha256, messageId, files: [] }];
    const envelope = this.envelope(attempt);
    return sendParts(
      this.transport,
      mails.map((mail) => ({ ...mail, envelope })),
      attempt.proof,
      signal,
    );
  }

  async close(): Promise<void> {
    await this.transport.close();
  }

  /** Where bounces and answers come back to: an address that names the attempt. */
  answersTo({ workspaceId, id: attemptId }: Pick<Attempt, 'workspaceId' | 'id'>): string {
    const { domain, secret } = this.settings;
    return replyAddress({ secret, workspaceId, attemptId, domain });
  }

  private envelope(attempt: Attempt): SealedMail['envelope'] {
    return { from: this.answersTo(attempt), to: recipientsOf(attempt) };
  }

  private async evidence(workspaceId: Id, { evidenceFiles }: NoticeFacts): Promise<MailAttachment[]> {
    const names = distinctNames(evidenceFiles.map(({ name }) => name));
    return Promise.all(
      evidenceFiles.map(async ({ sha256, mediaType }, position) => ({
        name: names[position] ?? sha256,
        mediaType,
        sha256,
        bytes: await this.files.bytes(workspaceId, sha256),
      })),
    );
  }

  private reports(attempt: Attempt, facts: NoticeFacts): MailAttachment[] {
    const { domain, from } = this.settings;
    const contact = /<([^<>]+)>/.exec(from)?.[1] ?? from;
    const sender = { org: facts.rightsHolder.name, contact, domain: contact.split('@')[1] ?? domain };
    return xarfAttachments(facts, sender, (position) => reportId(attempt.id, position)).attachments;
  }
}

/** Two files of one name would be taken for one by whoever saves them: the second becomes `photo (2).jpg`. */
function distinctNames(names: readonly string[]): string[] {
  const taken = new Map<string, number>();
  return names.map((name) => {
    const count = (taken.get(name.toLowerCase()) ?? 0) + 1;
    taken.set(name.toLowerCase(), count);
    return count === 1 ? name : name.replace(/(\.[^.]*)?$/, ` (${count})$1`);
  });
}

/** A UUID in the form of version 4 (RFC 9562), as XARF asks, made of the attempt and the place: the same at every try. */
function reportId(attemptId: Id, position: number): string {
  const hex = createHash('sha256').update(`${attemptId} ${position}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
