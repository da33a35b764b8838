import type { BounceFinding } from '#libs/domain';

import type { IncomingMessage, RecipientStatus } from '../incoming-message.js';
import { copyBeginsAt } from '../original-message.js';
import { readBounce } from './bounce.js';
import { arrivedRules, bounceSigns, delayRules } from './report-rules.js';
import { firstHit, flowing, matched } from './rule.js';

type ReportKind = 'bounce' | 'delayed' | 'arrived';

/** What a mail server's report on our message says: failed, still trying, or arrived. */
export interface MailReport {
  kind: ReportKind;
  finding: BounceFinding;
  because: string[];
}

interface Told {
  kind: ReportKind;
  because: string;
}

/** Characters of a report's own words that are searched. */
const searchedLength = 8_000;

/** The report's own words: without the copy of the original message. */
const ownWords = (message: IncomingMessage): string =>
  flowing(message.fullText.slice(0, Math.min(copyBeginsAt(message.fullText), searchedLength)));

function kindOfStatuses(statuses: readonly RecipientStatus[]): ReportKind | null {
  if (statuses.length === 0) return null;
  const some = (action: RegExp, status: RegExp): boolean =>
    statuses.some((each) => (each.action === null ? status.test(each.status ?? '') : action.test(each.action)));
  if (some(/^fail/, /^5/)) return 'bounce';
  if (some(/^delay/, /^4/)) return 'delayed';
  return some(/^(?:deliver|relay|expand)/, /^2/) ? 'arrived' : 'bounce';
}

/** Null return path (RFC 5321 §4.5.5) or the header Exim adds. */
const isReturned = ({ headers }: IncomingMessage): boolean =>
  headers['return-path']?.replace(/\s/g, '') === '<>' || headers['x-failed-recipients'] !== undefined;

interface Marks {
  subject: string | null;
  text: string | null;
  /** of sender, subject, wording and null return path: how many speak for a report */
  strength: number;
}

function marksOf(message: IncomingMessage, words: string): Marks {
  const hit = (says: 'sender' | 'subject' | 'text', where: string): string | null => {
    const rules = bounceSigns.filter((rule) => rule.says === says);
    return firstHit(rules, where)?.words ?? null;
  };
  const sender = hit('sender', `${message.from?.name ?? ''} ${message.from?.address ?? ''}`);
  const subject = hit('subject', flowing(message.subject));
  const text = hit('text', words);
  const strength = [sender !== null, subject !== null, text !== null, isReturned(message)].filter(Boolean).length;
  return { subject, text, strength };
}

function arrivedIn(message: IncomingMessage, words: string, strength: number): Told | null {
  const told = strength > 0 || words.startsWith('{') ? firstHit(arrivedRules, words) : null;
  const hit = firstHit(arrivedRules, flowing(message.subject)) ?? told;
  return hit === null ? null : { kind: 'arrived', because: matched(hit.words) };
}

/** Two marks make a report, and one of them must be its subject or wording. */
function kindOfWords(message: IncomingMessage, words: string): Told | null {
  const { subject, text, strength } = marksOf(message, words);
  const arrived = arrivedIn(message, words, strength);
  if (arrived !== null) return arrived;
  const wording = subject ?? text;
  if (wording === null || strength < 2) return null;
  const delay = firstHit(delayRules, `${flowing(message.subject)} ${words}`);
  return { kind: delay === null ? 'bounce' : 'delayed', because: matched(delay?.words ?? wording) };
}

/** The notification of a mail service as JSON. */
const isNotification = (words: string): boolean => /^\{.{0,40}"notificationType"\s*:\s*"Bounce"/s.test(words);

function kindOf(message: IncomingMessage, words: string): Told | null {
  const structured = kindOfStatuses(message.deliveryStatus);
  if (structured !== null) return { kind: structured, because: 'a delivery status notification (RFC 3464)' };
  if (isNotification(words)) return { kind: 'bounce', because: 'a bounce notification' };
  return kindOfWords(message, words);
}

/** Reads the report of a mail server on our message; null where the message is none. */
export function readMailReport(message: IncomingMessage): MailReport | null {
  const words = ownWords(message);
  const told = kindOf(message, words);
  if (told === null) return null;
  const { finding, because } = readBounce(message, words);
  return { kind: told.kind, finding, because: told.kind === 'arrived' ? [told.because] : [told.because, because] };
}
