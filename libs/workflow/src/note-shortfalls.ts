import { errorStates, metByRedress } from '#libs/domain';
import type { Attempt, Attribution, Complaint, DeliveryOutcome, ErrorCode } from '#libs/domain';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Journal } from './journal.js';
import { system } from './journal.js';

/** Something of a notice did not arrive, while the notice itself did. */
export interface Shortfall {
  code: ErrorCode;
  attribution: Attribution;
  message: string;
}

/** What fell short in handing a notice over: addresses that refused it while others took it, follow-ups that were refused. */
export function shortfallsOf({ kind, proof }: DeliveryOutcome): Shortfall[] {
  if (kind !== 'delivered' && kind !== 'unknown') return [];
  const refused = (proof.refused ?? []).map(({ recipient, code, attribution, answer }) => ({
    code,
    attribution,
    message: `Refused for ${recipient}: ${answer}`,
  }));
  const parts = (proof.parts ?? []).flatMap(({ outcome, code, attribution, answer, files }, at, { length }) => {
    if (outcome !== 'prevented' || code === null || attribution === null) return [];
    const what = `Part ${at + 1} of ${length} (${files.join(', ')})`;
    return [{ code, attribution, message: `${what} was not taken: ${answer ?? errorStates[code].says}` }];
  });
  return [...refused, ...parts];
}

interface Scene {
  tx: WorkspaceTransaction;
  journal: Journal;
  complaint: Pick<Complaint, 'id' | 'platform'>;
  attempt: Attempt;
  /** when it was learned, where that is not now */
  at?: Date;
}

/** Notes them as filing errors of the attempt; they stall nothing, for the notice arrived. */
export function noteShortfalls(
  { tx, journal, complaint, attempt, at = journal.now() }: Scene,
  shortfalls: readonly Shortfall[],
): void {
  const { id: complaintId, platform } = complaint;
  const { id: attemptId, channel } = attempt;
  for (const { code, attribution, message } of shortfalls) {
    tx.filingErrors.add({
      workspaceId: tx.workspaceId,
      id: journal.newId(),
      complaintId,
      attemptId,
      platform,
      channel,
      code,
      attribution,
      message,
      ...metByRedress,
      occurredAt: at,
      recordedAt: journal.now(),
      recordedBy: 'automatic',
    });
    const says = errorStates[code].says;
    journal.tell(tx, complaintId, {
      kind: 'filing-error',
      actor: system,
      at,
      data: { code, says, message, attribution },
    });
  }
}
