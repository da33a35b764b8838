import { Injectable } from '@nestjs/common';
import type { Attempt, Complaint, Id, Item, StatementKind } from '#libs/domain';
import { Workplace, reserveReferences } from '#libs/persistence';
import type { Caller } from './caller.js';
import { contentOf, groundNotAccepted, itemsOf, newComplaint, partiesOf } from './complaint-order.js';
import type { ComplaintOrder } from './complaint-order.js';
import { Journal } from './journal.js';
import { confirmedStatements, noticeFacts, whatIsMissing } from './notice-facts.js';
import type { Missing } from './notice-facts.js';
import { loadParties } from './parties.js';
import { Rulebook } from './rulebook.js';
import { prepareSubmission, tellSubmission } from './submission.js';
import type { Submission } from './submission.js';

export interface FiledComplaint {
  complaint: Complaint;
  items: Item[];
  missing: Missing[];
  /** the first attempt; null for a draft, and for a complaint that waits for approval */
  attempt: Attempt | null;
}

/** Stores a complaint as a draft, or, with `submit`, checks it against its regime and queues its notice. */
@Injectable()
export class FileComplaint {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
  ) {}

  /** @throws Fault `complaint-invalid`, or `complaint-incomplete` naming each missing element; then nothing is stored */
  async run(
    caller: Caller,
    order: ComplaintOrder & { submit: boolean },
    simulation?: { reference: string },
  ): Promise<FiledComplaint> {
    const now = this.journal.now();
    // In a transaction of its own, so that filings of one workspace don't wait for each other's commit.
    const reference = simulation?.reference ?? (await this.reference(caller.workspaceId, now));
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const parties = await loadParties(tx, this.rulebook, partiesOf(order));
      const regime = this.rulebook.regimeFor(parties.platform, order.ground, now);
      if (regime === null) throw groundNotAccepted(order.ground, parties);
      const given = { reference, simulated: simulation !== undefined, importId: null };
      const complaint = newComplaint(this.journal, caller, contentOf(order, parties), given);
      const items = itemsOf(this.journal, this.rulebook, complaint, order.items);
      const confirmed = allOf(order.statements);
      const submission: Submission = { caller, complaint, items, parties, regime, confirmed };
      const attempt = order.submit ? await prepareSubmission(tx, this.journal, submission) : null;
      if (!order.submit)
        complaint.statements = confirmedStatements(regime, { complaint, confirmed }, caller.actor.name, now);
      tx.complaints.add(complaint);
      tx.items.add(...items);
      this.journal.tell(tx, complaint.id, { kind: 'created', actor: caller.actor, data: { items: items.length } });
      this.journal.audit(tx, caller.actor, 'complaint.create', complaint.id, { reference });
      if (order.submit) tellSubmission(tx, this.journal, submission, attempt);
      const facts = noticeFacts({ complaint, items, confirmed }, parties, regime, caller, now);
      return { complaint, items, attempt, missing: order.submit ? [] : whatIsMissing(facts) };
    });
  }

  private async reference(workspaceId: Id, now: Date): Promise<string> {
    const [reference = ''] = await this.workplace.inWorkspace(workspaceId, async (tx) =>
      reserveReferences(tx, now.getUTCFullYear(), 1),
    );
    return reference;
  }
}

/** What was not confirmed is not confirmed. */
export const allOf = (statements: Partial<Record<StatementKind, boolean>>): Record<StatementKind, boolean> => ({
  goodFaith: false,
  accuracy: false,
  authority: false,
  ...statements,
});
