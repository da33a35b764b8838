import type { DeliveryOutcome } from '#libs/domain';

/** A file that travels with a mail. */
export interface MailAttachment {
  /** a plain file name, in any script: no folders, no control or invisible characters */
  name: string;
  /** e.g. `image/png` */
  mediaType: string;
  bytes: Buffer;
  /** SHA-256 (hex) the bytes must have, where it was written down elsewhere, as in the text of the notice */
  sha256?: string;
}

/** A notice as the trade hands it over: words and addresses, not yet bytes. */
export interface OutgoingMail {
  /** with angle brackets, the same at every try of one attempt */
  messageId: string;
  from: string;
  /** the address bounces go to (RFC 5321 reverse-path) */
  envelopeFrom: string;
  replyTo: string;
  to: string[];
  subject: string;
  text: string;
  /** says the same as `text`, for readers that show it; absent or null = text alone */
  html?: string | null;
  attachments?: readonly MailAttachment[];
  /** language of the text, becomes `Content-Language` */
  language: string;
  date: Date;
  /** further headers, e.g. `X-Redress-Reference` */
  headers: Record<string, string>;
}

/** A mail as bytes: what is kept as evidence is exactly what is put on the wire. */
export interface SealedMail {
  /** RFC 5322 bytes: CRLF line ends, the last line ended too */
  raw: Buffer;
  /** SHA-256 (hex) of `raw` */
  sha256: string;
  envelope: { from: string; to: string[] };
  messageId: string;
}

/** One mail of a notice, with the names of the evidence files in it. */
export interface SealedPart extends SealedMail {
  files: readonly string[];
}

/**
 * One way of putting sealed mail on its way. `deliver` never rejects for what the other side did: every end of the
 * conversation is an outcome. It tries once; whether to try again is the caller's decision, and never after `unknown`.
 */
export interface MailTransport {
  readonly name: string;
  deliver(mail: SealedMail, options: { signal: AbortSignal }): Promise<DeliveryOutcome>;
  close(): Promise<void>;
}
