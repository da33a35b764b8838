import { Injectable } from '@nestjs/common';
import { Fault, attemptLifecycle, complaintLifecycle } from '#libs/domain';
import type { Attempt, DeliveryOutcome, DeliveryProof, ErrorCode, Id } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import { recordOutcome } from './attempt-outcome.js';
import type { Caller } from './caller.js';
import { Journal } from './journal.js';
import { Rulebook } from './rulebook.js';

/** A person's word on an attempt whose outcome the machine could not learn, or that only a person could carry out. */
export interface Resolution {
  outcome: 'delivered' | 'prevented' | 'resend';
  reason: string;
  reference?: string;
  code?: ErrorCode;
  at?: Date;
}

@Injectable()
export class ResolveAttempt {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
  ) {}

  async run(caller: Caller, complaintId: Id, attemptId: Id, resolution: Resolution): Promise<void> {
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const attempt = await tx.attempts.lock(attemptId);
      if (attempt.complaintId !== complaintId)
        throw new Fault('not-found', 'attempt-not-found', 'This complaint has no such attempt.');
      if (attempt.state !== 'unknown' && attempt.state !== 'needs-human') {
        throw new Fault(
          'conflict',
          'illegal-move',
          `The attempt is "${attempt.state}": there is nothing for a person to settle.`,
        );
      }
      this.journal.audit(tx, caller.actor, `attempt.${resolution.outcome}`, attemptId, {
        reason: resolution.reason,
      });
      if (resolution.outcome === 'resend') {
        // The same Message-ID: a platform that has the first copy can tell that this is a repeat.
        await tx.attempts.change(attempt.id, {
          state: attemptLifecycle.move(attempt.state, 'queued'),
          possibleRepeat: true,
          nextTryAt: null,
          finishedAt: null,
        });
        const complaint = await tx.complaints.lock(complaintId);
        await tx.complaints.change(complaintId, { status: complaintLifecycle.move(complaint.status, 'queued') });
        this.journal.tell(tx, complaintId, {
          kind: 'queued',
          actor: caller.actor,
          data: { possibleRepeat: true, reason: resolution.reason },
        });
        this.journal.owe(tx, 'deliver-attempt', { workspaceId: tx.workspaceId, attemptId });
        return;
      }
      const at = resolution.at === undefined ? {} : { at: resolution.at };
      await recordOutcome(tx, this.journal, this.rulebook, {
        attempt,
        outcome: spoken(attempt, resolution),
        actor: caller.actor,
        ...at,
      });
    });
  }
}

function spoken(attempt: Attempt, resolution: Resolution): DeliveryOutcome {
  const proof: DeliveryProof = attempt.proof ?? {
    transport: 'person',
    sha256: null,
    conversation: [],
    answer: resolution.reason,
  };
  if (resolution.outcome === 'delivered') return { kind: 'delivered', reference: resolution.reference ?? null, proof };
  const code = resolution.code ?? attempt.code ?? 'ER-44';
  return { kind: 'prevented', code, attribution: 'platform', message: resolution.reason, retry: false, proof };
}
