import { attemptLifecycle, complaintLifecycle } from '#libs/domain';
import type { Attempt } from '#libs/domain';
import type { WorkspaceTransaction } from '#libs/persistence';
import { PAUSED_LOOK_MS } from './delivery-gate.js';
import type { Gate, Held } from './delivery-gate.js';
import { system } from './journal.js';
import type { Journal } from './journal.js';

/** What a person who looks at the complaint is told; how notices take turns is no story of theirs. */
const isTold = ({ why }: Held): boolean => why === 'paused' || why === 'outage';

/** Puts an attempt off that may not leave now. It was not tried: no try is counted, and no filing error recorded. */
export async function putOff(tx: WorkspaceTransaction, journal: Journal, attempt: Attempt, held: Held): Promise<void> {
  const { why, until } = held;
  if (isTold(held) && attempt.waitsFor !== why) {
    const data = { waitsFor: why, attemptId: attempt.id };
    journal.tell(tx, attempt.complaintId, { kind: 'queued', actor: system, data });
  }
  await tx.attempts.change(attempt.id, { nextTryAt: until, waitsFor: why });
  // What is paused gets its job from whoever takes the pause back.
  if (why !== 'paused')
    journal.owe(tx, 'deliver-attempt', { workspaceId: tx.workspaceId, attemptId: attempt.id }, until);
}

/** Nothing of the notice had been accepted when its platform was paused: it waits again as if it had not been tried. */
export async function takeBack(
  tx: WorkspaceTransaction,
  journal: Journal,
  gate: Gate,
  attempt: Attempt,
): Promise<void> {
  const complaint = await tx.complaints.lock(attempt.complaintId);
  await tx.attempts.change(attempt.id, {
    state: attemptLifecycle.move(attempt.state, 'queued'),
    tries: attempt.tries - 1,
    leaseUntil: null,
  });
  if (complaintLifecycle.canMove(complaint.status, 'queued'))
    await tx.complaints.change(complaint.id, { status: 'queued' });
  const now = journal.now();
  const isPaused = await gate.isPaused(tx, { platform: complaint.platform, channel: attempt.channel });
  const until = isPaused ? new Date(now.getTime() + PAUSED_LOOK_MS) : now;
  await putOff(tx, journal, attempt, { why: isPaused ? 'paused' : 'turn', until });
}
