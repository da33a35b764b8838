import {
  attemptStates,
  attributions,
  channelKinds,
  complaintStatuses,
  deadlineKinds,
  decidedOutcomes,
  errorCodes,
  grounds,
  itemOutcomes,
  itemStatuses,
  justificationElements,
  languages,
  reasonCodes,
  statementKinds,
  timelineKinds,
  waitReasons,
} from '#libs/domain';
import type { ComplaintStatus, Ground, Justification, ReasonCode, WaitReason } from '#libs/domain';
import { findingCodes, severities } from '#libs/notices';
import type { Finding } from '#libs/notices';
import { FilingErrorView, JudgementView } from '../filing-errors/filing-errors.dto.js';
import { FileView } from '../files/files.dto.js';
import { ListingFactsView } from './observations.dto.js';
import { RightView } from '../register/register.dto.js';
import { RegimeView } from '../platforms/platforms.dto.js';
import { ReplyView } from '../replies/replies.dto.js';
import {
  ShowsCounts,
  ShowsFlag,
  ShowsFlags,
  ShowsInstant,
  ShowsNumber,
  ShowsNumbers,
  ShowsObject,
  ShowsPart,
  ShowsParts,
  ShowsText,
  ShowsTexts,
  Shows,
  ShowsOneOf,
  ShowsOptionalText,
} from '../http/shown.js';

export class DecisionView {
  @ShowsText() id!: string;
  @ShowsText() itemId!: string;
  @ShowsText({ nullable: true }) replyId!: string | null;
  @ShowsOneOf(decidedOutcomes) outcome!: string;
  @ShowsOneOf(reasonCodes, { nullable: true }) statedReason!: string | null;
  @ShowsText({ nullable: true }) statedReasonSays!: string | null;
  @ShowsText({ nullable: true }) text!: string | null;
  @ShowsText({ nullable: true }) language!: string | null;
  @ShowsFlags(justificationElements) justification!: Justification;
  @ShowsOneOf(['none', 'boilerplate', 'partial', 'adequate'], { nullable: true }) level!: string | null;
  @ShowsFlag({ nullable: true }) falseDeficiency!: boolean | null;
  @ShowsFlag() coded!: boolean;
  @ShowsOneOf(['structured', 'person']) source!: string;
  @ShowsInstant() decidedAt!: Date;
}

export class ItemView {
  @ShowsText() id!: string;
  @ShowsText() rightId!: string;
  @ShowsText() url!: string;
  @ShowsText({ nullable: true }) title!: string | null;
  @ShowsText({ nullable: true }) seller!: string | null;
  @ShowsOneOf(itemStatuses) status!: string;
  @ShowsOneOf(itemOutcomes) outcome!: string;
  @ShowsInstant({ nullable: true }) deliveredAt!: Date | null;
  @ShowsInstant({ nullable: true }) decidedAt!: Date | null;
  @ShowsPart(() => DecisionView, { nullable: true }) decision!: DecisionView | null;
  @ShowsPart(() => ListingFactsView) seen!: ListingFactsView;
}

export class ConfirmedStatementView {
  @ShowsOneOf(statementKinds) kind!: string;
  @ShowsText() wording!: string;
  @ShowsOneOf(languages) language!: string;
  @ShowsText() regime!: string;
  @ShowsText() regimeVersion!: string;
  @ShowsText() confirmedBy!: string;
  @ShowsInstant() confirmedAt!: string;
}

export class SignatureView {
  @ShowsText() name!: string;
  @ShowsText() capacity!: string;
}

export class MissingView {
  @ShowsText() element!: string;
  @ShowsText() hook!: string;
  @ShowsText() detail!: string;
  @ShowsText() pointer!: string;
}

export class RefusedRecipientView {
  @ShowsText() recipient!: string;
  @ShowsOneOf(errorCodes) code!: string;
  @ShowsOneOf(attributions) attribution!: string;
  @ShowsText() answer!: string;
}

