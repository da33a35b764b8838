import { errorStates, judgeFiling } from '#libs/domain';
import type { Complaint, FilingError, FilingVerdict, FilingWindow, Judgement } from '#libs/domain';
import { filingWindowEnd } from '#libs/notices';
import type { WorkspaceTransaction } from '#libs/persistence';
import { system } from './journal.js';
import type { Journal } from './journal.js';
import type { Rulebook } from './rulebook.js';
import { rulesOf } from './set-rules.js';

type Judged = Pick<Complaint, 'id' | 'platform'>;

/**
 * Judges anew whether the platform prevented or delayed a filing, and keeps the judgement with its reasons: in the items, from
 * which the figures are computed, and on record. To be called after every change of the facts; the caller holds the complaint.
 */
export async function judgeComplaint(
  tx: WorkspaceTransaction,
  journal: Journal,
  rulebook: Rulebook,
  complaint: Judged,
): Promise<void> {
  const errors = await tx.filingErrors.where({ complaintId: complaint.id });
  if (errors.length === 0) return;
  const attempts = await tx.attempts.where({ complaintId: complaint.id });
  const window = await windowOf(tx, rulebook, complaint, errors);
  const judgement = judgeFiling(attempts, errors, window, journal.now());
  await mark(tx, complaint, judgement);
  await keep(tx, journal, complaint, judgement);
}

/**
 * The window begins with the first error that may be the platform's: what went wrong on our side does not use it up, and a
 * message that came back weeks later opens one.
 */
async function windowOf(
  tx: WorkspaceTransaction,
  rulebook: Rulebook,
  { platform }: Judged,
  errors: readonly FilingError[],
): Promise<FilingWindow> {
  const theirs = errors.filter(({ code }) => errorStates[code].class !== 'excluded');
  const times = (theirs.length > 0 ? theirs : errors).map(({ occurredAt }) => occurredAt.getTime());
  const from = new Date(Math.min(...times));
  const { filingWindowDays } = await rulesOf(tx);
  return { from, until: filingWindowEnd(from, rulebook.find(platform), filingWindowDays) };
}

/** What arrived keeps its delay when the rest comes back; what did not arrive has none. */
async function mark(tx: WorkspaceTransaction, { id }: Judged, { verdict, attribution }: Judgement): Promise<void> {
  const arrived = verdict === 'delayed' || verdict === 'none';
  await tx.query(
    arrived
      ? `update item set prevented = false, stalled = $3, error_attribution = $4
          where workspace_id = $1 and complaint_id = $2 and status = 'filed'`
      : `update item set prevented = $3, stalled = false, error_attribution = $4
          where workspace_id = $1 and complaint_id = $2 and status in ('ready', 'blocked')`,
    [tx.workspaceId, id, verdict === (arrived ? 'delayed' : 'prevented'), attribution],
  );
}

async function keep(tx: WorkspaceTransaction, journal: Journal, { id }: Judged, judgement: Judgement): Promise<void> {
  const before = await tx.judgements.find(id);
  const was = before?.verdict ?? null;
  const judgedAt = journal.now();
  if (before === null) tx.judgements.add({ workspaceId: tx.workspaceId, id, judgedAt, ...judgement });
  else await tx.judgements.change(id, { judgedAt, ...judgement });
  if (was !== judgement.verdict) tell(tx, journal, id, was, judgement);
}

function tell(
  tx: WorkspaceTransaction,
  journal: Journal,
  id: string,
  was: FilingVerdict | null,
  { verdict, code, until, because }: Judgement,
): void {
  const data = { was, is: verdict, code, until: until?.toISOString() ?? null, because };
  journal.audit(tx, system, 'filing.judge', id, data);
  if (verdict === 'prevented' || verdict === 'stalled' || was === 'prevented') {
    journal.tell(tx, id, { kind: 'filing-judged', actor: system, data });
  }
}
