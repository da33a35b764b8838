import type { BounceFinding, BounceReason, ErrorCode } from '#libs/domain';

import { statusCodeIn } from '../delivery-status.js';
import type { IncomingMessage, RecipientStatus } from '../incoming-message.js';
import { bounceReasonRules, bounceStatusRules } from './bounce-rules.js';
import { firstHit, flowing, matched } from './rule.js';

/** Passing faults of the other side: the address may well be right. */
const passing: readonly BounceReason[] = ['mailbox-full', 'network', 'system', 'expired', 'rate-limited'];

const addressPattern = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]+(?:\.[\w-]+)+/;

const genericDiagnosis =
  /^(?:smtp;?\s*)?(?:\d{3}[ -])?(?:\d\.\d\.\d )?(?:requested action (?:aborted|not taken)|failed|undeliverable|unknown)?[.\s]*$/i;

/** What a server answered in the session a report quotes, e.g. `550 5.1.1 …`. */
const sessionAnswer = /(?<![\d.:@-])[45]\d\d[- ](?:#?[245]\.\d+\.\d+ )?(?=[A-Za-z#<*:]).{4,300}/;

interface Evidence {
  status: string | null;
  diagnosis: string;
  words: string;
}

/** Classes of status codes that say more than "rejected". */
const telling: readonly BounceReason[] = [
  'user-unknown',
  'host-unknown',
  'suspended',
  'mailbox-full',
  'message-too-large',
  'not-accepting',
];

/** Reason by the diagnosis, then by a telling status, then by the report's words. */
function reasonOf(evidence: Evidence): { reason: BounceReason; because: string } {
  const byDiagnosis = genericDiagnosis.test(evidence.diagnosis)
    ? null
    : firstHit(bounceReasonRules, evidence.diagnosis);
  const byStatus = evidence.status === null ? null : firstHit(bounceStatusRules, evidence.status);
  const byWords = firstHit(bounceReasonRules, evidence.words);
  const told = byDiagnosis?.says === 'rejected' ? null : byDiagnosis;
  const hit =
    told ?? (byStatus !== null && telling.includes(byStatus.says) ? byStatus : (byDiagnosis ?? byWords ?? byStatus));
  return hit === null
    ? { reason: 'other', because: 'no reason was recognised' }
    : { reason: hit.says, because: matched(hit.words) };
}

/** The reply code of a session, e.g. `550`, where no enhanced status was given. */
const replyCodeIn = (text: string): string | null => /(?<![\d.])([45])\d\d[ -]/.exec(text)?.[1] ?? null;

/** Of several recipients the one that failed; our notices have one. */
const failedOf = (message: IncomingMessage): RecipientStatus | null =>
  message.deliveryStatus.find((status) => status.action === 'failed') ?? message.deliveryStatus[0] ?? null;

function diagnosisIn(failed: RecipientStatus | null, words: string): string {
  const stated = flowing(failed?.diagnostic ?? '');
  return genericDiagnosis.test(stated) ? (sessionAnswer.exec(words)?.[0] ?? stated) : stated;
}

/** The stated code; the one in the diagnosis where the stated one says nothing (`5.0.0`). */
function statusIn(failed: RecipientStatus | null, diagnosis: string, words: string): string | null {
  const stated = failed?.status ?? statusCodeIn(words);
  return stated === null || /^\d\.0\.0$/.test(stated) ? (statusCodeIn(diagnosis) ?? stated) : stated;
}

function recipientIn(failed: RecipientStatus | null, message: IncomingMessage, words: string): string | null {
  const stated = failed?.recipient ?? message.headers['x-failed-recipients'] ?? words;
  return addressPattern.exec(stated)?.[0].toLowerCase() ?? failed?.recipient ?? null;
}

/**
 * What a bounce says of the address.
 * @param words the report's own words, white space made single
 */
export function readBounce(message: IncomingMessage, words: string): { finding: BounceFinding; because: string } {
  const failed = failedOf(message);
  const diagnosis = diagnosisIn(failed, words);
  const status = statusIn(failed, diagnosis, words);
  const { reason, because } = reasonOf({ status, diagnosis, words });
  const severity = status?.[0] ?? replyCodeIn(diagnosis) ?? replyCodeIn(words);
  const permanent = severity !== '4' && !passing.includes(reason);
  return { finding: { permanent, reason, status, recipient: recipientIn(failed, message, words) }, because };
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
