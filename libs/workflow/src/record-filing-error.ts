import { Injectable } from '@nestjs/common';
import { errorStates } from '#libs/domain';
import type { Attribution, ErrorCode, Id } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { Caller } from './caller.js';
import { Journal } from './journal.js';
import { Rulebook } from './rulebook.js';

export interface MetError {
  code: ErrorCode;
  message: string;
  url?: string;
  occurredAt: Date;
  attribution?: Attribution;
}

/** Records an error a person met on the platform's own form. It stalls the filing; it does not end it. */
@Injectable()
export class RecordFilingError {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
  ) {}

  async run(caller: Caller, complaintId: Id, error: MetError): Promise<void> {
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const complaint = await tx.complaints.get(complaintId);
      const attribution = error.attribution ?? errorStates[error.code].attribution;
      const [attempt] = await tx.attempts.where({ complaintId }, { order: { queuedAt: 'desc' }, limit: 1 });
      const id = this.journal.newId();
      tx.filingErrors.add({
        workspaceId: tx.workspaceId,
        id,
        complaintId,
        attemptId: attempt?.id ?? null,
        platform: complaint.platform,
        channel: attempt?.channel ?? this.rulebook.platform(complaint.platform).channels[0]?.kind ?? 'guided-form',
        code: error.code,
        attribution,
        message: error.message,
        url: error.url ?? null,
        occurredAt: error.occurredAt,
        recordedAt: this.journal.now(),
        recordedBy: caller.actor.name,
      });
      this.journal.tell(tx, complaintId, {
        kind: 'filing-error',
        actor: caller.actor,
        at: error.occurredAt,
        data: { code: error.code, says: errorStates[error.code].says, message: error.message, attribution },
      });
      this.journal.audit(tx, caller.actor, 'filing-error.record', id, { code: error.code });
    });
  }
}
