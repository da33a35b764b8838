import { errorCodeOfBounce } from '#libs/answers';
import type { IncomingMessage } from '#libs/answers';
import { errorStates, metByRedress, replyLifecycle } from '#libs/domain';
import type {
  Actor,
  Attempt,
  Complaint,
  DeliveryProof,
  Item,
  Reply,
  ReplyKind,
  ReplyMatch,
  ReplyState,
  ReplySuggestion,
  StructuredAnswer,
} from '#libs/domain';
import type { WorkspaceTransaction } from '#libs/persistence';
import { recordOutcome } from './attempt-outcome.js';
import { decisionDateOf } from './decision-date.js';
import type { Journal } from './journal.js';
import { system } from './journal.js';
import { moveComplaint } from './move-complaint.js';
import { noteReturn, partlyReturned } from './partly-returned.js';
import { recordDecisions } from './record-decisions.js';
import type { Rulebook } from './rulebook.js';

/** A reply that found its complaint, with everything needed to act on it. */
export interface MatchedReply {
  tx: WorkspaceTransaction;
  journal: Journal;
  rulebook: Rulebook;
  reply: Reply;
  message: IncomingMessage;
  suggestion: ReplySuggestion;
  match: ReplyMatch | null;
  complaint: Complaint;
  items: Item[];
}

/**
 * What each kind of reply does by itself. A decision counts by itself only when it is structured and comes in by two
 * factors: the reply token of the attempt, and a sender domain of the platform's profile. Everything else waits for a person.
 */
const effects: Record<ReplyKind, (scene: MatchedReply) => Promise<ReplyState>> = {
  bounce: bounced,
  delayed: putOff,
  'auto-reply': async (scene) => settleUnknown(scene).then(() => 'automatic'),
  'feedback-report': async () => Promise.resolve('waiting'),
  acknowledgement: acknowledged,
  'needs-info': informationRequested,
  decision: decided,
  'counter-notice': async (scene) => settleUnknown(scene).then(() => 'waiting'),
  other: async (scene) => settleUnknown(scene).then(() => 'waiting'),
};

export async function applyReply(scene: MatchedReply): Promise<void> {
  const state = await effects[scene.suggestion.kind](scene);
  const { workspaceId: _workspaceId, id, ...facts } = scene.reply;
  await scene.tx.replies.change(id, { ...facts, state: replyLifecycle.move(facts.state, state) });
}

const automaton = (scene: MatchedReply): Actor => ({
  kind: 'platform',
  id: scene.complaint.platform,
  name: scene.rulebook.find(scene.complaint.platform)?.name ?? scene.complaint.platform,
});

/**
 * A bounce takes a delivery back: both facts are kept, the proof of handing over and the refusal that followed. What came back
 * of one address among several, or a follow-up, takes nothing back: the notice is with the others.
 */
async function bounced(scene: MatchedReply): Promise<ReplyState> {
  const { tx, journal, rulebook, reply, suggestion } = scene;
  const attempt = await attemptOf(scene);
  const finding = suggestion.bounce;
  if (attempt === null || finding === undefined || !['delivered', 'unknown'].includes(attempt.state))
    return 'automatic';
  const code = errorCodeOfBounce(finding);
  const { attribution } = errorStates[code];
  const reason = `${finding.reason}${finding.status === null ? '' : ` (${finding.status})`}.`;
  const partly = partlyReturned(scene.message, attempt);
  if (partly !== null) {
    // Whoever gives back one copy has had the message.
    if (partly.part === 1) await settleUnknown(scene);
    await noteReturn(scene, attempt, partly, { code, attribution, message: reason, at: reply.receivedAt });
    return 'automatic';
  }
  await recordOutcome(tx, journal, rulebook, {
    attempt,
    actor: system,
    at: reply.receivedAt,
    outcome: {
      kind: 'prevented',
      code,
      attribution,
      message: `The message came back: ${reason}`,
      retry: false,
      proof: attempt.proof ?? noProof,
    },
  });
  return 'automatic';
}

/** The platform's side is still trying: a delay, not an end. */
function putOff(scene: MatchedReply): Promise<ReplyState> {
  const { tx, journal, complaint, reply } = scene;
  tx.filingErrors.add({
    workspaceId: tx.workspaceId,
    id: journal.newId(),
    complaintId: complaint.id,
    attemptId: scene.match?.attemptId ?? null,
    platform: complaint.platform,
    channel: 'email',
    code: 'ER-64',
    attribution: 'platform',
    message: errorStates['ER-64'].says,
    ...metByRedress,
    occurredAt: reply.receivedAt,
    recordedAt: journal.now(),
    recordedBy: 'automatic',
  });
  return Promise.resolve('automatic');
}

