import { Injectable } from '@nestjs/common';
import { attemptLifecycle, complaintLifecycle } from '#libs/domain';
import type { Id } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { Caller } from './caller.js';
import { Journal } from './journal.js';

/** Takes a complaint back. What the platform already decided stays decided; what waits is withdrawn. */
@Injectable()
export class WithdrawComplaint {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
  ) {}

  async run(caller: Caller, complaintId: Id, reason: string | null): Promise<void> {
    const now = this.journal.now();
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const complaint = await tx.complaints.lock(complaintId);
      await tx.complaints.change(complaintId, { status: complaintLifecycle.move(complaint.status, 'withdrawn') });
      await tx.query(
        `update item set outcome = 'withdrawn', withdrawn_at = $3, status = case when status = 'filed' then 'filed' else 'abandoned' end
          where workspace_id = $1 and complaint_id = $2 and outcome = 'pending'`,
        [tx.workspaceId, complaintId, now],
      );
      for (const attempt of await tx.attempts.where({ complaintId })) {
        if (!attemptLifecycle.canMove(attempt.state, 'cancelled')) continue;
        await tx.attempts.change(attempt.id, {
          state: attemptLifecycle.move(attempt.state, 'cancelled'),
          finishedAt: now,
        });
      }
      await tx.query(
        `update deadline set state = 'cancelled', closed_at = $3 where workspace_id = $1 and complaint_id = $2 and state = 'open'`,
        [tx.workspaceId, complaintId, now],
      );
      this.journal.tell(tx, complaintId, { kind: 'withdrawn', actor: caller.actor, data: { reason } });
      this.journal.audit(tx, caller.actor, 'complaint.withdraw', complaintId, { reason });
    });
  }
}