/** One mail of a notice that was too large for one. */
export class PartProofView {
  @ShowsText() messageId!: string;
  @ShowsText() sha256!: string;
  @ShowsTexts() files!: string[];
  @ShowsOneOf(['accepted', 'prevented', 'unknown']) outcome!: string;
  @ShowsOneOf(errorCodes, { nullable: true }) code!: string | null;
  @ShowsOneOf(attributions, { nullable: true }) attribution!: string | null;
  @ShowsText({ nullable: true }) answer!: string | null;
  @ShowsText({ nullable: true }) documentId!: string | null;
  /** the platform's number of what it accepted */
  @ShowsOptionalText() reference?: string;
}

export class ProofView {
  @ShowsText() transport!: string;
  @ShowsText({ nullable: true }) sha256!: string | null;
  @ShowsTexts() conversation!: string[];
  @ShowsText({ nullable: true }) answer!: string | null;
  @ShowsParts(() => RefusedRecipientView) refused!: RefusedRecipientView[];
  @ShowsParts(() => PartProofView) parts!: PartProofView[];
}

/** A document kept as evidence: the notice as it was sent, or what was seen while it was handed over. */
export class KeptDocumentView {
  @ShowsText() id!: string;
  @ShowsText() mediaType!: string;
  @ShowsNumber() size!: number;
  @ShowsText() sha256!: string;
}

export class AttemptView {
  @ShowsText() id!: string;
  @ShowsOneOf(channelKinds) channel!: string;
  @ShowsOneOf(attemptStates) state!: string;
  @ShowsNumber() tries!: number;
  @ShowsText({ nullable: true }) messageId!: string | null;
  @ShowsText({ nullable: true }) recipient!: string | null;
  @ShowsOneOf(errorCodes, { nullable: true }) code!: string | null;
  @ShowsText({ nullable: true }) codeSays!: string | null;
  @ShowsText({ nullable: true }) message!: string | null;
  @ShowsFlag() possibleRepeat!: boolean;
  @ShowsInstant() queuedAt!: Date;
  @ShowsInstant({ nullable: true }) startedAt!: Date | null;
  @ShowsInstant({ nullable: true }) finishedAt!: Date | null;
  @ShowsInstant({ nullable: true }) nextTryAt!: Date | null;
  @ShowsOneOf(waitReasons, { nullable: true }) waitsFor!: WaitReason | null;
  @ShowsText({ nullable: true }) documentId!: string | null;
  @ShowsText({ nullable: true }) reference!: string | null;
  @ShowsPart(() => ProofView, { nullable: true }) proof!: ProofView | null;
  @ShowsPart(() => KeptDocumentView, { nullable: true }) notice!: KeptDocumentView | null;
  /** screenshots, trails */
  @ShowsParts(() => KeptDocumentView) exhibits!: KeptDocumentView[];
}

export class DeadlineView {
  @ShowsText() id!: string;
  @ShowsOneOf(deadlineKinds) kind!: string;
  @ShowsOneOf(['platform', 'complainant']) runsAgainst!: string;
  @ShowsText() hook!: string;
  @ShowsInstant() dueAt!: Date;
  @ShowsOneOf(['open', 'met', 'missed', 'cancelled']) state!: string;
}

export class ActorView {
  @ShowsOneOf(['person', 'api-key', 'platform', 'system']) kind!: string;
  @ShowsText() id!: string;
  @ShowsText() name!: string;
}

export class TimelineEventView {
  @ShowsText() id!: string;
  @ShowsInstant() at!: Date;
  @ShowsInstant() recordedAt!: Date;
  @ShowsPart(() => ActorView) actor!: ActorView;
  @ShowsOneOf(timelineKinds) kind!: string;
  @ShowsObject() data!: Record<string, unknown>;
}

/** What a person can do with a complaint as it stands. */
export const complaintMoves = ['edit', 'submit', 'approve', 'return', 'withdraw'] as const;
export type ComplaintMove = (typeof complaintMoves)[number];

