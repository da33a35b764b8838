import type { Attribution, ErrorCode } from '../filing-error.js';
import type { RecognisedError } from './recognised-error.js';

interface MailMeaning {
  code: ErrorCode;
  attribution: Attribution;
}

const ours: MailMeaning = { code: 'ER-91', attribution: 'us' };

/** Longer replies are cut: nothing after this tells more. */
const LONGEST_REPLY = 4000;

/**
 * Wordings that say more than the codes beside them, which servers often give wrongly. What is said of our own server,
 * its name, its reputation or our sender address is ours, though the platform's server says it.
 */
const byWords: readonly [RegExp, MailMeaning][] = [
  [/\brelay(?:ing)?\b.{0,20}\b(?:denied|not (?:permitted|allowed)|prohibited)/i, ours],
  [
    /recipient address rejected: (?:access denied|user|unknown|undeliverable)/i,
    { code: 'ER-60', attribution: 'platform' },
  ],
  [
    /\b(?:spf|dkim|dmarc)\b|reverse dns|\bptr\b|\brdns\b|spamhaus|spamcop|barracuda|\bdnsbl\b|\brbl\b|(?:block|black|deny) ?list|(?:poor|bad|low|ip|sender|domain) reputation|unauthenticated (?:mail|email|sender)/i,
    { code: 'ER-62', attribution: 'us' },
  ],
  [/\bsender(?:'s)?(?: address| domain| verify)?[^.]{0,20}(?:rejected|failed|refused|not found|unknown)/i, ours],
  [
    /mailbox (?:is )?(?:over |out of )?(?:full|quota)|over ?quota|quota exceeded|mailbox size limit|邮箱已?满|信箱已?滿/i,
    { code: 'ER-61', attribution: 'platform' },
  ],
  [
    /\bno such (?:user|mailbox|recipient|account)|user (?:is )?unknown|unknown (?:user|recipient)|mailbox (?:not found|does not exist)|(?:user|recipient|address|account) (?:not found|does ?n[o']t exist)|邮箱不存在|用户不存在/i,
    { code: 'ER-60', attribution: 'platform' },
  ],
];

/** Enhanced status codes that last (RFC 3463 §3, RFC 7372, RFC 7504, and those large providers give), by subject and detail. */
const lasting: readonly [RegExp, MailMeaning][] = [
  [/^1\.[78]$/, { code: 'ER-60', attribution: 'us' }],
  [/^1\./, { code: 'ER-60', attribution: 'platform' }],
  [/^2\.2$/, { code: 'ER-61', attribution: 'platform' }],
  [/^(?:2\.3|3\.4)$/, { code: 'ER-63', attribution: 'platform' }],
  [/^2\.[14]$/, { code: 'ER-60', attribution: 'platform' }],
  [/^3\.1$/, { code: 'ER-61', attribution: 'platform' }],
  [/^3\.2$/, { code: 'ER-60', attribution: 'platform' }],
  [/^3\.3$/, { code: 'ER-62', attribution: 'unknown' }],
  [/^3\./, { code: 'ER-40', attribution: 'platform' }],
  [/^4\.4$/, { code: 'ER-60', attribution: 'unknown' }],
  [/^4\.7$/, { code: 'ER-64', attribution: 'unknown' }],
  [/^4\./, { code: 'ER-42', attribution: 'unknown' }],
  [/^5\./, { code: 'ER-90', attribution: 'us' }],
  [/^6\./, { code: 'ER-62', attribution: 'unknown' }],
  [/^7\.(?:8|9|11|13|14)$/, ours],
  [/^7\.(?:2\d|[567]\d\d)$/, { code: 'ER-62', attribution: 'us' }],
  [/^7\./, { code: 'ER-62', attribution: 'platform' }],
];

const replyCode = /^\s*(?:smtp;?\s*)?([45]\d\d)(?=[ -]|$)/i;
const statusPattern = /(?<![\d.])([45])\.(\d{1,3}\.\d{1,3})(?![\d.])/;

/**
 * What a negative SMTP reply or a status of a delivery report stands for.
 * @param reply a whole reply or the diagnosis of a report; may be empty where a status is given
 */
export function smtpError(reply: string, stated: string | null): RecognisedError | null {
  const words = reply.slice(0, LONGEST_REPLY).replace(/\s+/g, ' ').trim();
  const code = replyCode.exec(words)?.[1] ?? '';
  const status = enhanced(stated ?? '') ?? enhanced(words);
  const severity = status?.severity ?? code.charAt(0);
  if (severity === '') return null;
  const meaning = severity === '4' ? putOff(code, status, words) : refused(code, status, words);
  return {
    ...meaning,
    // What an operator of ours can mend is worth another try.
    retry: severity === '4' || meaning.code === 'ER-91',
    because: `mail server said: "${(words === '' ? (stated ?? '') : words).slice(0, 160)}"`,
  };
}

const refused = (code: string, status: Status | null, words: string): MailMeaning =>
  toldMeaning(code, words) ?? lastingMeaning(code, status, words);

/** A passing answer about an address or a policy says "later", not "never". */
function putOff(code: string, status: Status | null, words: string): MailMeaning {
  const meaning = toldMeaning(code, words) ?? passingMeaning(status);
  return meaning.code === 'ER-60' || meaning.code === 'ER-62' ? { ...meaning, code: 'ER-64' } : meaning;
}

interface Status {
  severity: string;
  detail: string;
}

function enhanced(text: string): Status | null {
  const found = statusPattern.exec(text);
  return found === null ? null : { severity: found[1] ?? '', detail: found[2] ?? '' };
}

/** Asked to sign in, or told in words that outweigh the codes. */
const toldMeaning = (code: string, words: string): MailMeaning | null =>
  /^53[0458]$/.test(code) ? ours : (byWords.find(([pattern]) => pattern.test(words))?.[1] ?? null);

function passingMeaning(status: Status | null): MailMeaning {
  if (status?.detail === '2.2') return { code: 'ER-61', attribution: 'platform' };
  return { code: 'ER-64', attribution: status?.detail.startsWith('4.') === true ? 'unknown' : 'platform' };
}

function lastingMeaning(code: string, status: Status | null, words: string): MailMeaning {
  if (/^50[0-4]$/.test(code)) return { code: 'ER-90', attribution: 'us' };
  const known = status === null ? undefined : lasting.find(([pattern]) => pattern.test(status.detail))?.[1];
  return known ?? byReplyCode(code, words);
}

function byReplyCode(code: string, words: string): MailMeaning {
  if (code === '552') {
    return { code: /full|quota|storage/i.test(words) ? 'ER-61' : 'ER-63', attribution: 'platform' };
  }
  if (/^(?:550|551|553|521|556)$/.test(code)) return { code: 'ER-60', attribution: 'platform' };
  // A refusal for no stated reason (`5.0.0`, `554`): policy, and whose fault is open unless a server said it to our face.
  return { code: 'ER-62', attribution: code === '' ? 'unknown' : 'platform' };
}
