import { Injectable } from '@nestjs/common';
import type { Id } from '#libs/domain';
import { Obligations, Workplace } from '#libs/persistence';
import { Journal } from '../journal.js';

/** A question that was given to a worker is not given to another before this, milliseconds. */
const TAKEN_FOR_MS = 300_000;

/** Has platforms asked about every report whose time has come. */
@Injectable()
export class QueryStatuses {
  constructor(
    private readonly workplace: Workplace,
    private readonly obligations: Obligations,
    private readonly journal: Journal,
  ) {}

  async run(): Promise<void> {
    const due = await this.obligations.statusesDue(this.journal.now());
    const byWorkspace = new Map<Id, Id[]>();
    for (const { workspaceId, id } of due) byWorkspace.set(workspaceId, [...(byWorkspace.get(workspaceId) ?? []), id]);
    for (const [workspaceId, ids] of byWorkspace) await this.give(workspaceId, ids);
  }

  private async give(workspaceId: Id, ids: readonly Id[]): Promise<void> {
    await this.workplace.inWorkspace(workspaceId, async (tx) => {
      const nextAt = new Date(this.journal.now().getTime() + TAKEN_FOR_MS);
      for (const attemptId of ids) {
        const known = await tx.statusQueries.find(attemptId);
        if (known === null)
          tx.statusQueries.add({ workspaceId, id: attemptId, queries: 0, nextAt, done: false, lastSha256: null });
        else await tx.statusQueries.change(attemptId, { nextAt });
        this.journal.owe(tx, 'query-status', { workspaceId, attemptId });
      }
    });
  }
}
