import { deskOf, registrations, rightDocumentKinds, rightKinds, verificationStatuses } from '#libs/domain';
import type {
  OwnerStep,
  Platform,
  PowerOfAttorney,
  Registration,
  Right,
  RightDocument,
  RightDocumentKind,
  RightKind,
  RightVerification,
  RightsHolder,
  VerificationStatus,
} from '#libs/domain';
import { Transform } from 'class-transformer';
import {
  CalendarDate,
  Flag,
  IdField,
  Ids,
  OneOf,
  Parts,
  Text,
  Texts,
  WebAddress,
  WholeNumber,
  WholeNumbers,
} from '../http/field.js';
import { PageQuery } from '../http/page.js';
import {
  ShowsFlag,
  ShowsInstant,
  ShowsNumber,
  ShowsNumbers,
  ShowsOneOf,
  ShowsParts,
  ShowsText,
  ShowsTexts,
} from '../http/shown.js';

export class RightsHolderInput {
  @Text({ min: 1, max: 300 }) name!: string;
  @Text({ optional: true, max: 100, description: 'ISO 3166-1 alpha-2, or the name' }) country?: string;
  @Text({ optional: true, max: 500, lines: true }) address?: string;
  @Text({ optional: true, max: 320 }) email?: string;
  @Text({ optional: true, max: 50 }) phone?: string;
  @WebAddress({ optional: true, description: 'its own site: XARF reports of counterfeits name it' }) website?: string;
  @Texts({
    optional: true,
    max: 50,
    length: 100,
    description: 'platforms (slugs) whose programme the rights holder takes part in',
  })
  programmes?: string[];
  @Flag({ optional: true, description: 'the workspace files as its agent, within powers of attorney alone' })
  representedByAgent?: boolean;
}

export class RightsHolderView {
  @ShowsText() id!: string;
  @ShowsText() name!: string;
  @ShowsText({ nullable: true }) country!: string | null;
  @ShowsText({ nullable: true }) address!: string | null;
  @ShowsText({ nullable: true }) email!: string | null;
  @ShowsText({ nullable: true }) phone!: string | null;
  @ShowsText({ nullable: true }) website!: string | null;
  @ShowsTexts() programmes!: string[];
  @ShowsFlag() representedByAgent!: boolean;
  @ShowsInstant() updatedAt!: Date;
}

export class OwnerInput {
  @Text({ min: 1, max: 300 }) owner!: string;
  @CalendarDate({ optional: true }) since?: string;
  @Text({ optional: true, max: 100, description: 'number under which the office recorded the change' })
  recordedAs?: string;
}

export class RightDocumentInput {
  @OneOf(rightDocumentKinds) kind!: RightDocumentKind;
  @Text({ min: 1, max: 300 }) title!: string;
  @IdField({ optional: true, description: 'a file of this workspace (POST /files)' }) fileId?: string;
  @Text({ optional: true, max: 35, description: 'BCP 47 language of the paper, e.g. zh' }) language?: string;
}

/** A document given as a text alone is one of no particular kind with that title. */
const titlesAreDocuments = Transform(({ value }: { value: unknown }) =>
  Array.isArray(value) ? value.map((each: unknown) => (typeof each === 'string' ? titled(each) : each)) : value,
);

/** Of the class itself: fields of a plain object are none the checks know. */
const titled = (title: string): RightDocumentInput =>
  Object.assign(new RightDocumentInput(), { kind: 'other' as const, title });

/** What a right says, whoever holds it. */
export class RightFacts {
  @OneOf(rightKinds) kind!: RightKind;
  @Text({ min: 1, max: 500 }) title!: string;
  @OneOf(registrations, { optional: true, description: 'unset: registered where there is a number' })
  registration?: Registration;
  @Text({ optional: true, max: 100 }) number?: string;
  @Text({ optional: true, max: 200 }) office?: string;
  @WholeNumbers({ optional: true, max: 45, description: 'Nice classes of a trademark' }) classes?: number[];
  @Texts({ optional: true, max: 32, length: 5, description: 'Locarno classes of a design, e.g. 02-04' })
  locarno?: string[];
  @Text({ optional: true, max: 5000, lines: true, description: 'goods, services or claims covered' }) covers?: string;
  @Texts({
    optional: true,
    max: 250,
    length: 2,
    description: 'where it is in force: ISO 3166-1 alpha-2, or EU, BX, OA; empty: what its office says',
  })
  territories?: string[];
  @CalendarDate({ optional: true }) validFrom?: string;
  @CalendarDate({ optional: true }) validTo?: string;
  @Parts(() => OwnerInput, { optional: true, max: 50, description: 'owners in the order of time' })
  owners?: OwnerInput[];
  @Parts(() => RightDocumentInput, { optional: true, max: 50 })
  @titlesAreDocuments
  documents?: RightDocumentInput[];
}

export class RightInput extends RightFacts {
  @IdField() rightsHolderId!: string;
}

export class OwnerView implements OwnerStep {
  @ShowsText() owner!: string;
  @ShowsText({ nullable: true }) since!: string | null;
  @ShowsText({ nullable: true }) recordedAs!: string | null;
}

export class RightDocumentView implements RightDocument {
  @ShowsOneOf(rightDocumentKinds) kind!: RightDocumentKind;
  @ShowsText() title!: string;
  @ShowsText({ nullable: true }) fileId!: string | null;
  @ShowsText({ nullable: true }) language!: string | null;
}

