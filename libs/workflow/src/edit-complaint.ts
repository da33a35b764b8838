import { Injectable } from '@nestjs/common';
import { Fault } from '#libs/domain';
import type { Id } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { Caller } from './caller.js';
import { contentOf, groundNotAccepted, itemsOf, partiesOf } from './complaint-order.js';
import type { ComplaintOrder } from './complaint-order.js';
import { allOf } from './file-complaint.js';
import { Journal } from './journal.js';
import { confirmedStatements } from './notice-facts.js';
import { loadParties } from './parties.js';
import { Rulebook } from './rulebook.js';

/** Changes what a draft says. Statements are of the notice as it then stood: they are confirmed anew. */
@Injectable()
export class EditComplaint {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
  ) {}

  /** @throws Fault `not-a-draft`, `complaint-invalid` */
  async run(caller: Caller, complaintId: Id, order: ComplaintOrder): Promise<void> {
    const now = this.journal.now();
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const before = await tx.complaints.lock(complaintId);
      if (before.status !== 'draft')
        throw new Fault('conflict', 'not-a-draft', `The complaint is "${before.status}": only a draft can be changed.`);
      const parties = await loadParties(tx, this.rulebook, partiesOf(order));
      const regime = this.rulebook.regimeFor(parties.platform, order.ground, now);
      if (regime === null) throw groundNotAccepted(order.ground, parties);
      const content = contentOf(order, parties);
      const draft = { confirmed: allOf(order.statements), complaint: content };
      const statements = confirmedStatements(regime, draft, caller.actor.name, now);
      await tx.complaints.change(complaintId, { ...content, statements });
      await tx.query(`delete from item where workspace_id = $1 and complaint_id = $2`, [tx.workspaceId, complaintId]);
      const items = itemsOf(this.journal, this.rulebook, { ...before, ...content }, order.items);
      tx.items.add(...items);
      this.journal.tell(tx, complaintId, { kind: 'edited', actor: caller.actor, data: { items: items.length } });
      this.journal.audit(tx, caller.actor, 'complaint.edit', complaintId);
    });
  }
}
