import { Injectable } from '@nestjs/common';
import { complaintLifecycle, importLifecycle } from '#libs/domain';
import type { Id, ListingImport } from '#libs/domain';
import { Workplace, withdrawDraftsOfImport } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { Journal } from '../journal.js';

/**
 * Takes an import back: what is still a draft is withdrawn. A complaint of it that a person has submitted meanwhile stays:
 * it is on its way, and can only be withdrawn for itself. What was entered in the register stays too.
 */
@Injectable()
export class UndoImport {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
  ) {}

  async run(caller: Caller, id: Id): Promise<ListingImport> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const found = await tx.imports.lock(id);
      const now = this.journal.now();
      const changed = { state: importLifecycle.move(found.state, 'undone'), paused: false, updatedAt: now };
      await tx.imports.change(id, changed);
      const status = complaintLifecycle.move(complaintLifecycle.initial, 'withdrawn');
      const withdrawn = await withdrawDraftsOfImport(tx, id, status, now);
      const reason = `The import of ${found.fileName} was undone.`;
      for (const complaintId of withdrawn)
        this.journal.tell(tx, complaintId, { kind: 'withdrawn', actor: caller.actor, data: { reason } });
      this.journal.audit(tx, caller.actor, 'import.undo', id, { withdrawn: withdrawn.length });
      return { ...found, ...changed };
    });
  }
}
