import { Injectable } from '@nestjs/common';
import type { Id } from '#libs/domain';
import { Obligations, Workplace, lookAfterRemovals, takeLooksDue, watchDelivered } from '#libs/persistence';
import { Journal } from '../journal.js';

/** A look that was owed and not made by then was lost: the item is due again. */
const LOST_AFTER_MS = 30 * 60_000;

/** Finds the listings that are due to be looked at, in the workspaces that let Redress look, and owes the looks. */
@Injectable()
export class ObserveListings {
  constructor(
    private readonly workplace: Workplace,
    private readonly obligations: Obligations,
    private readonly journal: Journal,
  ) {}

  async run(): Promise<void> {
    for (const workspaceId of await this.obligations.workspacesObserving()) await this.oweLooks(workspaceId);
  }

  private async oweLooks(workspaceId: Id): Promise<void> {
    const now = this.journal.now();
    await this.workplace.inWorkspace(workspaceId, async (tx) => {
      await watchDelivered(tx, now);
      await lookAfterRemovals(tx, now);
      const due = await takeLooksDue(tx, { now, again: new Date(now.getTime() + LOST_AFTER_MS) });
      for (const itemId of due) this.journal.owe(tx, 'observe-listing', { workspaceId, itemId });
    });
  }
}
