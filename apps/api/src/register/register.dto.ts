import { rightKinds } from '#libs/domain';
import type { Right, RightKind, RightsHolder } from '#libs/domain';
import { CalendarDate, IdField, OneOf, Text, Texts, WholeNumbers } from '../http/field.js';
import { PageQuery } from '../http/page.js';
import { ShowsNumbers, ShowsText, ShowsTexts, ShowsOneOf } from '../http/shown.js';

export class RightsHolderInput {
  @Text({ min: 1, max: 300 }) name!: string;
  @Text({ optional: true, max: 100, description: 'ISO 3166-1 alpha-2, or the name' }) country?: string;
  @Text({ optional: true, max: 500, lines: true }) address?: string;
  @Text({ optional: true, max: 320 }) email?: string;
  @Text({ optional: true, max: 50 }) phone?: string;
  @Texts({
    optional: true,
    max: 50,
    length: 100,
    description: 'platforms (slugs) whose programme the rights holder takes part in',
  })
  programmes?: string[];
}

export class RightsHolderView {
  @ShowsText() id!: string;
  @ShowsText() name!: string;
  @ShowsText({ nullable: true }) country!: string | null;
  @ShowsText({ nullable: true }) address!: string | null;
  @ShowsText({ nullable: true }) email!: string | null;
  @ShowsText({ nullable: true }) phone!: string | null;
  @ShowsTexts() programmes!: string[];
}

export class RightInput {
  @IdField() rightsHolderId!: string;
  @OneOf(rightKinds) kind!: RightKind;
  @Text({ min: 1, max: 500 }) title!: string;
  @Text({ optional: true, max: 100 }) number?: string;
  @Text({ optional: true, max: 200 }) office?: string;
  @WholeNumbers({ optional: true, max: 45, description: 'Nice or Locarno classes' }) classes?: number[];
  @CalendarDate({ optional: true }) validFrom?: string;
  @CalendarDate({ optional: true }) validTo?: string;
  @Texts({ optional: true, max: 50 }) documents?: string[];
}

export class RightView {
  @ShowsText() id!: string;
  @ShowsText() rightsHolderId!: string;
  @ShowsOneOf(rightKinds) kind!: RightKind;
  @ShowsText() title!: string;
  @ShowsText({ nullable: true }) number!: string | null;
  @ShowsText({ nullable: true }) office!: string | null;
  @ShowsNumbers() classes!: number[];
  @ShowsText({ nullable: true }) validFrom!: string | null;
  @ShowsText({ nullable: true }) validTo!: string | null;
  @ShowsTexts() documents!: string[];
}

export class RightsQuery extends PageQuery {
  @IdField({ optional: true }) rightsHolderId?: string;
}

export const rightsHolderView = ({
  id,
  name,
  country,
  address,
  email,
  phone,
  programmes,
}: RightsHolder): RightsHolderView => ({
  id,
  name,
  country,
  address,
  email,
  phone,
  programmes,
});

export const rightView = (right: Right): RightView => ({
  id: right.id,
  rightsHolderId: right.rightsHolderId,
  kind: right.kind,
  title: right.title,
  number: right.number,
  office: right.office,
  classes: right.classes,
  validFrom: right.validFrom,
  validTo: right.validTo,
  documents: right.documents,
});
