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
  if (stage === 'session' || isAboutUs(reply)) return ourServer;
  const attribution = stage === 'sender' ? 'us' : 'platform';
  if (reply.startsWith('4')) return { code: passingCode(reply), attribution, retry: true };
  if (/^50[0-4]/.test(reply)) return { code: 'ER-90', attribution: 'us', retry: false };
  return { code: lastingCode(reply), attribution, retry: false };
}

/** True for a complete or cut-off negative reply: anything else after the dot leaves the outcome open. */
export const isNegativeReply = (reply: string | null): reply is string => reply !== null && /^[45]\d\d/.test(reply);

// "Relay access denied" and "authentication required" are our server's word on us, though said in answer to RCPT.
const isAboutUs = (reply: string): boolean =>
  /^(530|534|535|538)/.test(reply) ||
  /\brelay(ing)?\b.{0,20}\b(denied|not (permitted|allowed)|prohibited)/i.test(reply);

const enhancedStatus = (reply: string): string => /^\d{3}[ -]([45]\.\d{1,3}\.\d{1,3})\b/.exec(reply)?.[1] ?? '';

const passingCode = (reply: string): ErrorCode => (enhancedStatus(reply) === '4.2.2' ? 'ER-61' : 'ER-64');

const byEnhancedStatus: readonly [RegExp, ErrorCode][] = [
  [/^5\.(1\.\d+|2\.1)$/, 'ER-60'],
  [/^5\.2\.2$/, 'ER-61'],
  [/^5\.(3\.4|2\.3)$/, 'ER-63'],
  [/^5\.[67]\.\d+$/, 'ER-62'],
];

function lastingCode(reply: string): ErrorCode {
  const status = enhancedStatus(reply);
  const known = byEnhancedStatus.find(([pattern]) => pattern.test(status));
  if (known) return known[1];
  if (reply.startsWith('552')) return /full|quota|storage/i.test(reply) ? 'ER-61' : 'ER-63';
  return /^(550|551|553|521|556)/.test(reply) ? 'ER-60' : 'ER-62';
}
