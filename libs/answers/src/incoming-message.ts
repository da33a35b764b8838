import type { StructuredAnswer } from '#libs/domain';

export interface Mailbox {
  /** lower case */
  address: string;
  /** what follows the last `@`, lower case */
  domain: string;
  name: string;
}

export interface AttachmentNote {
  fileName: string | null;
  mediaType: string;
  bytes: number;
}

/** What a delivery status notification says of one recipient (RFC 3464 §2.3). Absent fields are null. */
export interface RecipientStatus {
  recipient: string | null;
  /** the address as we gave it, where the report says so: `recipient` may be where it was forwarded to */
  originalRecipient: string | null;
  /** `failed`, `delayed`, `delivered`, `relayed`, `expanded`; lower case */
  action: string | null;
  /** enhanced status code, e.g. `5.1.1` */
  status: string | null;
  diagnostic: string | null;
}

/** The headers of the message a report is about. */
export interface OriginalMessage {
  messageId: string | null;
  subject: string | null;
  /** names in lower case; the first value of each */
  headers: Readonly<Record<string, string>>;
}

/** An answer as read from its bytes. Everything in it was written by a stranger. */
export interface IncomingMessage {
  /** without angle brackets, like every message id here */
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  from: Mailbox | null;
  /** addresses of To, Cc, Delivered-To, X-Original-To and Envelope-To, lower case */
  recipients: string[];
  subject: string;
  date: Date | null;
  /** headers that tell what kind of message this is (`toldHeaders`) and every `x-redress-…`; names in lower case */
  headers: Readonly<Record<string, string>>;
  /** media type of the whole, lower case, e.g. `multipart/report` */
  mediaType: string;
  /** `report-type` parameter of the media type, lower case */
  reportType: string | null;
  fullText: string;
  attachments: AttachmentNote[];
  deliveryStatus: RecipientStatus[];
  /** the envelope id a delivery report is about (RFC 3464 §2.2.1): we give our Message-ID; without brackets */
  originalEnvelopeId: string | null;
  original: OriginalMessage | null;
  /** fields of a feedback report (RFC 5965), names in lower case; null where there is none */
  feedbackReport: Readonly<Record<string, string>> | null;
  structuredAnswer: StructuredAnswer | null;
  /** why a machine-readable part was not taken */
  structuredAnswerFault: string | null;
  /** what could not be read, in words */
  defects: string[];
}

/** Headers kept beside the addresses and ids. */
export const toldHeaders = [
  'auto-submitted',
  'precedence',
  'return-path',
  'sender',
  'reply-to',
  'x-autoreply',
  'x-autorespond',
  'x-auto-response-suppress',
  'x-failed-recipients',
  'x-loop',
  'list-id',
  'x-mailer',
  'content-type',
  'authentication-results',
] as const;
