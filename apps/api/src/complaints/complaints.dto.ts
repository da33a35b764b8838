import {
  attributions,
  complaintStatuses,
  decidedOutcomes,
  errorCodes,
  grounds,
  itemOutcomes,
  languages,
  networks,
  reasonCodes,
} from '#libs/domain';
import type {
  Attribution,
  ComplaintStatus,
  DecidedOutcome,
  ErrorCode,
  Ground,
  ItemOutcome,
  Language,
  Network,
  ReasonCode,
} from '#libs/domain';
import {
  Flag,
  IdField,
  Ids,
  Instant,
  OneOf,
  Part,
  Parts,
  QueryFlag,
  Text,
  Texts,
  WholeNumbers,
} from '../http/field.js';
import { PageQuery } from '../http/page.js';
import { JustificationInput } from './justification.dto.js';

export class ListingInput {
  @Text({ min: 1, max: 2000, description: 'address of the listing' }) url!: string;
  @Text({ optional: true, max: 1000 }) title?: string;
  @Text({ optional: true, max: 300 }) seller?: string;
  @Text({ optional: true, max: 100 }) price?: string;
}

export class StatementsInput {
  @Flag({ optional: true }) goodFaith?: boolean;
  @Flag({ optional: true }) accuracy?: boolean;
  @Flag({ optional: true }) authority?: boolean;
}

export class SignatureInput {
  @Text({ min: 1, max: 200 }) name!: string;
  @Text({ max: 200, description: 'e.g. owner, attorney, authorised agent' }) capacity!: string;
}

/** A file that was added (POST /files) by its id, or a web address. */
const evidenceForm = {
  pattern: /^(?:https?:\/\/\S+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/iu,
  message: 'each of evidence must be the id of a file (POST /api/v1/files) or a web address',
};

/** What a complaint says, but for its rights and listings. */
class ComplaintContent {
  @Text({ min: 1, max: 100, description: 'slug of the platform' }) platform!: string;
  @IdField() rightsHolderId!: string;
  @OneOf(grounds) ground!: Ground;
  @OneOf(languages, { optional: true }) language?: Language;
  @Text({ max: 20_000, lines: true }) explanation!: string;
  @Part(() => StatementsInput, { optional: true }) statements?: StatementsInput;
  @Part(() => SignatureInput, { optional: true }) signature?: SignatureInput;
  @Texts({ optional: true, max: 50, form: evidenceForm, description: 'ids of files (POST /files) and web addresses' })
  evidence?: string[];
  @WholeNumbers({ optional: true, max: 45, description: 'Nice classes of the goods offered' }) goodsClasses?: number[];
  @Text({
    optional: true,
    max: 2000,
    lines: true,
    description: 'why listings are reported again that are under complaint or were refused',
  })
  renewedBecause?: string;
}

/** A draft as it is to be from now on. */
export class DraftComplaintInput extends ComplaintContent {
  @Ids({ min: 1, max: 50 }) rightIds!: string[];
  @Parts(() => ListingInput, { min: 1, max: 1000 }) items!: ListingInput[];
}

export class ComplaintInput extends DraftComplaintInput {
  @Flag({ optional: true, description: 'submit at once; a notice that is not complete is refused with 422' })
  submit?: boolean;
}

/** Looked over while it is filled in: rights and listings may still be missing. */
export class CheckInput extends ComplaintContent {
  @Ids({ max: 50 }) rightIds!: string[];
  @Parts(() => ListingInput, { max: 10_000 }) items!: ListingInput[];
  @IdField({ optional: true, description: 'the draft that is being changed' }) complaintId?: string;
}

export class SubmitInput {
  @Part(() => StatementsInput, { optional: true }) statements?: StatementsInput;
  @Part(() => SignatureInput, { optional: true }) signature?: SignatureInput;
  @Text({ optional: true, max: 2000, lines: true }) renewedBecause?: string;
}

export class ReturnInput {
  @Text({ min: 1, max: 2000, lines: true, description: 'what has to be changed' }) reason!: string;
}

export class WithdrawInput {
  @Text({ optional: true, max: 2000, lines: true }) reason?: string;
}

export class DecisionInput {
  @Ids({ optional: true, max: 1000, description: 'all delivered items where absent' }) itemIds?: string[];
  @OneOf(decidedOutcomes) outcome!: DecidedOutcome;
  @OneOf(reasonCodes, { optional: true }) statedReason?: ReasonCode;
  @Text({ optional: true, max: 50_000, lines: true }) text?: string;
  @Text({ optional: true, max: 20 }) language?: string;
  @Instant() decidedAt!: Date;
  @Part(() => JustificationInput, { optional: true }) justification?: JustificationInput;
}

export class FilingErrorInput {
  @OneOf(errorCodes) code!: ErrorCode;
  @Text({ min: 1, max: 5000, lines: true }) message!: string;
  @Text({ optional: true, max: 4000 }) url?: string;
  @Instant() occurredAt!: Date;
  @OneOf(attributions, { optional: true }) attribution?: Attribution;
  @OneOf(networks, {
    optional: true,
    description: 'where it was met: server is the network Redress runs in; not said, it is no second network',
  })
  network?: Network;
  @IdField({ optional: true, description: 'the entry this one confirms: this person saw the same' }) confirms?: string;
  @IdField({ optional: true, description: 'an uploaded file' }) screenshot?: string;
}

export class AttemptInput {
  @OneOf(['email', 'guided-form']) channel!: 'email' | 'guided-form';
  @OneOf(['delivered', 'prevented']) outcome!: 'delivered' | 'prevented';
  @Text({ optional: true, max: 200, description: 'case number the platform gave' }) reference?: string;
  @OneOf(errorCodes, { optional: true }) code?: ErrorCode;
  @Text({ optional: true, max: 5000, lines: true }) message?: string;
  @OneOf(attributions, { optional: true }) attribution?: Attribution;
  @OneOf(networks, { optional: true, description: 'where a person met the error' }) network?: Network;
  @IdField({ optional: true, description: 'an uploaded file' }) screenshot?: string;
  @Instant() at!: Date;
}

export class ResolutionInput {
  @OneOf(['delivered', 'prevented', 'resend']) outcome!: 'delivered' | 'prevented' | 'resend';
  @Text({ min: 1, max: 2000, lines: true }) reason!: string;
  @Text({ optional: true, max: 200 }) reference?: string;
  @OneOf(errorCodes, { optional: true }) code?: ErrorCode;
  @Instant({ optional: true }) at?: Date;
}

export class ComplaintsQuery extends PageQuery {
  @Text({ optional: true, max: 100 }) platform?: string;
  @OneOf(complaintStatuses, { optional: true }) status?: ComplaintStatus;
  @OneOf(itemOutcomes, { optional: true }) outcome?: ItemOutcome;
  @OneOf(grounds, { optional: true }) ground?: Ground;
  @IdField({ optional: true }) rightsHolderId?: string;
  @IdField({ optional: true }) importId?: string;
  @Text({
    optional: true,
    max: 300,
    description: 'part of a reference, rights holder, address, seller or registration number',
  })
  q?: string;
  @Instant({ optional: true }) from?: Date;
  @Instant({ optional: true }) to?: Date;
  @QueryFlag({ optional: true }) overdue?: boolean;
}