/** What the list and the page of a complaint have in common. */
export class ComplaintHead {
  @ShowsText() id!: string;
  @ShowsText() reference!: string;
  @ShowsText() platform!: string;
  @ShowsText() platformName!: string;
  @ShowsText() rightsHolderId!: string;
  @ShowsText() rightsHolder!: string;
  @ShowsOneOf(grounds) ground!: Ground;
  @ShowsOneOf(complaintStatuses) status!: ComplaintStatus;
  @ShowsFlag() simulated!: boolean;
  @ShowsInstant() createdAt!: Date;
  @ShowsInstant({ nullable: true }) submittedAt!: Date | null;
  @ShowsFlag() overdue!: boolean;
}

export class ComplaintRow extends ComplaintHead {
  @ShowsNumber() items!: number;
  @ShowsCounts(itemOutcomes) outcomes!: Record<string, number>;
  @ShowsText({ nullable: true }) firstUrl!: string | null;
}

export class ComplaintView extends ComplaintHead {
  @ShowsOneOf(languages) language!: string;
  @ShowsText() explanation!: string;
  @ShowsTexts() rightIds!: string[];
  @ShowsParts(() => RightView) rights!: RightView[];
  @ShowsText({ nullable: true }) regime!: string | null;
  @ShowsText({ nullable: true }) regimeVersion!: string | null;
  @ShowsParts(() => ConfirmedStatementView) statements!: ConfirmedStatementView[];
  @ShowsPart(() => SignatureView, { nullable: true }) signature!: SignatureView | null;
  @ShowsTexts() evidence!: string[];
  @ShowsParts(() => FileView) evidenceFiles!: FileView[];
  @ShowsNumbers() goodsClasses!: number[];
  @ShowsText({ nullable: true }) renewedBecause!: string | null;
  @ShowsText({ nullable: true }) submittedBy!: string | null;
  @ShowsText({ nullable: true }) approvedBy!: string | null;
  @ShowsInstant({ nullable: true }) approvedAt!: Date | null;
  @ShowsText({ nullable: true }) importId!: string | null;
  @ShowsText({ nullable: true }) caseNumber!: string | null;
  @ShowsText({ nullable: true }) materialChange!: string | null;
  @ShowsText({ nullable: true }) resubmissionOf!: string | null;
  @ShowsParts(() => ItemView) items!: ItemView[];
  @ShowsParts(() => MissingView) missing!: MissingView[];
  @ShowsParts(() => AttemptView) attempts!: AttemptView[];
  @ShowsParts(() => FilingErrorView) filingErrors!: FilingErrorView[];
  @ShowsPart(() => JudgementView, { nullable: true }) judgement!: JudgementView | null;
  @ShowsParts(() => ReplyView) replies!: ReplyView[];
  @ShowsParts(() => DeadlineView) deadlines!: DeadlineView[];
  @ShowsParts(() => TimelineEventView) timeline!: TimelineEventView[];
  @Shows({ type: 'array', items: { type: 'string', enum: [...complaintMoves] } }) moves!: ComplaintMove[];
}

export class FindingView implements Finding {
  @ShowsOneOf(findingCodes) code!: Finding['code'];
  @ShowsOneOf(severities) severity!: Finding['severity'];
  @ShowsText() pointer!: string;
  @ShowsText() detail!: string;
  @ShowsObject() values!: Record<string, string | number>;
  @Shows({ type: 'string', enum: [...reasonCodes] }, { optional: true }) reason?: ReasonCode;
}

/** A complaint looked over before it is sent. */
export class CheckView {
  @ShowsPart(() => RegimeView) regime!: RegimeView;
  @ShowsParts(() => MissingView) missing!: MissingView[];
  @ShowsParts(() => FindingView) findings!: FindingView[];
  @ShowsNumber() filings!: number;
  @ShowsFlag() needsApproval!: boolean;
}

export class FiledItemView {
  @ShowsText() id!: string;
  @ShowsOneOf(itemStatuses) status!: string;
  @ShowsOneOf(itemOutcomes) outcome!: string;
}

export class FiledView {
  @ShowsText() id!: string;
  @ShowsText() reference!: string;
  @ShowsOneOf(complaintStatuses) status!: ComplaintStatus;
  @ShowsParts(() => FiledItemView) items!: FiledItemView[];
  @ShowsParts(() => MissingView) missing!: MissingView[];
}
