import { deficiencyIsFalse, normalisedTextHash } from '#libs/answers';
import { Fault, complaintLifecycle, isCoded, justificationLevel } from '#libs/domain';
import type {
  Actor,
  Complaint,
  DecidedOutcome,
  Decision,
  DecisionSource,
  ElementId,
  Id,
  Item,
  Justification,
  ReasonCode,
} from '#libs/domain';
import { sameTextForOtherRights } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Journal } from './journal.js';
import type { Rulebook } from './rulebook.js';

/** What a platform decided on some items of one complaint, as a person or a structured answer gives it. */
export interface Ruling {
  items: readonly Item[];
  outcome: DecidedOutcome;
  statedReason: ReasonCode | null;
  text: string | null;
  language: string | null;
  justification: Justification;
  decidedAt: Date;
  source: DecisionSource;
  replyId: Id | null;
  actor: Actor;
}

/** Identical refusals of this many other rights make a text boilerplate. */
const BOILERPLATE_FROM = 3;

/** Records one decision per item; an earlier decision on the same item is kept and superseded. */
export async function recordDecisions(
  tx: WorkspaceTransaction,
  journal: Journal,
  rulebook: Rulebook,
  complaint: Complaint,
  ruling: Ruling,
): Promise<void> {
  const undecidable = ruling.items.find((item) => item.status !== 'filed');
  if (undecidable !== undefined) {
    throw new Fault(
      'conflict',
      'item-not-filed',
      `The item ${undecidable.url} was never delivered to the platform, so there is nothing it could have decided.`,
    );
  }
  const judged = ruling.outcome === 'refused' ? await judge(tx, rulebook, complaint, ruling) : notARefusal;
  const ids = ruling.items.map((item) => item.id);
  // Most items are decided once; only those decided before have a decision to supersede.
  if (ruling.items.some((item) => item.decidedAt !== null)) {
    await tx.query(
      `update decision set superseded = true where workspace_id = $1 and item_id = any($2) and not superseded`,
      [tx.workspaceId, ids],
    );
  }
  tx.decisions.add(
    ...ruling.items.map((item) => ({ ...decision(tx.workspaceId, journal, complaint, item, ruling), ...judged })),
  );
  // a removal dated before the listing came back was not its last word
  const outcome = `case when $3 = 'removed' and relisted_at > $4 then 'relisted' else $3 end`;
  await tx.query(`update item set outcome = ${outcome}, decided_at = $4 where workspace_id = $1 and id = any($2)`, [
    tx.workspaceId,
    ids,
    ruling.outcome,
    ruling.decidedAt,
  ]);
  journal.tell(tx, complaint.id, {
    kind: 'decided',
    actor: ruling.actor,
    at: ruling.decidedAt,
    data: {
      outcome: ruling.outcome,
      items: ruling.items.map((item) => item.id),
      statedReason: ruling.statedReason,
      replyId: ruling.replyId,
    },
  });
  journal.audit(tx, ruling.actor, 'complaint.decide', complaint.id, {
    outcome: ruling.outcome,
    items: ruling.items.length,
  });
  await closeWhenDecided(tx, complaint, ruling.decidedAt);
}

type Judged = Pick<
  Decision,
  'statedReason' | 'assessedReason' | 'falseDeficiency' | 'level' | 'textHash' | 'boilerplate' | 'coded'
>;

const notARefusal: Judged = {
  statedReason: null,
  assessedReason: null,
  falseDeficiency: null,
  level: null,
  textHash: null,
  boilerplate: null,
  coded: false,
};

async function judge(
  tx: WorkspaceTransaction,
  rulebook: Rulebook,
  complaint: Complaint,
  ruling: Ruling,
): Promise<Judged> {
  const statedReason = ruling.statedReason ?? 'RR-00';
  const textHash = ruling.text === null || ruling.text.trim() === '' ? null : normalisedTextHash(ruling.text);
  const boilerplate =
    textHash !== null && (await sameTextForOtherRights(tx, textHash, complaint.rightIds[0] ?? '')) >= BOILERPLATE_FROM;
  const coded = isCoded(ruling.justification);
  return {
    statedReason,
    assessedReason: null,
    falseDeficiency: deficiencyIsFalse(statedReason, elementsOfNotice(rulebook, complaint)),
    level: coded ? justificationLevel(ruling.justification, boilerplate) : null,
    textHash,
    boilerplate,
    coded,
  };
}

/** A submitted notice satisfied its regime, so it held every element of the version it was checked against. */
function elementsOfNotice(rulebook: Rulebook, complaint: Complaint): ReadonlySet<ElementId> {
  const regime = rulebook.regimeVersion(complaint.regime ?? '', complaint.regimeVersion ?? '');
  return new Set(regime?.elements.map((element) => element.id) ?? []);
}

const decision = (
  workspaceId: Id,
  journal: Journal,
  complaint: Complaint,
  item: Item,
  ruling: Ruling,
): Omit<Decision, keyof Judged> => ({
  workspaceId,
  id: journal.newId(),
  complaintId: complaint.id,
  itemId: item.id,
  replyId: ruling.replyId,
  outcome: ruling.outcome,
  text: ruling.text,
  language: ruling.language,
  justification: ruling.justification,
  source: ruling.source,
  decidedAt: ruling.decidedAt,
  recordedAt: journal.now(),
  recordedBy: ruling.actor.name,
  superseded: false,
});

/** A complaint is decided once no item of it waits any more. */
async function closeWhenDecided(tx: WorkspaceTransaction, complaint: Complaint, at: Date): Promise<void> {
  const [open] = await tx.items.where({ complaintId: complaint.id, outcome: 'pending' }, { limit: 1 });
  if (open !== undefined) return;
  if (complaintLifecycle.canMove(complaint.status, 'decided')) {
    complaint.status = complaintLifecycle.move(complaint.status, 'decided');
    await tx.complaints.change(complaint.id, { status: complaint.status });
  }
  await tx.query(
    `update deadline set state = case when due_at >= $3 then 'met' else 'missed' end, closed_at = $3
      where workspace_id = $1 and complaint_id = $2 and runs_against = 'platform' and state in ('open', 'missed')`,
    [tx.workspaceId, complaint.id, at],
  );
}
