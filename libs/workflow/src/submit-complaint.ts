import { Injectable } from '@nestjs/common';
import { Fault, complaintLifecycle } from '#libs/domain';
import type { Id, Signature, StatementKind } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { Caller } from './caller.js';
import { Journal } from './journal.js';
import {
  confirmations,
  confirmedStatements,
  incomplete,
  loadParties,
  noticeFacts,
  whatIsMissing,
} from './notice-facts.js';
import { makeReady, openAttempt } from './queue-filing.js';
import { Rulebook } from './rulebook.js';

export interface Confirmation {
  statements?: Partial<Record<StatementKind, boolean>>;
  signature?: Signature;
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
    const now = this.journal.now();
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const complaint = await tx.complaints.lock(complaintId);
      complaintLifecycle.move(complaint.status, 'queued');
      const parties = await loadParties(tx, this.rulebook, complaint);
      const regime = this.rulebook.regimeFor(parties.platform, complaint.ground, now);
      if (regime === null) {
        throw new Fault('conflict', 'ground-not-accepted', `${parties.platform.name} no longer takes this ground.`);
      }
      complaint.signature = confirmation.signature ?? complaint.signature;
      const confirmed = { ...confirmations(complaint.statements), ...confirmation.statements };
      const items = await tx.items.where({ complaintId }, { order: { position: 'asc' } });
      const facts = noticeFacts({ complaint, items, confirmed }, parties, regime, caller, now);
      const missing = whatIsMissing(facts);
      if (missing.length > 0) throw incomplete(regime, missing);
      complaint.statements = confirmedStatements(regime, { complaint, confirmed }, caller.actor.name, now);
      const attempt = makeReady(this.journal, { complaint, items, regime, parties, facts });
      const { workspaceId: _workspaceId, id, ...submitted } = complaint;
      await tx.complaints.change(id, submitted);
      await tx.query(`update item set status = 'ready', ready_at = $3 where workspace_id = $1 and complaint_id = $2`, [
        tx.workspaceId,
        id,
        now,
      ]);
      openAttempt(tx, this.journal, caller, complaint, attempt);
    });
  }
}
