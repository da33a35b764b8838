import { Injectable } from '@nestjs/common';
import { Fault, outcomeWithFacts, reopened, replyLifecycle } from '#libs/domain';
import type { DecidedOutcome, Decision, Id, Justification, ReasonCode, Reply } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from './caller.js';
import { itemsNamed } from './decide-by-hand.js';
import { decisionDateOf, refuseImpossibleDate } from './decision-date.js';
import { Journal } from './journal.js';
import { recordDecisions } from './record-decisions.js';
import { Rulebook } from './rulebook.js';

export const codeActions = ['decide', 'automatic', 'dismiss', 'match', 'undo'] as const;
export type CodeAction = (typeof codeActions)[number];

export interface Coding {
  action: CodeAction;
  complaintId?: Id;
  itemIds?: Id[];
  outcome?: DecidedOutcome;
  statedReason?: ReasonCode;
  justification?: Justification;
  decidedAt?: Date;
}

/** What a person makes of a reply in triage. Everything can be taken back with `undo`. */
@Injectable()
export class CodeReply {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
  ) {}

  async run(caller: Caller, replyId: Id, coding: Coding): Promise<void> {
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const reply = await tx.replies.lock(replyId);
      const actions: Record<CodeAction, () => Promise<Partial<Reply>>> = {
        decide: async () => this.decide(tx, caller, reply, coding),
        match: async () => this.match(tx, caller, reply, coding),
        undo: async () => this.undo(tx, caller, reply),
        automatic: async () => Promise.resolve({ state: replyLifecycle.move(reply.state, 'automatic') }),
        dismiss: async () => Promise.resolve({ state: replyLifecycle.move(reply.state, 'dismissed') }),
      };
      const change = await actions[coding.action]();
      await tx.replies.change(reply.id, { ...change, codedBy: caller.actor.name, codedAt: this.journal.now() });
      this.journal.audit(tx, caller.actor, `reply.${coding.action}`, reply.id, { from: reply.state });
    });
  }

  private async decide(
    tx: WorkspaceTransaction,
    caller: Caller,
    reply: Reply,
    coding: Coding,
  ): Promise<Partial<Reply>> {
    const suggestion = reply.suggestion;
    const outcome = coding.outcome ?? suggestion?.outcome;
    if (reply.complaintId === null)
      throw missing('complaintId', 'Match the reply to its complaint first (action "match").');
    if (outcome === undefined)
      throw missing('outcome', 'Say what the platform decided: the reply itself does not tell.');
    const complaint = await tx.complaints.lock(reply.complaintId);
    if (coding.decidedAt !== undefined) refuseImpossibleDate(coding.decidedAt, complaint, this.journal.now());
    const items = await itemsNamed(tx, complaint.id, coding.itemIds);
    await recordDecisions(tx, this.journal, this.rulebook, complaint, {
      items,
      outcome,
      statedReason: coding.statedReason ?? suggestion?.statedReason ?? null,
      text: reply.text,
      language: reply.language,
      justification: { ...suggestion?.justification, ...coding.justification },
      decidedAt: coding.decidedAt ?? decisionDateOf(reply, items),
      source: 'person',
      replyId: reply.id,
      actor: caller.actor,
    });
    return { state: replyLifecycle.move(reply.state, 'applied') };
  }

  private async match(tx: WorkspaceTransaction, caller: Caller, reply: Reply, coding: Coding): Promise<Partial<Reply>> {
    if (coding.complaintId === undefined) throw missing('complaintId', 'Name the complaint this reply answers.');
    const complaint = await tx.complaints.get(coding.complaintId);
    this.journal.tell(tx, complaint.id, {
      kind: 'reply-received',
      actor: caller.actor,
      at: reply.receivedAt,
      data: { replyId: reply.id, matchedBy: 'person' },
    });
    return {
      complaintId: complaint.id,
      match: { complaintId: complaint.id, attemptId: null, by: 'person', confidence: 1 },
      state: reply.state === 'unmatched' ? replyLifecycle.move(reply.state, 'waiting') : reply.state,
    };
  }

  /** Takes back what was made of the reply: its decisions are superseded, the decisions before them count again. */
  private async undo(tx: WorkspaceTransaction, caller: Caller, reply: Reply): Promise<Partial<Reply>> {
    const state = replyLifecycle.move(reply.state, reply.complaintId === null ? 'unmatched' : 'waiting');
    const taken = (await tx.decisions.where({ replyId: reply.id })).filter((decision) => !decision.superseded);
    for (const decision of taken) {
      await tx.decisions.change(decision.id, { superseded: true });
      const before = await decisionBefore(tx, decision);
      if (before !== null) await tx.decisions.change(before.id, { superseded: false });
      const item = await tx.items.lock(decision.itemId);
      const standing = {
        ...item,
        outcome: before?.outcome ?? ('pending' as const),
        decidedAt: before?.decidedAt ?? null,
      };
      await tx.items.change(item.id, { outcome: outcomeWithFacts(standing), decidedAt: standing.decidedAt });
    }
    if (reply.complaintId !== null && taken.length > 0) {
      const open = await tx.items.where({ complaintId: reply.complaintId, outcome: 'pending' }, { limit: 1 });
      if (open.length > 0) await reopen(tx, reply.complaintId, taken, this.journal.now());
      this.journal.tell(tx, reply.complaintId, {
        kind: 'decision-undone',
        actor: caller.actor,
        data: { replyId: reply.id },
      });
    }
    return { state };
  }
}

/** The latest decision on the same item that nobody took back: made by hand, or by a reply that still counts. */
async function decisionBefore(tx: WorkspaceTransaction, { itemId, replyId }: Decision): Promise<Decision | null> {
  const earlier = await tx.decisions.where({ itemId }, { order: { recordedAt: 'desc' } });
  for (const decision of earlier.filter((each) => each.replyId !== replyId)) {
    if (decision.replyId === null || (await tx.replies.get(decision.replyId)).state === 'applied') return decision;
  }
  return null;
}

/**
 * Decisions taken back leave the complaint where it stood before: acknowledged where an acknowledgement had come, and the
 * clocks they had stopped run again.
 */
async function reopen(tx: WorkspaceTransaction, complaintId: Id, taken: readonly Decision[], now: Date): Promise<void> {
  const complaint = await tx.complaints.lock(complaintId);
  if (complaint.status !== 'decided') return;
  const acknowledged = await tx.timeline.where({ complaintId, kind: 'acknowledged' }, { limit: 1 });
  await tx.complaints.change(complaintId, { status: reopened(acknowledged.length > 0) });
  await tx.query(
    `update deadline set state = case when due_at < $3 then 'missed' else 'open' end, closed_at = case when due_at < $3 then due_at end
      where workspace_id = $1 and complaint_id = $2 and runs_against = 'platform' and state <> 'cancelled' and closed_at = any($4)`,
    [tx.workspaceId, complaintId, now, taken.map((decision) => decision.decidedAt)],
  );
}

const missing = (field: string, detail: string): Fault =>
  new Fault('invalid', 'coding-invalid', detail, [{ pointer: `/${field}`, code: 'missing', detail }]);
