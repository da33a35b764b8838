import { replyAddress } from '#libs/answers';
import type { MailTransport, OutgoingMail, SealedMail } from '#libs/channels';
import { composeMail } from '#libs/channels';
import type { Attempt, Complaint } from '#libs/domain';
import { renderNotice } from '#libs/notices';
import type { NoticeFacts } from '#libs/notices';

export interface MailSettings {
  /** domain of the reply addresses: inbound mail for it reaches Redress */
  domain: string;
  /** what stands in From */
  from: string;
  /** signs the reply addresses */
  secret: string;
}

/** Where notices become mail, and mail leaves. */
export class MailRoom {
  constructor(
    readonly transport: MailTransport,
    readonly settings: MailSettings,
  ) {}

  /** The notice of an attempt as bytes: the same at every try. */
  async seal(attempt: Attempt, complaint: Complaint, facts: NoticeFacts): Promise<SealedMail> {
    const { domain, from, secret } = this.settings;
    const notice = renderNotice(facts);
    const replyTo = replyAddress({ secret, workspaceId: attempt.workspaceId, attemptId: attempt.id, domain });
    const mail: OutgoingMail = {
      messageId: `<${attempt.id}@${domain}>`,
      from,
      envelopeFrom: replyTo,
      replyTo,
      to: attempt.recipient === null ? [] : [attempt.recipient],
      subject: notice.subject,
      text: notice.text,
      language: notice.language,
      date: complaint.submittedAt ?? attempt.queuedAt,
      headers: { 'X-Redress-Reference': complaint.reference },
    };
    return composeMail(mail);
  }
}
