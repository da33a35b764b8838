import { addressesOf, complaintLifecycle, itemLifecycle, recipientOf, waysOf } from '#libs/domain';
import type { Attempt, Complaint, Item, PlatformChannel, Regime } from '#libs/domain';
import { payloadHash } from '#libs/notices';
import type { NoticeFacts } from '#libs/notices';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from './caller.js';
import type { Journal } from './journal.js';
import type { Parties } from './parties.js';

export interface Filing {
  complaint: Complaint;
  items: readonly Item[];
  regime: Regime;
  parties: Parties;
  facts: NoticeFacts;
}

/** Makes a checked complaint and its items ready, and gives the first attempt to deliver it. Writes nothing. */
export function makeReady(journal: Journal, { complaint, items, regime, parties, facts }: Filing): Attempt {
  const now = journal.now();
  const attempt = attemptBy(journal, complaint, waysOf(parties.platform, complaint.ground)[0]);
  const queued = complaintLifecycle.move(complaint.status, 'queued');
  complaint.status = attempt.state === 'needs-human' ? complaintLifecycle.move(queued, 'needs-human') : queued;
  complaint.regime = regime.id;
  complaint.regimeVersion = regime.effectiveFrom;
  complaint.payloadHash = payloadHash(facts);
  complaint.submittedAt = now;
  for (const item of items) {
    item.status = itemLifecycle.move(item.status, 'ready');
    item.readyAt = now;
  }
  return attempt;
}

/** Writes the first attempt with the job it owes, so that an acknowledged filing is one the system will carry out. */
export function openAttempt(
  tx: WorkspaceTransaction,
  journal: Journal,
  caller: Caller,
  complaint: Complaint,
  attempt: Attempt,
): void {
  tx.attempts.add(attempt);
  journal.tell(tx, complaint.id, {
    kind: 'submitted',
    actor: caller.actor,
    data: { regime: complaint.regime, version: complaint.regimeVersion, statements: complaint.statements.length },
  });
  journal.audit(tx, caller.actor, 'complaint.submit', complaint.id, { payload: complaint.payloadHash });
  if (attempt.state === 'queued') {
    journal.owe(tx, 'deliver-attempt', { workspaceId: tx.workspaceId, attemptId: attempt.id });
  } else {
    journal.tell(tx, complaint.id, { kind: 'needs-human', actor: caller.actor, data: { what: attempt.message } });
  }
}

/** An attempt by this way, not written yet: queued where Redress can go it by itself, in the hands of a person where not. */
export function attemptBy(journal: Journal, complaint: Complaint, channel: PlatformChannel | undefined): Attempt {
  return {
    workspaceId: complaint.workspaceId,
    id: journal.newId(),
    complaintId: complaint.id,
    ...way(channel),
    tries: 0,
    fence: 0,
    leaseUntil: null,
    messageId: null,
    noticeDocumentId: null,
    exhibitIds: [],
    possibleRepeat: false,
    code: null,
    proof: null,
    reference: null,
    queuedAt: journal.now(),
    nextTryAt: null,
    waitsFor: null,
    startedAt: null,
    finishedAt: null,
  };
}

type Way = Pick<Attempt, 'channel' | 'state' | 'recipient' | 'message'>;

/** Mail, an interface and a form that a recipe fills in are Redress's own work; a platform that has only a form is filed with by a person. */
function way(channel: PlatformChannel | undefined): Way {
  const recipient = channel?.url ?? null;
  if (channel?.kind === 'email' && channel.address !== undefined) {
    return { channel: 'email', state: 'queued', recipient: recipientOf(addressesOf(channel)), message: null };
  }
  if (channel?.kind === 'http-api' && channel.api !== undefined)
    return { channel: 'http-api', state: 'queued', recipient, message: null };
  if (channel?.kind === 'browser-form' && channel.form !== undefined)
    return { channel: 'browser-form', state: 'queued', recipient, message: null };
  return formByHand(recipient);
}

function formByHand(recipient: string | null): Way {
  const form = recipient === null ? "the platform's form" : `the platform's form (${recipient})`;
  const message = `File the notice on ${form} and record what happened.`;
  return { channel: 'guided-form', state: 'needs-human', recipient, message };
}

/** The first way of the platform that none of these attempts went; undefined where all were tried. */
export const untriedWay = (
  ways: readonly PlatformChannel[],
  attempts: readonly Attempt[],
): PlatformChannel | undefined =>
  ways.find((each) => {
    const { channel, recipient } = way(each);
    return !attempts.some((one) => one.channel === channel && (one.recipient ?? recipient) === recipient);
  });
