import type { BounceFinding, BounceReason, ErrorCode } from '#libs/domain';

import { statusCodeIn } from '../delivery-status.js';
import type { IncomingMessage, RecipientStatus } from '../incoming-message.js';
import { copyBeginsAt } from '../original-message.js';
import { bounceReasonRules, bounceStatusRules } from './bounce-rules.js';
import { arrivedRules, bounceSigns, delayRules } from './report-rules.js';
import { firstHit, flowing, matched } from './rule.js';

/** What a mail server's report says: failed, still trying, or arrived. */
export interface MailReport {
  kind: 'bounce' | 'delayed' | 'arrived';
  finding: BounceFinding;
  because: string[];
}

/** Characters of a report's own words that are searched. */
const searchedLength = 8_000;

/** Passing faults of the other side: the address may well be right. */
const passing: readonly BounceReason[] = ['mailbox-full', 'network', 'system', 'expired', 'rate-limited'];

const diagnosisOf = (statuses: readonly RecipientStatus[]): string =>
  flowing(statuses.map((status) => status.diagnostic ?? '').join(' '));

const addressPattern = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]+(?:\.[\w-]+)+/;

/** The report's own words: without the copy of the original message. */
const ownWords = (message: IncomingMessage): string =>
  message.fullText.slice(0, Math.min(copyBeginsAt(message.fullText), searchedLength));

const genericDiagnosis = /^(?:smtp;?\s*)?(?:\d{3}[ -])?(?:\d\.\d\.\d )?(?:requested action (?:aborted|not taken)|failed|undeliverable|unknown)?[.\s]*$/i;

