import type { Attribution, ErrorCode } from '../filing-error.js';

/** What was seen when a filing met an error. Every field is optional: give what there is. */
export interface ErrorSigns {
  /** HTTP status of the platform's answer */
  status?: number;
  /** its `Retry-After` header, as it came */
  retryAfter?: string;
  /** a whole SMTP reply, or the diagnosis of a delivery report, e.g. `550 5.1.1 no such user` */
  smtpReply?: string;
  /** an enhanced status code without a reply, as delivery reports give it, e.g. `5.1.1` */
  enhancedStatus?: string;
  /** what the platform showed or answered, as text, HTML or JSON, in any language */
  text?: string;
  /** code of the error Node met, e.g. `ENOTFOUND`, `CERT_HAS_EXPIRED` */
  errno?: string;
  /**
   * whether what we sent kept to the limit the platform documents (rate, size, number of items); undefined where it
   * documents none
   */
  withinLimit?: boolean;
  /** the instant the answer came, to read a `Retry-After` that is a date */
  at?: Date;
}

export interface RecognisedError {
  code: ErrorCode;
  /** `unknown` wherever the signs leave it open: a guess never counts against the platform */
  attribution: Attribution;
  /** true: the same notice can succeed on the same channel later without anybody's doing */
  retry: boolean;
  /** the sign it was recognised by, for people to read: `HTTP 429`, `matched: "system busy"` */
  because: string;
  /** seconds the platform asks to wait */
  retryAfter?: number;
}
