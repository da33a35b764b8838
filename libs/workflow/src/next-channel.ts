import { waysOf } from '#libs/domain';
import type { Actor, Attempt, Complaint, ErrorCode } from '#libs/domain';
import type { WorkspaceTransaction } from '#libs/persistence';
import { withUsableWays } from './http-api/accounts.js';
import type { Journal } from './journal.js';
import { attemptBy, untriedWay } from './queue-filing.js';
import type { Rulebook } from './rulebook.js';

/** An attempt that is prevented for good, and what by. */
export interface ClosedWay {
  complaint: Complaint;
  attempt: Attempt;
  code: ErrorCode;
  actor: Actor;
}

/** Attempts that may still arrive. */
const open: ReadonlySet<Attempt['state']> = new Set(['queued', 'sending', 'needs-human', 'unknown']);

/**
 * Where the filing goes on after one way was closed: by an attempt that is open already, or by a new one on the platform's
 * next way, written with the job it owes. Null where every way was tried.
 */
export async function goOn(
  tx: WorkspaceTransaction,
  journal: Journal,
  rulebook: Rulebook,
  { complaint, attempt, code, actor }: ClosedWay,
): Promise<Attempt | null> {
  const attempts = await tx.attempts.where({ complaintId: complaint.id });
  const other = attempts.find(({ id, state }) => id !== attempt.id && open.has(state));
  if (other !== undefined) return other;
  const platform = rulebook.find(complaint.platform);
  const usable = platform === null ? null : await withUsableWays(tx, platform);
  const channel = usable === null ? undefined : untriedWay(waysOf(usable, complaint.ground), attempts);
  if (channel === undefined) return null;
  const next = attemptBy(journal, complaint, channel);
  tx.attempts.add(next);
  journal.tell(tx, complaint.id, {
    kind: 'next-channel',
    actor,
    data: { from: attempt.channel, to: next.channel, code, attemptId: next.id },
  });
  if (next.state === 'queued') {
    journal.owe(tx, 'deliver-attempt', { workspaceId: tx.workspaceId, attemptId: next.id });
  } else {
    journal.tell(tx, complaint.id, { kind: 'needs-human', actor, data: { what: next.message, attemptId: next.id } });
  }
  return next;
}
