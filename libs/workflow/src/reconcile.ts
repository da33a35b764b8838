import { Injectable } from '@nestjs/common';
import { Workplace, Obligations } from '#libs/persistence';
import type { OwedRow } from '#libs/persistence';
import { recordOutcome } from './attempt-outcome.js';
import { Journal, system } from './journal.js';
import { Rulebook } from './rulebook.js';

/** Seconds an obligation may wait for its job before the job is taken for lost. */
const GRACE_SECONDS = 60;

/**
 * Finds obligations that were left open and puts them on their way again, so that emptying the whole queue loses nothing.
 * An attempt whose worker disappeared while sending has an unknown outcome: it is never sent again by itself.
 */
@Injectable()
export class Reconcile {
  constructor(
    private readonly workplace: Workplace,
    private readonly obligations: Obligations,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
  ) {}

  async run(graceSeconds = GRACE_SECONDS): Promise<void> {
    const now = this.journal.now();
    for (const row of await this.obligations.attemptsAbandoned(now)) await this.setUnknown(row);
    for (const { workspaceId, id } of await this.obligations.attemptsDue(now, graceSeconds)) {
      await this.owe(workspaceId, 'deliver-attempt', { workspaceId, attemptId: id });
    }
    for (const { workspaceId, id, state } of await this.obligations.importsOpen(now, graceSeconds)) {
      const job = state === 'reading' ? 'read-import' : 'commit-import';
      await this.owe(workspaceId, job, { workspaceId, importId: id });
    }
    for (const { workspaceId, id } of await this.obligations.webhookDeliveriesDue(now, graceSeconds)) {
      await this.owe(workspaceId, 'deliver-webhook', { workspaceId, deliveryId: id });
    }
    for (const { workspaceId, id } of await this.obligations.repliesUnread(now, graceSeconds)) {
      await this.owe(workspaceId, 'read-reply', { workspaceId, replyId: id });
    }
  }

  private async owe(workspaceId: string, job: string, payload: Record<string, string>): Promise<void> {
    await this.obligations.owe(
      { workspaceId, id: this.journal.newId(), job, payload, notBefore: null },
      this.journal.now(),
    );
  }

  private async setUnknown({ workspaceId, id }: OwedRow): Promise<void> {
    await this.workplace.inWorkspace(workspaceId, async (tx) => {
      const attempt = await tx.attempts.lock(id);
      const gone = attempt.leaseUntil !== null && attempt.leaseUntil < this.journal.now();
      if (attempt.state !== 'sending' || !gone) return;
      const message = 'The process that was sending the notice stopped before it could record what became of it.';
      await recordOutcome(tx, this.journal, this.rulebook, {
        attempt,
        actor: system,
        outcome: {
          kind: 'unknown',
          code: 'ER-43',
          message,
          proof: { transport: 'unknown', sha256: null, conversation: [], answer: null },
        },
      });
    });
  }
}
