import { Injectable } from '@nestjs/common';
import { Fault, metByRedress } from '#libs/domain';
import type {
  Attempt,
  Attribution,
  DeliveryOutcome,
  DeliveryProof,
  ErrorCode,
  Id,
  Network,
  PlatformChannel,
} from '#libs/domain';
import { Workplace } from '#libs/persistence';
import { recordOutcome } from './attempt-outcome.js';
import type { Caller } from './caller.js';
import { Journal } from './journal.js';
import { Rulebook } from './rulebook.js';

/** A filing a person carried out on the platform's own form. */
export interface FiledByHand {
  channel: PlatformChannel['kind'];
  outcome: 'delivered' | 'prevented';
  /** the number the platform gave */
  reference?: string;
  code?: ErrorCode;
  message?: string;
  /** whose fault it is; the platform's where not said */
  attribution?: Attribution;
  /** where the person met it; not said, it is no second network */
  network?: Network;
  /** an uploaded file */
  screenshot?: Id;
  at: Date;
}

@Injectable()
export class RecordAttempt {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
  ) {}

  async run(caller: Caller, complaintId: Id, filed: FiledByHand): Promise<void> {
    if (filed.at > this.journal.now()) {
      const detail = 'The filing lies in the future: give the instant it was carried out, in UTC.';
      throw new Fault('invalid', 'attempt-invalid', detail, [{ pointer: '/at', code: 'impossible-date', detail }]);
    }
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const complaint = await tx.complaints.lock(complaintId);
      if (complaint.submittedAt === null) {
        throw new Fault(
          'conflict',
          'not-submitted',
          'The complaint is a draft: submit it first, so that the notice filed is the notice checked.',
        );
      }
      if (filed.screenshot !== undefined) await tx.evidenceFiles.get(filed.screenshot);
      const attempts = await tx.attempts.where({ complaintId });
      const waiting = attempts.find((each) => each.state === 'needs-human' || each.state === 'unknown');
      const attempt = waiting ?? handAttempt(complaint.workspaceId, complaintId, this.journal.newId(), filed);
      if (waiting === undefined) tx.attempts.add(attempt);
      this.journal.audit(tx, caller.actor, 'attempt.record', attempt.id, { outcome: filed.outcome });
      await recordOutcome(tx, this.journal, this.rulebook, {
        attempt,
        outcome: told(filed),
        actor: caller.actor,
        at: filed.at,
        met: { ...metByRedress, network: filed.network ?? null, screenshotId: filed.screenshot ?? null },
      });
    });
  }
}

function handAttempt(workspaceId: Id, complaintId: Id, id: Id, filed: FiledByHand): Attempt {
  return {
    workspaceId,
    id,
    complaintId,
    channel: filed.channel,
    state: 'needs-human',
    tries: 1,
    fence: 0,
    leaseUntil: null,
    messageId: null,
    recipient: null,
    noticeDocumentId: null,
    exhibitIds: [],
    possibleRepeat: false,
    code: null,
    message: null,
    proof: null,
    reference: null,
    queuedAt: filed.at,
    nextTryAt: null,
    waitsFor: null,
    startedAt: filed.at,
    finishedAt: null,
  };
}

function told(filed: FiledByHand): DeliveryOutcome {
  const words = filed.message ?? filed.reference ?? 'recorded by the person who filed';
  const proof: DeliveryProof = { transport: 'person', sha256: null, conversation: [], answer: words };
  if (filed.outcome === 'delivered') return { kind: 'delivered', reference: filed.reference ?? null, proof };
  return {
    kind: 'prevented',
    code: filed.code ?? 'ER-44',
    attribution: filed.attribution ?? 'platform',
    message: words,
    retry: false,
    proof,
  };
}
