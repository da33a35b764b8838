import { Injectable } from '@nestjs/common';
import { Fault, complaintLifecycle } from '#libs/domain';
import type { Complaint, ConfirmedStatement, Id, Regime, Signature, StatementKind } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from './caller.js';
import { Journal } from './journal.js';
import { confirmations } from './notice-facts.js';
import { loadParties } from './parties.js';
import { Rulebook } from './rulebook.js';
import { prepareSubmission, tellSubmission } from './submission.js';
import type { Submission } from './submission.js';

export interface Confirmation {
  statements?: Partial<Record<StatementKind, boolean>>;
  signature?: Signature;
  /** why listings are reported again that are under complaint or were refused */
  renewedBecause?: string;
}

/** Submits a draft: checks it against the regime in force today and queues its notice. */
@Injectable()
export class SubmitComplaint {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
  ) {}

  async run(caller: Caller, complaintId: Id, confirmation: Confirmation): Promise<void> {
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const complaint = await tx.complaints.lock(complaintId);
      // submitted twice, or after it was withdrawn: told before anything else is looked at
      if (complaint.status !== complaintLifecycle.initial)
        throw new Fault('conflict', 'illegal-move', `The complaint is "${complaint.status}" and can't be submitted.`);
      complaint.signature = confirmation.signature ?? complaint.signature;
      complaint.renewedBecause = confirmation.renewedBecause ?? complaint.renewedBecause;
      const given = { caller, complaint, confirmed: confirmations([]), at: this.journal.now() };
      const submission = await submissionOf(tx, this.rulebook, given);
      complaint.statements = standing(complaint.statements, submission.regime, confirmation.statements ?? {});
      submission.confirmed = confirmedOf(complaint.statements, confirmation.statements ?? {});
      const attempt = await prepareSubmission(tx, this.journal, submission);
      await writeSubmitted(tx, submission);
      tellSubmission(tx, this.journal, submission, attempt);
    });
  }
}

type Given = Partial<Record<StatementKind, boolean>>;

/** What was confirmed with the draft and still holds: in the words of today, and neither confirmed anew nor taken back. */
const standing = (before: readonly ConfirmedStatement[], regime: Regime, given: Given): ConfirmedStatement[] =>
  before.filter(
    ({ kind, regime: id, regimeVersion }) =>
      given[kind] === undefined && id === regime.id && regimeVersion === regime.effectiveFrom,
  );

function confirmedOf(before: readonly ConfirmedStatement[], given: Given): Record<StatementKind, boolean> {
  const stored = confirmations(before);
  return {
    goodFaith: given.goodFaith ?? stored.goodFaith,
    accuracy: given.accuracy ?? stored.accuracy,
    authority: given.authority ?? stored.authority,
  };
}

/** A stored complaint with everything its submission rests on today. */
export async function submissionOf(
  tx: WorkspaceTransaction,
  rulebook: Rulebook,
  given: Pick<Submission, 'caller' | 'complaint' | 'confirmed'> & { at: Date },
): Promise<Submission> {
  const { caller, complaint, confirmed, at } = given;
  const parties = await loadParties(tx, rulebook, complaint);
  const regime = rulebook.regimeFor(parties.platform, complaint.ground, at);
  if (regime === null)
    throw new Fault('conflict', 'ground-not-accepted', `${parties.platform.name} no longer takes this ground.`);
  const items = await tx.items.where({ complaintId: complaint.id }, { order: { position: 'asc' } });
  return { caller, complaint, confirmed, parties, regime, items };
}

/** Writes the complaint and, once it is ready, its items. */
export async function writeSubmitted(tx: WorkspaceTransaction, { complaint, items }: Submission): Promise<void> {
  const { workspaceId: _workspaceId, id, ...submitted } = complaint;
  await tx.complaints.change(id, submitted satisfies Partial<Complaint>);
  const [first] = items;
  if (first?.readyAt == null) return;
  await tx.query(`update item set status = 'ready', ready_at = $3 where workspace_id = $1 and complaint_id = $2`, [
    tx.workspaceId,
    id,
    first.readyAt,
  ]);
}