/** Any answer to a notice is a sign that it arrived: an attempt of unknown outcome is settled by it. */
async function settleUnknown(scene: MatchedReply): Promise<void> {
  const attempt = await attemptOf(scene);
  if (attempt?.state !== 'unknown') return;
  await recordOutcome(scene.tx, scene.journal, scene.rulebook, {
    attempt,
    actor: system,
    outcome: { kind: 'delivered', reference: null, proof: attempt.proof ?? noProof },
    at: attempt.startedAt ?? scene.reply.receivedAt,
  });
  Object.assign(scene.complaint, await scene.tx.complaints.get(scene.complaint.id));
  scene.items = await scene.tx.items.where({ complaintId: scene.complaint.id }, { order: { position: 'asc' } });
}

async function acknowledged(scene: MatchedReply): Promise<ReplyState> {
  await settleUnknown(scene);
  const { tx, journal, complaint, suggestion, reply } = scene;
  await moveComplaint(scene, 'acknowledged', suggestion.caseNumber ?? null);
  await tx.query(
    `update deadline set state = 'met', closed_at = $3 where workspace_id = $1 and complaint_id = $2 and kind = 'acknowledgement' and state = 'open'`,
    [tx.workspaceId, complaint.id, reply.receivedAt],
  );
  journal.tell(tx, complaint.id, {
    kind: 'acknowledged',
    actor: automaton(scene),
    at: reply.receivedAt,
    data: { caseNumber: suggestion.caseNumber ?? null },
  });
  return 'automatic';
}

async function informationRequested(scene: MatchedReply): Promise<ReplyState> {
  await settleUnknown(scene);
  await moveComplaint(scene, 'needs-info', scene.suggestion.caseNumber ?? null);
  scene.journal.tell(scene.tx, scene.complaint.id, {
    kind: 'information-requested',
    actor: automaton(scene),
    at: scene.reply.receivedAt,
    data: { replyId: scene.reply.id },
  });
  return 'waiting';
}

async function decided(scene: MatchedReply): Promise<ReplyState> {
  await settleUnknown(scene);
  const answer = scene.message.structuredAnswer;
  const rulings = answer?.decisions ?? [];
  if (!isTrusted(scene) || answer?.reference !== scene.complaint.reference || rulings.length === 0) return 'waiting';
  if (answer.caseNumber !== undefined) await moveComplaint(scene, scene.complaint.status, answer.caseNumber);
  let applied = 0;
  for (const alike of groupAlike(rulings)) applied += await applyRuling(scene, alike);
  // An answer about listings that are not of this complaint decides nothing: a person looks at it.
  return applied > 0 ? 'applied' : 'waiting';
}

/** @returns how many items it decided */
async function applyRuling(scene: MatchedReply, alike: readonly Ruling[]): Promise<number> {
  const [ruling] = alike;
  const urls = new Set(alike.map((each) => each.url));
  const items = scene.items.filter((item) => urls.has(item.url) && item.status === 'filed');
  if (ruling === undefined || items.length === 0) return 0;
  const { reply, suggestion } = scene;
  await recordDecisions(scene.tx, scene.journal, scene.rulebook, scene.complaint, {
    items,
    outcome: ruling.outcome,
    statedReason: ruling.statedReason ?? null,
    text: ruling.text ?? reply.text,
    language: suggestion.language ?? null,
    justification: ruling.outcome === 'refused' ? (suggestion.justification ?? {}) : {},
    decidedAt: decisionDateOf(reply, items),
    source: 'structured',
    replyId: reply.id,
    actor: automaton(scene),
  });
  return items.length;
}

type Ruling = NonNullable<StructuredAnswer['decisions']>[number];

/** Listings decided in the same way with the same words are one ruling. */
function groupAlike(rulings: readonly Ruling[]): Ruling[][] {
  const groups = new Map<string, Ruling[]>();
  for (const ruling of rulings) {
    const key = JSON.stringify([ruling.outcome, ruling.statedReason, ruling.text]);
    groups.set(key, [...(groups.get(key) ?? []), ruling]);
  }
  return [...groups.values()];
}

function isTrusted(scene: MatchedReply): boolean {
  const platform = scene.rulebook.find(scene.complaint.platform);
  const domain = scene.message.from?.domain ?? '';
  const ours = platform?.senderDomains.some((each) => domain === each || domain.endsWith(`.${each}`)) ?? false;
  return scene.suggestion.structured && scene.match?.by === 'token' && ours;
}

/** The attempt a reply answers: the one it names, or the only one there is. */
async function attemptOf({ tx, match, complaint }: MatchedReply): Promise<Attempt | null> {
  if (match?.attemptId != null) return tx.attempts.lock(match.attemptId);
  const attempts = await tx.attempts.where({ complaintId: complaint.id });
  return attempts.length === 1 && attempts[0] !== undefined ? tx.attempts.lock(attempts[0].id) : null;
}

const noProof: DeliveryProof = { transport: 'unknown', sha256: null, conversation: [], answer: null };
