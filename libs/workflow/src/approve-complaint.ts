import { Injectable } from '@nestjs/common';
import { Fault, complaintLifecycle } from '#libs/domain';
import type { Complaint, Id, Submitter } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { Caller } from './caller.js';
import { Journal } from './journal.js';
import { confirmations } from './notice-facts.js';
import { Rulebook } from './rulebook.js';
import { queue, refuseUnfit, signer, tellSubmission } from './submission.js';
import { submissionOf, writeSubmitted } from './submit-complaint.js';

/** A second person lets a complaint go, or gives it back. */
@Injectable()
export class ApproveComplaint {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
  ) {}

  /** @throws Fault `second-person-needed`, `statements-outdated`, `complaint-incomplete`, `complaint-repeated` */
  async approve(caller: Caller, complaintId: Id): Promise<void> {
    const now = this.journal.now();
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const complaint = await tx.complaints.lock(complaintId);
      requireWaiting(complaint);
      refuseSamePerson(complaint.submitter, signer(caller));
      const filer = { ...caller, email: complaint.filerEmail };
      const confirmed = confirmations(complaint.statements);
      const submission = await submissionOf(tx, this.rulebook, { caller: filer, complaint, confirmed, at: now });
      refuseOutdated(complaint, submission.regime.effectiveFrom);
      await refuseUnfit(tx, submission, now);
      const attempt = queue(this.journal, submission, now);
      complaint.approver = signer(caller);
      complaint.approvedAt = now;
      await writeSubmitted(tx, submission);
      this.journal.tell(tx, complaintId, { kind: 'approved', actor: caller.actor, data: {} });
      this.journal.audit(tx, caller.actor, 'complaint.approve', complaintId);
      tellSubmission(tx, this.journal, submission, attempt);
    });
  }

  /** Gives it back as a draft; its statements are confirmed anew once it was changed. */
  async giveBack(caller: Caller, complaintId: Id, reason: string): Promise<void> {
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const complaint = await tx.complaints.lock(complaintId);
      requireWaiting(complaint);
      const status = complaintLifecycle.move(complaint.status, 'draft');
      await tx.complaints.change(complaintId, { status, statements: [], submitter: null });
      this.journal.tell(tx, complaintId, { kind: 'returned', actor: caller.actor, data: { reason } });
      this.journal.audit(tx, caller.actor, 'complaint.return', complaintId, { reason });
    });
  }
}

function requireWaiting({ status }: Complaint): void {
  if (status === 'awaiting-approval') return;
  throw new Fault('conflict', 'not-awaiting-approval', `The complaint is "${status}" and waits for nobody's approval.`);
}

/** Two accounts with one address are one person: somebody's program can't approve what that person submitted. */
function refuseSamePerson(submitter: Submitter | null, approver: Submitter): void {
  const address = submitter?.email?.toLowerCase();
  const isSame = submitter?.id === approver.id || (address !== undefined && address === approver.email?.toLowerCase());
  if (!isSame) return;
  const detail = 'Who submitted a complaint can’t approve it: ask another member of the workspace.';
  throw new Fault('forbidden', 'second-person-needed', detail);
}

function refuseOutdated({ statements }: Complaint, version: string): void {
  if (statements.every(({ regimeVersion }) => regimeVersion === version)) return;
  const detail = `The regime has changed since the statements were confirmed (version of ${version}). Return the complaint, so that they are confirmed anew.`;
  throw new Fault('conflict', 'statements-outdated', detail);
}
