import {
  bounceReasons,
  decidedOutcomes,
  justificationElements,
  matchSigns,
  reasonCodes,
  replyKinds,
  replyRoutes,
  replyStates,
} from '#libs/domain';
import type { DecidedOutcome, ReasonCode, ReplyMatch, ReplySuggestion } from '#libs/domain';
import { triageTabs } from '#libs/persistence';
import type { ReplyListRow, TriageTab } from '#libs/persistence';
import { codeActions } from '#libs/workflow';
import type { CodeAction, Rulebook } from '#libs/workflow';
import { JustificationInput } from '../complaints/justification.dto.js';
import { IdField, Ids, Instant, OneOf, Part } from '../http/field.js';
import { PageQuery } from '../http/page.js';
import { Shows, ShowsInstant, ShowsText, ShowsOneOf, someOf } from '../http/shown.js';

const match = {
  type: 'object',
  nullable: true,
  required: ['complaintId', 'by', 'confidence'],
  properties: {
    complaintId: { type: 'string' },
    attemptId: { type: 'string', nullable: true },
    by: { type: 'string', enum: [...matchSigns] },
    confidence: { type: 'number' },
  },
};

const suggestion = {
  type: 'object',
  nullable: true,
  required: ['kind', 'confidence', 'structured', 'because'],
  properties: {
    kind: { type: 'string', enum: [...replyKinds] },
    confidence: { type: 'number' },
    outcome: { type: 'string', enum: [...decidedOutcomes] },
    listings: {
      type: 'array',
      items: {
        type: 'object',
        required: ['url', 'outcome'],
        properties: { url: { type: 'string' }, outcome: { type: 'string', enum: [...decidedOutcomes] } },
      },
    },
    bounce: {
      type: 'object',
      required: ['permanent', 'reason'],
      properties: {
        permanent: { type: 'boolean' },
        reason: { type: 'string', enum: [...bounceReasons] },
        status: { type: 'string', nullable: true },
        recipient: { type: 'string', nullable: true },
      },
    },
    statedReason: { type: 'string', enum: [...reasonCodes] },
    justification: someOf(justificationElements, 'boolean'),
    justificationBecause: someOf(justificationElements, 'string'),
    caseNumber: { type: 'string' },
    language: { type: 'string' },
    structured: { type: 'boolean' },
    because: { type: 'array', items: { type: 'string' } },
  },
};

export class ReplyView {
  @ShowsText() id!: string;
  @ShowsText({ nullable: true }) complaintId!: string | null;
  @ShowsText({ nullable: true }) reference!: string | null;
  @ShowsText({ nullable: true }) platform!: string | null;
  @ShowsText({ nullable: true }) platformName!: string | null;
  @ShowsText({ nullable: true }) sender!: string | null;
  @ShowsText({ nullable: true }) subject!: string | null;
  @ShowsText() text!: string;
  @ShowsText({ nullable: true }) language!: string | null;
  @ShowsOneOf(replyRoutes) via!: string;
  @ShowsOneOf(replyStates) state!: string;
  @Shows(match) match!: ReplyMatch | null;
  @Shows(suggestion) suggestion!: ReplySuggestion | null;
  @ShowsInstant() receivedAt!: Date;
  @ShowsText() documentId!: string;
  @ShowsText({ nullable: true }) codedBy!: string | null;
}

export class TriageQuery extends PageQuery {
  @OneOf(triageTabs, { optional: true }) tab?: TriageTab;
}

const countedTabs = triageTabs.filter((tab) => tab !== 'all');

/** How many replies stand under each tab of triage. */
export const triageCounts = {
  type: 'object' as const,
  required: [...countedTabs],
  properties: Object.fromEntries(countedTabs.map((tab) => [tab, { type: 'number' as const }])),
};

export class CodingInput {
  @OneOf(codeActions) action!: CodeAction;
  @IdField({ optional: true }) complaintId?: string;
  @Ids({ optional: true, max: 1000 }) itemIds?: string[];
  @OneOf(decidedOutcomes, { optional: true }) outcome?: DecidedOutcome;
  @OneOf(reasonCodes, { optional: true }) statedReason?: ReasonCode;
  @Part(() => JustificationInput, { optional: true }) justification?: JustificationInput;
  @Instant({ optional: true }) decidedAt?: Date;
}

export class ReceivedReplyView {
  @ShowsText() id!: string;
  @Shows(match) match!: ReplyMatch | null;
  @Shows(suggestion) suggestion!: ReplySuggestion | null;
}

export const replyView = (rulebook: Rulebook, row: ReplyListRow): ReplyView => ({
  id: row.id,
  complaintId: row.complaintId,
  reference: row.reference,
  platform: row.platform,
  platformName: row.platform === null ? null : (rulebook.find(row.platform)?.name ?? row.platform),
  sender: row.sender,
  subject: row.subject,
  text: row.text,
  language: row.language,
  via: row.via,
  state: row.state,
  match: row.match,
  suggestion: row.suggestion,
  receivedAt: row.receivedAt,
  documentId: row.documentId,
  codedBy: row.codedBy,
});