/** What a server answered in the session a report quotes, e.g. `550 5.1.1 …`. */
const sessionAnswer = /(?<![\d.:@-])[45]\d\d[- ](?:#?[245]\.\d+\.\d+ )?(?=[A-Za-z#<*:]).{4,300}/;

interface Evidence {
  status: string | null;
  diagnosis: string;
  words: string;
}

/** Classes of status codes that say more than "rejected". */
const telling: readonly BounceReason[] = ['user-unknown', 'host-unknown', 'suspended', 'mailbox-full', 'message-too-large', 'not-accepting'];

/** Reason by the diagnosis, then by a telling status, then by the report's words. */
function reasonOf(evidence: Evidence): { reason: BounceReason; because: string } {
  const byDiagnosis = genericDiagnosis.test(evidence.diagnosis) ? null : firstHit(bounceReasonRules, evidence.diagnosis);
  const byStatus = evidence.status === null ? null : firstHit(bounceStatusRules, evidence.status);
  const byWords = firstHit(bounceReasonRules, evidence.words);
  const told = byDiagnosis?.says === 'rejected' ? null : byDiagnosis;
  const hit = told ?? (byStatus !== null && telling.includes(byStatus.says) ? byStatus : (byDiagnosis ?? byWords ?? byStatus));
  return hit === null ? { reason: 'other', because: 'no reason was recognised' } : { reason: hit.says, because: matched(hit.words) };
}

/** The reply code of a session, e.g. `550`, where no enhanced status was given. */
const replyCodeIn = (text: string): string | null =>
  /(?<![\d.])([45])\d\d[ -]/.exec(text)?.[1] ?? null;

function findingOf(message: IncomingMessage, words: string): { finding: BounceFinding; because: string } {
  const failed = message.deliveryStatus.find((status) => status.action === 'failed') ?? message.deliveryStatus[0];
  const stated = diagnosisOf(failed === undefined ? [] : [failed]);
  const diagnosis = genericDiagnosis.test(stated) ? (sessionAnswer.exec(words)?.[0] ?? stated) : stated;
  const statedStatus = failed?.status ?? statusCodeIn(words);
  const status = statedStatus !== null && /^\d\.0\.0$/.test(statedStatus) ? (statusCodeIn(diagnosis) ?? statedStatus) : statedStatus;
  const { reason, because } = reasonOf({ status, diagnosis, words });
  const severity = status?.[0] ?? replyCodeIn(diagnosis) ?? replyCodeIn(words);
  const recipient = failed?.recipient ?? message.headers['x-failed-recipients'] ?? addressPattern.exec(words)?.[0] ?? null;
  return {
    finding: {
      permanent: severity !== '4' && !passing.includes(reason),
      reason,
      status,
      recipient: recipient === null ? null : (addressPattern.exec(recipient)?.[0].toLowerCase() ?? recipient),
    },
    because,
  };
}

function kindOfStatuses(statuses: readonly RecipientStatus[]): MailReport['kind'] | null {
  if (statuses.length === 0) return null;
  const of = (action: RegExp, status: RegExp): boolean =>
    statuses.some((each) => (each.action === null ? status.test(each.status ?? '') : action.test(each.action)));
  if (of(/^fail/, /^5/)) return 'bounce';
  if (of(/^delay/, /^4/)) return 'delayed';
  return of(/^(?:deliver|relay|expand)/, /^2/) ? 'arrived' : 'bounce';
}

/** Two of sender, subject, wording and null return path make a report; the wording of one is always needed. */
function kindOfWords(message: IncomingMessage, words: string): { kind: MailReport['kind']; because: string } | null {
  const subject = flowing(message.subject);
  const sender = `${message.from?.name ?? ''} ${message.from?.address ?? ''}`;
  const hit = (says: 'sender' | 'subject' | 'text', text: string): string | null =>
    firstHit(bounceSigns.filter((rule) => rule.says === says), text)?.words ?? null;
  const wording = hit('subject', subject) ?? hit('text', words);
  const arrived = firstHit(arrivedRules, subject) ?? firstHit(arrivedRules, words);
  const returned = message.headers['return-path']?.replace(/\s/g, '') === '<>' || message.headers['x-failed-recipients'] !== undefined;
  const strength = [hit('sender', sender) !== null, hit('subject', subject) !== null, hit('text', words) !== null, returned].filter(Boolean).length;
  if (arrived !== null) return { kind: 'arrived', because: matched(arrived.words) };
  if (wording === null || strength < 2) return null;
  const delay = firstHit(delayRules, `${subject} ${words}`);
  return { kind: delay === null ? 'bounce' : 'delayed', because: matched(delay?.words ?? wording) };
}

const isNotification = (words: string): boolean => /^\s*\{.{0,40}"notificationType"\s*:\s*"Bounce"/s.test(words);

/** Reads the report of a mail server on our message; null where the message is none. */
export function readMailReport(message: IncomingMessage): MailReport | null {
  const words = flowing(ownWords(message));
  const structured = kindOfStatuses(message.deliveryStatus);
  const told = structured === null ? kindOfWords(message, words) : null;
  const kind = structured ?? told?.kind ?? (isNotification(words) ? 'bounce' : null);
  if (kind === null) return null;
  const { finding, because } = findingOf(message, words);
  const by = structured === null ? (told?.because ?? 'a bounce notification') : 'a delivery status notification (RFC 3464)';
  return { kind, finding, because: kind === 'arrived' ? [by] : [by, because] };
}

const errorCodes: Readonly<Record<BounceReason, ErrorCode>> = {
  'user-unknown': 'ER-60',
  'host-unknown': 'ER-60',
  suspended: 'ER-60',
  'not-accepting': 'ER-60',
  'mailbox-full': 'ER-61',
  'message-too-large': 'ER-63',
  policy: 'ER-62',
  spam: 'ER-62',
  content: 'ER-62',
  rejected: 'ER-62',
  network: 'ER-64',
  system: 'ER-64',
  expired: 'ER-64',
  'rate-limited': 'ER-64',
  other: 'ER-64',
};

/** The error state a bounce leaves behind: ER-60 to ER-64. A permanent failure for no known reason counts as policy. */
export function errorCodeOfBounce(finding: BounceFinding): ErrorCode {
  if (finding.reason === 'other') return finding.permanent ? 'ER-62' : 'ER-64';
  const code = errorCodes[finding.reason];
  return !finding.permanent && (code === 'ER-60' || code === 'ER-62') ? 'ER-64' : code;
}
