import { claimedButUp, complaintLifecycle, errorStates, refusalReasons } from '#libs/domain';
import type { Decision, DeliveryProof } from '#libs/domain';
import type { ComplaintListRow } from '#libs/persistence';
import type { ComplaintRecord, FiledComplaint, FilingCheck, Rulebook } from '#libs/workflow';
import { filingErrorView, judgementView } from '../filing-errors/present-filing-error.js';
import { fileView } from '../files/files.dto.js';
import { regimeView } from '../platforms/platforms.dto.js';
import { rightView } from '../register/register.dto.js';
import { replyView } from '../replies/replies.dto.js';
import type {
  AttemptView,
  CheckView,
  ComplaintMove,
  ComplaintRow,
  ComplaintView,
  DecisionView,
  FiledView,
  ItemView,
  ProofView,
} from './complaints.views.js';

const platformName = (rulebook: Rulebook, slug: string): string => rulebook.find(slug)?.name ?? slug;

export const complaintRow = (rulebook: Rulebook, row: ComplaintListRow): ComplaintRow => ({
  ...row,
  platformName: platformName(rulebook, row.platform),
});

export const filedView = ({ complaint, items, missing }: FiledComplaint): FiledView => ({
  id: complaint.id,
  reference: complaint.reference,
  status: complaint.status,
  items: items.map(({ id, status, outcome }) => ({ id, status, outcome })),
  missing,
});

export function complaintView(rulebook: Rulebook, record: ComplaintRecord): ComplaintView {
  const { complaint } = record;
  return {
    id: complaint.id,
    reference: complaint.reference,
    platform: complaint.platform,
    platformName: platformName(rulebook, complaint.platform),
    rightsHolderId: complaint.rightsHolderId,
    rightsHolder: record.rightsHolder.name,
    ground: complaint.ground,
    status: complaint.status,
    simulated: complaint.simulated,
    createdAt: complaint.createdAt,
    submittedAt: complaint.submittedAt,
    overdue: record.overdue,
    language: complaint.language,
    explanation: complaint.explanation,
    rightIds: complaint.rightIds,
    rights: record.rights.map(rightView),
    regime: complaint.regime,
    regimeVersion: complaint.regimeVersion,
    statements: complaint.statements,
    signature: complaint.signature,
    evidence: complaint.evidenceUrls,
    evidenceFiles: record.evidenceFiles.map(fileView),
    goodsClasses: complaint.goodsClasses,
    renewedBecause: complaint.renewedBecause,
    submittedBy: complaint.submitter?.name ?? null,
    approvedBy: complaint.approver?.name ?? null,
    approvedAt: complaint.approvedAt,
    importId: complaint.importId,
    caseNumber: complaint.caseNumber,
    materialChange: complaint.materialChange,
    resubmissionOf: complaint.resubmissionOf,
    missing: record.missing,
    items: record.items.map(itemView),
    attempts: record.attempts.map(attemptView),
    filingErrors: record.filingErrors.map(filingErrorView),
    judgement: record.judgement === null ? null : judgementView(record.judgement),
    replies: record.replies.map((reply) => replyView(rulebook, reply)),
    deadlines: record.deadlines.map(({ id, kind, runsAgainst, hook, dueAt, state }) => ({
      id,
      kind,
      runsAgainst,
      hook,
      dueAt,
      state,
    })),
    timeline: record.timeline.map(({ id, at, recordedAt, actor, kind, data }) => ({
      id,
      at,
      recordedAt,
      actor,
      kind,
      data,
    })),
    moves: moves(record),
  };
}

const moves = ({ complaint }: ComplaintRecord): ComplaintMove[] => [
  ...(complaint.status === 'draft' ? (['edit', 'submit'] as const) : []),
  ...(complaint.status === 'awaiting-approval' ? (['approve', 'return'] as const) : []),
  ...(complaintLifecycle.canMove(complaint.status, 'withdrawn') ? (['withdraw'] as const) : []),
];

export const checkView = ({ regime, findings, ...check }: FilingCheck): CheckView => ({
  ...check,
  regime: regimeView(regime),
  findings: findings.map((finding) => ({ ...finding, values: { ...finding.values } })),
});

const itemView = (item: ComplaintRecord['items'][number]): ItemView => ({
  id: item.id,
  rightId: item.rightId,
  url: item.url,
  title: item.title,
  seller: item.seller,
  status: item.status,
  outcome: item.outcome,
  deliveredAt: item.deliveredAt,
  decidedAt: item.decidedAt,
  decision: item.decision === null ? null : decisionView(item.decision),
  seen: {
    lastSeenUp: item.lastSeenUp,
    firstSeenDown: item.firstSeenDown,
    relistedAt: item.relistedAt,
    claimedButUp: claimedButUp(item),
    lookedAt: item.lookedAt,
    nextLookAt: item.nextLookAt,
    lookAsked: item.lookAskedAt !== null && (item.lookedAt === null || item.lookAskedAt > item.lookedAt),
  },
});

const decisionView = (decision: Decision): DecisionView => ({
  id: decision.id,
  itemId: decision.itemId,
  replyId: decision.replyId,
  outcome: decision.outcome,
  statedReason: decision.statedReason,
  statedReasonSays: decision.statedReason === null ? null : refusalReasons[decision.statedReason].says,
  text: decision.text,
  language: decision.language,
  justification: decision.justification,
  level: decision.level,
  falseDeficiency: decision.falseDeficiency,
  coded: decision.coded,
  source: decision.source,
  decidedAt: decision.decidedAt,
});

const proofView = ({ conversation, refused = [], parts = [], ...proof }: DeliveryProof): ProofView => ({
  ...proof,
  conversation: [...conversation],
  refused: refused.map((each) => ({ ...each })),
  parts: parts.map(({ files, documentId = null, ...part }) => ({ ...part, files: [...files], documentId })),
});

const attemptView = (attempt: ComplaintRecord['attempts'][number]): AttemptView => ({
  id: attempt.id,
  channel: attempt.channel,
  state: attempt.state,
  tries: attempt.tries,
  messageId: attempt.messageId,
  recipient: attempt.recipient,
  code: attempt.code,
  codeSays: attempt.code === null ? null : errorStates[attempt.code].says,
  message: attempt.message,
  possibleRepeat: attempt.possibleRepeat,
  queuedAt: attempt.queuedAt,
  startedAt: attempt.startedAt,
  finishedAt: attempt.finishedAt,
  nextTryAt: attempt.nextTryAt,
  waitsFor: attempt.waitsFor,
  documentId: attempt.noticeDocumentId,
  reference: attempt.reference,
  proof: attempt.proof === null ? null : proofView(attempt.proof),
  notice: attempt.notice,
  exhibits: attempt.exhibits,
});
