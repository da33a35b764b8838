import { recogniseError } from '#libs/domain';
import type { Attribution, ErrorCode } from '#libs/domain';

/** How far the conversation had come: the session with our server, then the transaction of one message. */
export type SmtpStage = 'session' | 'sender' | 'recipient' | 'message';

export interface Refusal {
  code: ErrorCode;
  attribution: Attribution;
  retry: boolean;
}

/** Something of ours stands in the way (network, mail server, its settings): an operator can mend it, so try again. */
export const ourServer: Refusal = { code: 'ER-91', attribution: 'us', retry: true };

/**
 * What a negative SMTP reply means for a notice (RFC 5321 §4.2, enhanced status codes RFC 3463). Whatever concerns the
 * session with our own mail server, or our sender address, is ours; what is said of a recipient or a message is the
 * platform's.
 * @param reply the whole reply, e.g. `550 5.1.1 no such user`
 */
export function refusalOf(reply: string, stage: SmtpStage): Refusal {
  const found = stage === 'session' ? null : recogniseError({ smtpReply: reply });
  if (found === null) return ourServer;
  const { code, attribution, retry } = found;
  return { code, attribution: stage === 'sender' ? 'us' : attribution, retry };
}

/** True for a complete or cut-off negative reply: anything else after the dot leaves the outcome open. */
export const isNegativeReply = (reply: string | null): reply is string => reply !== null && /^[45]\d\d/.test(reply);
