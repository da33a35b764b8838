import { Injectable } from '@nestjs/common';
import { complaintLifecycle } from '#libs/domain';
import { Workplace, Obligations } from '#libs/persistence';
import type { OwedRow } from '#libs/persistence';
import { Journal, system } from './journal.js';

/** Closes deadlines that have passed. A platform that let its decision clock run out is silent. */
@Injectable()
export class WatchDeadlines {
  constructor(
    private readonly workplace: Workplace,
    private readonly obligations: Obligations,
    private readonly journal: Journal,
  ) {}

  async run(): Promise<void> {
    for (const row of await this.obligations.deadlinesPassed(this.journal.now())) await this.close(row);
  }

  private async close({ workspaceId, id }: OwedRow): Promise<void> {
    await this.workplace.inWorkspace(workspaceId, async (tx) => {
      const deadline = await tx.deadlines.lock(id);
      if (deadline.state !== 'open') return;
      await tx.deadlines.change(id, { state: 'missed', closedAt: deadline.dueAt });
      const complaint = await tx.complaints.lock(deadline.complaintId);
      const silent = deadline.kind === 'decision' && complaintLifecycle.canMove(complaint.status, 'silent');
      this.journal.tell(tx, complaint.id, {
        kind: 'deadline-missed',
        actor: system,
        at: deadline.dueAt,
        data: { deadline: deadline.kind, runsAgainst: deadline.runsAgainst, hook: deadline.hook, silent },
      });
      if (silent) await tx.complaints.change(complaint.id, { status: 'silent' });
    });
  }
}
