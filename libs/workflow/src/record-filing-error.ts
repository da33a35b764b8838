import { Injectable } from '@nestjs/common';
import { Fault, errorStates } from '#libs/domain';
import type { Attempt, Attribution, Complaint, ErrorCode, FilingError, Id, Network } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from './caller.js';
import { judgeComplaint } from './judge-complaint.js';
import { Journal } from './journal.js';
import { Rulebook } from './rulebook.js';

export interface MetError {
  code: ErrorCode;
  message: string;
  url?: string;
  occurredAt: Date;
  attribution?: Attribution;
  /** where the person met it; not said, it is no second network */
  network?: Network;
  /** an entry of the same complaint: this person saw the same */
  confirms?: Id;
  /** an uploaded file */
  screenshot?: Id;
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
    if (error.occurredAt > this.journal.now()) {
      throw refused(
        '/occurredAt',
        'impossible-date',
        'The error lies in the future: give the instant it was met, in UTC.',
      );
    }
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const complaint = await tx.complaints.lock(complaintId);
      if (error.screenshot !== undefined) await tx.evidenceFiles.get(error.screenshot);
      const [latest] = await tx.attempts.where({ complaintId }, { order: { queuedAt: 'desc' }, limit: 1 });
      const entry = this.entry(tx, caller, complaint, error, latest);
      const confirmed = error.confirms === undefined ? null : await confirmedBy(tx, complaintId, error);
      // Who confirms an error speaks of the way it was met on.
      const of = confirmed === null ? {} : { attemptId: confirmed.attemptId, channel: confirmed.channel };
      tx.filingErrors.add({ ...entry, ...of });
      this.tell(tx, caller, entry);
      await judgeComplaint(tx, this.journal, this.rulebook, complaint);
    });
  }

  private entry(
    tx: WorkspaceTransaction,
    caller: Caller,
    complaint: Complaint,
    error: MetError,
    attempt: Attempt | undefined,
  ): FilingError {
    return {
      workspaceId: tx.workspaceId,
      id: this.journal.newId(),
      complaintId: complaint.id,
      attemptId: attempt?.id ?? null,
      platform: complaint.platform,
      channel: attempt?.channel ?? this.rulebook.platform(complaint.platform).channels[0]?.kind ?? 'guided-form',
      code: error.code,
      attribution: error.attribution ?? errorStates[error.code].attribution,
      message: error.message,
      url: error.url ?? null,
      network: error.network ?? null,
      confirms: error.confirms ?? null,
      screenshotId: error.screenshot ?? null,
      occurredAt: error.occurredAt,
      recordedAt: this.journal.now(),
      recordedBy: caller.actor.name,
    };
  }

  private tell(tx: WorkspaceTransaction, caller: Caller, { id, complaintId, ...entry }: FilingError): void {
    const { code, message, attribution, confirms, occurredAt } = entry;
    this.journal.tell(tx, complaintId, {
      kind: 'filing-error',
      actor: caller.actor,
      at: occurredAt,
      data: { code, says: errorStates[code].says, message, attribution, ...(confirms === null ? {} : { confirms }) },
    });
    this.journal.audit(tx, caller.actor, 'filing-error.record', id, confirms === null ? { code } : { code, confirms });
  }
}

async function confirmedBy(tx: WorkspaceTransaction, complaintId: Id, error: MetError): Promise<FilingError> {
  const found = await tx.filingErrors.get(error.confirms ?? '');
  if (found.complaintId !== complaintId || found.confirms !== null) {
    throw refused(
      '/confirms',
      'not-of-this-complaint',
      'Confirm an error of this complaint that is not itself a confirmation.',
    );
  }
  if (found.code !== error.code) {
    throw refused(
      '/code',
      'other-error',
      `The error confirmed is ${found.code}: record another error as an entry of its own.`,
    );
  }
  return found;
}

const refused = (pointer: string, code: string, detail: string): Fault =>
  new Fault('invalid', 'filing-error-invalid', detail, [{ pointer, code, detail }]);
