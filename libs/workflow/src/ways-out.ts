import type { PartToSend } from '#libs/channels';
import type { Attempt, ChannelKind, Complaint, DeliveryOutcome } from '#libs/domain';
import type { NoticeFacts } from '#libs/notices';

/** A notice as the bytes that leave; they are kept as evidence before the first of them does. */
export interface SealedNotice {
  raw: Buffer;
  /** SHA-256 (hex) of `raw` */
  sha256: string;
  /** e.g. `message/rfc822`, `application/json` */
  mediaType: string;
  /** the same at every try: a Message-ID, an Idempotency-Key */
  messageId: string;
  /** every mail of a notice that was too large for one, the notice itself first */
  parts?: readonly NoticeMail[];
}

/** One mail of several; whom it goes to is the attempt's matter. */
export type NoticeMail = Omit<PartToSend, 'envelope'>;

/** What was seen while a notice was handed over: a screenshot, the trail of a conversation. */
export interface Exhibit {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

export type HandedOver = DeliveryOutcome & { exhibits?: readonly Exhibit[] };

/** One way a notice leaves by itself. It tries once, and says what became of it; `unknown` is never tried again by itself. */
export interface WayOut {
  /** The notice of an attempt: the same bytes at every try. */
  seal(attempt: Attempt, complaint: Complaint, facts: NoticeFacts): Promise<SealedNotice>;
  /** Hands over exactly the bytes of `sealed`. Never rejects for what the other side did. */
  send(sealed: SealedNotice, attempt: Attempt, signal: AbortSignal): Promise<HandedOver>;
  close(): Promise<void>;
  /** true where a signal that aborts with a Recall ends nothing but what can't have been accepted yet */
  readonly canBeRecalled?: boolean;
}

/** Every way that leads out by itself; what has none here (a guided form) waits for a person. */
export type WaysOut = Readonly<Partial<Record<ChannelKind, WayOut>>>;

export const WAYS_OUT = Symbol('ways out');