export class RightView {
  @ShowsText() id!: string;
  @ShowsText() rightsHolderId!: string;
  @ShowsOneOf(rightKinds) kind!: RightKind;
  @ShowsText() title!: string;
  @ShowsOneOf(registrations) registration!: Registration;
  @ShowsText({ nullable: true }) number!: string | null;
  @ShowsText({ nullable: true }) office!: string | null;
  @ShowsNumbers() classes!: number[];
  @ShowsTexts() locarno!: string[];
  @ShowsText({ nullable: true }) covers!: string | null;
  @ShowsTexts() territories!: string[];
  @ShowsText({ nullable: true }) validFrom!: string | null;
  @ShowsText({ nullable: true }) validTo!: string | null;
  @ShowsParts(() => OwnerView) owners!: OwnerView[];
  @ShowsParts(() => RightDocumentView) documents!: RightDocumentView[];
  @ShowsInstant() updatedAt!: Date;
}

export class RightsHoldersQuery extends PageQuery {
  @Text({ optional: true, max: 200, description: 'part of the name' }) q?: string;
}

export class RightsQuery extends PageQuery {
  @IdField({ optional: true }) rightsHolderId?: string;
  @OneOf(rightKinds, { optional: true }) kind?: RightKind;
  @Text({ optional: true, max: 200, description: 'part of a title, number or office' }) q?: string;
}

export class PowerInput {
  @Text({ min: 1, max: 300, description: 'who may act' }) agent!: string;
  @Ids({ optional: true, max: 200, description: 'rights it covers; empty: every right of the rights holder' })
  rightIds?: string[];
  @Texts({ optional: true, max: 50, length: 100, description: 'platforms (slugs) it covers; empty: all' })
  platforms?: string[];
  @CalendarDate() validFrom!: string;
  @CalendarDate({ optional: true, description: 'last day; unset: until it is revoked' }) validTo?: string;
  @IdField({ optional: true, description: 'the signed paper (POST /files)' }) fileId?: string;
}

export class PowerView {
  @ShowsText() id!: string;
  @ShowsText() rightsHolderId!: string;
  @ShowsText() agent!: string;
  @ShowsTexts() rightIds!: string[];
  @ShowsTexts() platforms!: string[];
  @ShowsText() validFrom!: string;
  @ShowsText({ nullable: true }) validTo!: string | null;
  @ShowsInstant({ nullable: true }) revokedAt!: Date | null;
  @ShowsText({ nullable: true }) fileId!: string | null;
  @ShowsInstant() createdAt!: Date;
}

export class VerificationInput {
  @OneOf(verificationStatuses) status!: VerificationStatus;
  @CalendarDate({ description: 'since when it stands so' }) since!: string;
  @Text({ optional: true, max: 2000, lines: true, description: 'what the desk said' }) note?: string;
}

export class VerificationView {
  @ShowsText() rightId!: string;
  @ShowsText() desk!: string;
  @ShowsTexts() platforms!: string[];
  @ShowsFlag() needed!: boolean;
  @ShowsOneOf(verificationStatuses) status!: VerificationStatus;
  @ShowsText({ nullable: true }) since!: string | null;
  @ShowsText({ nullable: true }) note!: string | null;
  @ShowsText({ nullable: true }) recordedBy!: string | null;
}

export class ExpiryQuery {
  @WholeNumber({ optional: true, min: 0, max: 3650, description: 'how far ahead to look; 90' }) days?: number;
}

export class ExpiryView {
  @ShowsOneOf(['right', 'power-of-attorney']) kind!: string;
  @ShowsText() id!: string;
  @ShowsText() title!: string;
  @ShowsText() rightsHolderId!: string;
  @ShowsText() rightsHolder!: string;
  @ShowsText() on!: string;
  @ShowsNumber() daysLeft!: number;
}

export const rightsHolderView = (holder: RightsHolder): RightsHolderView => ({
  id: holder.id,
  name: holder.name,
  country: holder.country,
  address: holder.address,
  email: holder.email,
  phone: holder.phone,
  website: holder.website,
  programmes: holder.programmes,
  representedByAgent: holder.representedByAgent,
  updatedAt: holder.updatedAt,
});

export const rightView = (right: Right): RightView => ({
  id: right.id,
  rightsHolderId: right.rightsHolderId,
  kind: right.kind,
  title: right.title,
  registration: right.registration,
  number: right.number,
  office: right.office,
  classes: right.classes,
  locarno: right.locarno,
  covers: right.covers,
  territories: right.territories,
  validFrom: right.validFrom,
  validTo: right.validTo,
  owners: right.owners,
  documents: right.documents,
  updatedAt: right.updatedAt,
});

export const powerView = (power: PowerOfAttorney): PowerView => ({
  id: power.id,
  rightsHolderId: power.rightsHolderId,
  agent: power.agent,
  rightIds: power.rightIds,
  platforms: power.platforms,
  validFrom: power.validFrom,
  validTo: power.validTo,
  revokedAt: power.revokedAt,
  fileId: power.fileId,
  createdAt: power.createdAt,
});

/** Where a right stands with every desk there is: what was never recorded was not submitted. */
export function verificationViews(
  rightId: string,
  platforms: readonly Platform[],
  recorded: readonly RightVerification[],
): VerificationView[] {
  const desks = [...new Set(platforms.map(deskOf))];
  return desks.map((desk) => {
    const own = platforms.filter((platform) => deskOf(platform) === desk);
    const found = recorded.find((each) => each.desk === desk);
    return {
      rightId,
      desk,
      platforms: own.map(({ name }) => name),
      needed: own.some(({ gate }) => gate.rightVerified === true),
      status: found?.status ?? 'not-submitted',
      since: found?.since ?? null,
      note: found?.note ?? null,
      recordedBy: found?.recordedBy ?? null,
    };
  });
}
