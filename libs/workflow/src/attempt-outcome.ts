import { attemptLifecycle, complaintLifecycle, errorStates, metByRedress } from '#libs/domain';
import type { Actor, Attempt, AttemptState, Complaint, DeliveryOutcome, ErrorCode, FilingError } from '#libs/domain';
import { deadlinesFor } from '#libs/notices';
import type { WorkspaceTransaction } from '#libs/persistence';
import { judgeComplaint } from './judge-complaint.js';
import type { Journal } from './journal.js';
import { moveComplaint } from './move-complaint.js';
import { goOn } from './next-channel.js';
import { nextTry } from './retry-policy.js';
import type { Rulebook } from './rulebook.js';

export interface Outcome {
  attempt: Attempt;
  outcome: DeliveryOutcome;
  actor: Actor;
  /** when it happened, where that is not now */
  at?: Date;
  /** how an error was met, where a person met it */
  met?: Pick<FilingError, keyof typeof metByRedress>;
}

/**
 * Records what became of handing a notice over: attempt, filing error, items, complaint and timeline in the caller's
 * transaction. The caller holds the attempt's row.
 */
export async function recordOutcome(
  tx: WorkspaceTransaction,
  journal: Journal,
  rulebook: Rulebook,
  event: Outcome,
): Promise<void> {
  const complaint = await tx.complaints.lock(event.attempt.complaintId);
  const at = event.at ?? journal.now();
  const scene: Scene = { tx, journal, rulebook, complaint, at, ...event };
  await record(scene, event.outcome);
  await judgeComplaint(tx, journal, rulebook, complaint);
}

function record(scene: Scene, outcome: DeliveryOutcome): Promise<void> {
  switch (outcome.kind) {
    case 'delivered':
      return delivered(scene, outcome);
    case 'prevented':
      return prevented(scene, outcome);
    case 'needs-human':
      noteWhatStopped(scene, outcome);
      return waitsForPerson(scene, 'needs-human', outcome.what, outcome.code);
    case 'unknown':
      return waitsForPerson(scene, 'unknown', outcome.message, outcome.code);
  }
}

interface Scene extends Outcome {
  tx: WorkspaceTransaction;
  journal: Journal;
  rulebook: Rulebook;
  complaint: Complaint;
  at: Date;
}

async function delivered(scene: Scene, outcome: Extract<DeliveryOutcome, { kind: 'delivered' }>): Promise<void> {
  const { tx, journal, complaint, attempt, at } = scene;
  await finish(scene, 'delivered', { code: null, message: null, reference: outcome.reference });
  await moveComplaint(scene, 'filed', outcome.reference);
  await tx.query(
    `update item set status = 'filed', delivered_at = $3
      where workspace_id = $1 and complaint_id = $2 and status in ('ready', 'blocked')`,
    [tx.workspaceId, complaint.id, at],
  );
  journal.tell(tx, complaint.id, {
    kind: 'delivered',
    actor: scene.actor,
    at,
    data: { attemptId: attempt.id, channel: attempt.channel, answer: outcome.proof.answer },
  });
  setDeadlines(scene);
}

function setDeadlines({ tx, journal, rulebook, complaint, at }: Scene): void {
  const platform = rulebook.find(complaint.platform);
  const regime = rulebook.regimeVersion(complaint.regime ?? '', complaint.regimeVersion ?? '');
  if (platform === null || regime === null) return;
  const deadlines = deadlinesFor(platform, regime, at).map((clock) => ({
    workspaceId: tx.workspaceId,
    id: journal.newId(),
    complaintId: complaint.id,
    state: 'open' as const,
    closedAt: null,
    ...clock,
  }));
  tx.deadlines.add(...deadlines);
}

async function prevented(scene: Scene, outcome: Extract<DeliveryOutcome, { kind: 'prevented' }>): Promise<void> {
  const { tx, journal, complaint, attempt, at } = scene;
  addFilingError(scene, outcome);
  const again = nextTry(attempt, outcome, at, scene.rulebook.find(complaint.platform));
  if (again !== null) {
    await finish(scene, 'queued', { code: outcome.code, message: outcome.message, nextTryAt: again });
    await moveComplaint(scene, 'queued');
    journal.owe(tx, 'deliver-attempt', { workspaceId: tx.workspaceId, attemptId: attempt.id }, again);
    journal.tell(tx, complaint.id, {
      kind: 'retry-scheduled',
      actor: scene.actor,
      at,
      data: { code: outcome.code, message: outcome.message, nextTryAt: again.toISOString() },
    });
    return;
  }
  await finish(scene, 'prevented', { code: outcome.code, message: outcome.message });
  journal.tell(tx, complaint.id, {
    kind: 'prevented',
    actor: scene.actor,
    at,
    data: { code: outcome.code, says: errorStates[outcome.code].says, message: outcome.message },
  });
  if ((await arrivedOtherwise(scene)) || (await wentOn(scene, outcome.code))) return;
  await block(scene);
}

