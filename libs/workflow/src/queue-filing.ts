import { complaintLifecycle, itemLifecycle, waysOf } from '#libs/domain';
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
  const attempt = firstAttempt(journal, complaint, waysOf(parties.platform, complaint.ground)[0]);
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

/** E-mail is sent by Redress; a platform that has only a form is filed with by a person. */
function firstAttempt(journal: Journal, complaint: Complaint, channel: PlatformChannel | undefined): Attempt {
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
    possibleRepeat: false,
    code: null,
    proof: null,
    reference: null,
    queuedAt: journal.now(),
    nextTryAt: null,
    startedAt: null,
    finishedAt: null,
  };
}

function way(channel: PlatformChannel | undefined): Pick<Attempt, 'channel' | 'state' | 'recipient' | 'message'> {
  if (channel?.kind === 'email' && channel.address !== undefined) {
    return { channel: 'email', state: 'queued', recipient: channel.address, message: null };
  }
  const form = channel?.url === undefined ? "the platform's form" : `the platform's form (${channel.url})`;
  return {
    channel: 'guided-form',
    state: 'needs-human',
    recipient: channel?.url ?? null,
    message: `File the notice on ${form} and record what happened.`,
  };
}
