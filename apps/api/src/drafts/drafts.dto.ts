import { grounds, languages } from '#libs/domain';
import type { FilingAnswers, FilingDraft, FilingTemplate, Ground, Language } from '#libs/domain';
import { Flag, IdField, Ids, OneOf, Part, Text, Texts, WholeNumber, WholeNumbers } from '../http/field.js';
import { ShowsFlag, ShowsInstant, ShowsNumber, ShowsPart, ShowsText } from '../http/shown.js';

/** What every template and draft may hold; statements and signature are given anew for each complaint. */
export class TemplateAnswers {
  @Text({ optional: true, max: 100 }) platform?: string;
  @OneOf(grounds, { optional: true }) ground?: Ground;
  @IdField({ optional: true }) rightsHolderId?: string;
  @Ids({ optional: true, max: 50 }) rightIds?: string[];
  @Text({ optional: true, max: 20_000, lines: true }) explanation?: string;
  @Texts({ optional: true, max: 50 }) evidenceUrls?: string[];
  @Ids({ optional: true, max: 50 }) evidenceFileIds?: string[];
  @WholeNumbers({ optional: true, max: 45 }) goodsClasses?: number[];
  @OneOf(languages, { optional: true }) language?: Language;
}

export class DraftAnswers extends TemplateAnswers implements FilingAnswers {
  @Text({ optional: true, max: 1_000_000, lines: true, description: 'as pasted' }) listings?: string;
  @Text({ optional: true, max: 2000, lines: true }) renewedBecause?: string;
}

export class DraftInput {
  @Part(() => DraftAnswers) answers!: DraftAnswers;
  @WholeNumber({ min: 0, max: 1_000_000_000, description: 'the version this save goes on from; 0 for the first' })
  version!: number;
  @IdField({ optional: true, description: 'the unsent complaint it changes' }) complaintId?: string;
}

export class ShareInput {
  @Flag() shared!: boolean;
}

export class DraftView {
  @ShowsText() id!: string;
  @ShowsText() ownerName!: string;
  @ShowsFlag() own!: boolean;
  @ShowsFlag() shared!: boolean;
  @ShowsText({ nullable: true }) complaintId!: string | null;
  @ShowsPart(() => DraftAnswers) answers!: FilingAnswers;
  @ShowsNumber() version!: number;
  @ShowsInstant() updatedAt!: Date;
}

export class TemplateInput {
  @Text({ min: 1, max: 100 }) name!: string;
  @Part(() => TemplateAnswers) answers!: TemplateAnswers;
}

export class TemplateView {
  @ShowsText() id!: string;
  @ShowsText() name!: string;
  @ShowsPart(() => TemplateAnswers) answers!: TemplateAnswers;
  @ShowsText() createdBy!: string;
  @ShowsInstant() updatedAt!: Date;
}

export const draftView = (draft: FilingDraft, reader: string): DraftView => ({
  id: draft.id,
  ownerName: draft.ownerName,
  own: draft.ownerId === reader,
  shared: draft.shared,
  complaintId: draft.complaintId,
  answers: draft.answers,
  version: draft.version,
  updatedAt: draft.updatedAt,
});

export const templateView = ({ id, name, answers, createdBy, updatedAt }: FilingTemplate): TemplateView => ({
  id,
  name,
  answers,
  createdBy,
  updatedAt,
});
