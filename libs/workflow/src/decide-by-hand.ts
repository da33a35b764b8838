import { Injectable } from '@nestjs/common';
import { Fault } from '#libs/domain';
import type { DecidedOutcome, FieldFault, Id, Item, Justification, ReasonCode } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from './caller.js';
import { refuseImpossibleDate } from './decision-date.js';
import { Journal } from './journal.js';
import { recordDecisions } from './record-decisions.js';
import { Rulebook } from './rulebook.js';

export interface HandDecision {
  /** items decided on; all items of the complaint that were delivered where absent */
  itemIds?: Id[];
  outcome: DecidedOutcome;
  statedReason?: ReasonCode;
  text?: string;
  language?: string;
  decidedAt: Date;
  justification?: Justification;
}

/** Records a decision that a person read somewhere: in a letter, on the platform's page, on the telephone. */
@Injectable()
export class DecideByHand {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
  ) {}

  async run(caller: Caller, complaintId: Id, decision: HandDecision): Promise<void> {
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const complaint = await tx.complaints.lock(complaintId);
      refuseImpossibleDate(decision.decidedAt, complaint, this.journal.now());
      await recordDecisions(tx, this.journal, this.rulebook, complaint, {
        items: await itemsNamed(tx, complaintId, decision.itemIds),
        outcome: decision.outcome,
        statedReason: decision.statedReason ?? null,
        text: decision.text ?? null,
        language: decision.language ?? null,
        justification: decision.justification ?? {},
        decidedAt: decision.decidedAt,
        source: 'person',
        replyId: null,
        actor: caller.actor,
      });
    });
  }
}

/** The items a decision names, or every delivered item of the complaint. */
export async function itemsNamed(
  tx: WorkspaceTransaction,
  complaintId: Id,
  itemIds: readonly Id[] | undefined,
): Promise<Item[]> {
  const all = await tx.items.where({ complaintId }, { order: { position: 'asc' } });
  if (itemIds === undefined || itemIds.length === 0) {
    const filed = all.filter((item) => item.status === 'filed');
    if (filed.length === 0)
      throw new Fault(
        'conflict',
        'nothing-filed',
        'No item of this complaint was delivered yet, so there is nothing to decide.',
      );
    return filed;
  }
  const faults: FieldFault[] = itemIds.flatMap((id, index) =>
    all.some((item) => item.id === id)
      ? []
      : [{ pointer: `/itemIds/${index}`, code: 'unknown', detail: 'This complaint has no such item.' }],
  );
  if (faults.length > 0)
    throw new Fault('invalid', 'decision-invalid', 'The decision names items that are not of this complaint.', faults);
  return all.filter((item) => itemIds.includes(item.id));
}