/** The filing goes on by another way: nothing is prevented as long as one is left. */
async function wentOn(scene: Scene, code: ErrorCode): Promise<boolean> {
  const { tx, journal, rulebook, complaint, attempt, actor } = scene;
  if (!complaintLifecycle.canMove(complaint.status, 'prevented')) return false;
  const next = await goOn(tx, journal, rulebook, { complaint, attempt, code, actor });
  if (next === null) return false;
  await tx.query(
    `update item set status = 'ready', delivered_at = null
      where workspace_id = $1 and complaint_id = $2 and status = 'filed' and outcome = 'pending'`,
    [tx.workspaceId, complaint.id],
  );
  await cancelDeadlines(scene);
  const status = next.state === 'queued' || next.state === 'sending' ? 'queued' : 'needs-human';
  // A filing that came back hours later stands where it stood before it left.
  if (complaint.status === 'filed')
    for (const step of ['prevented', 'queued'] as const) await moveComplaint(scene, step);
  await moveComplaint(scene, status);
  return true;
}

/** The notice reached the platform by another attempt, so that this one's end stops nothing. */
async function arrivedOtherwise({ tx, complaint }: Scene): Promise<boolean> {
  return (await tx.attempts.where({ complaintId: complaint.id, state: 'delivered' }, { limit: 1 })).length > 0;
}

/**
 * Items that reached the platform on no channel; whether that counts as prevented is judged apart. What was decided did
 * arrive, whatever came back later.
 */
async function block(scene: Scene): Promise<void> {
  const { tx, complaint } = scene;
  await moveComplaint(scene, 'prevented');
  await tx.query(
    `update item set status = 'blocked', delivered_at = null
      where workspace_id = $1 and complaint_id = $2 and status in ('ready', 'filed') and outcome = 'pending'`,
    [tx.workspaceId, complaint.id],
  );
  await cancelDeadlines(scene);
}

/** A platform that has no notice owes no answer. */
async function cancelDeadlines({ tx, complaint, at }: Scene): Promise<void> {
  await tx.query(
    `update deadline set state = 'cancelled', closed_at = $3 where workspace_id = $1 and complaint_id = $2 and state = 'open'
        and not exists (select from item where workspace_id = $1 and complaint_id = $2 and status = 'filed')`,
    [tx.workspaceId, complaint.id, at],
  );
}

async function waitsForPerson(
  scene: Scene,
  state: 'needs-human' | 'unknown',
  what: string,
  code: ErrorCode | null,
): Promise<void> {
  const { tx, journal, complaint, attempt, at } = scene;
  await finish(scene, state, { code, message: what });
  await moveComplaint(scene, 'needs-human');
  journal.tell(tx, complaint.id, {
    kind: state === 'unknown' ? 'delivery-unknown' : 'needs-human',
    actor: scene.actor,
    at,
    data: { attemptId: attempt.id, code, what },
  });
}

async function finish(scene: Scene, state: AttemptState, facts: Partial<Attempt>): Promise<void> {
  const { tx, attempt, outcome, at } = scene;
  const change = {
    state: attemptLifecycle.move(attempt.state, state),
    leaseUntil: null,
    proof: outcome.proof,
    finishedAt: state === 'queued' ? null : at,
    ...facts,
  };
  Object.assign(attempt, change);
  await tx.attempts.change(attempt.id, change);
}

/** A captcha, a form that changed: what hands a filing over to a person is an error met on the way. */
function noteWhatStopped(scene: Scene, { code, what }: Extract<DeliveryOutcome, { kind: 'needs-human' }>): void {
  if (code !== null) addFilingError(scene, { code, attribution: errorStates[code].attribution, message: what });
}

type MetOnTheWay = Pick<Extract<DeliveryOutcome, { kind: 'prevented' }>, 'code' | 'attribution' | 'message'>;

function addFilingError(scene: Scene, error: MetOnTheWay): void {
  const { tx, journal, complaint, attempt, at, actor } = scene;
  tx.filingErrors.add({
    workspaceId: tx.workspaceId,
    id: journal.newId(),
    complaintId: complaint.id,
    attemptId: attempt.id,
    platform: complaint.platform,
    channel: attempt.channel,
    code: error.code,
    attribution: error.attribution,
    message: error.message,
    ...(scene.met ?? metByRedress),
    occurredAt: at,
    recordedAt: journal.now(),
    recordedBy: actor.kind === 'system' ? 'automatic' : actor.name,
  });
}
