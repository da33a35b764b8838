import { ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import type { Figure, FigureNote } from '#libs/domain';
import { Shows, ShowsFlag, ShowsNumber, ShowsPart, ShowsText } from '../http/shown.js';

/** One figure with everything needed to judge it. */
export class FigureView implements Figure {
  @ShowsNumber({ nullable: true }) value!: number | null;
  @ShowsNumber({ nullable: true }) low!: number | null;
  @ShowsNumber({ nullable: true }) high!: number | null;
  @ShowsNumber() level!: number;
  @ShowsNumber() numerator!: number;
  @ShowsNumber() denominator!: number;
  @ShowsNumber() clusters!: number;
  @ShowsNumber({ nullable: true }) effectiveClusters!: number | null;
  @ShowsNumber({ nullable: true }) designEffect!: number | null;
  @ShowsText() method!: string;
  @ShowsFlag() reliable!: boolean;
  @ShowsText({ nullable: true }) note!: FigureNote | null;
  @ShowsNumber({ nullable: true }) coverage!: number | null;
}

const figure = { $ref: getSchemaPath(FigureView) };
const figures = (...names: string[]): object => ({
  type: 'object',
  required: names,
  properties: Object.fromEntries(names.map((name) => [name, figure])),
});
const fates = figures('removed', 'refused', 'downUnattributed', 'withdrawn', 'other', 'silence');
const perDay = (schema: object, ...days: string[]): object => ({
  type: 'object',
  required: days,
  properties: Object.fromEntries(days.map((day) => [day, schema])),
});
const nullableNumber = { type: 'number', nullable: true };

/** Every figure of one set of items; a test compares the keys with those that are computed. */
@ApiExtraModels(FigureView)
export class MeasuresView {
  @ShowsPart(() => FigureView) preventedFilingRate!: Figure;
  @ShowsPart(() => FigureView) stalledFilingRate!: Figure;
  @Shows(perDay(fates, '7', '15', '30', '60')) outcomeByDay!: object;
  @ShowsPart(() => FigureView) refusalRate!: Figure;
  @ShowsPart(() => FigureView) unjustifiedRefusalShare!: Figure;
  @ShowsPart(() => FigureView) noGuidanceShare!: Figure;
  @ShowsPart(() => FigureView) untranslatedReplyShare!: Figure;
  @ShowsPart(() => FigureView) falseDeficiencyShare!: Figure;
  @Shows({
    type: 'object',
    required: ['observed', 'expected', 'alpha', 'ac1', 'groups', 'items'],
    properties: {
      observed: nullableNumber,
      expected: nullableNumber,
      alpha: figure,
      ac1: nullableNumber,
      groups: { type: 'number' },
      items: { type: 'number' },
    },
  })
  inconsistency!: object;
  @ShowsPart(() => FigureView) reversalOnUnchangedResubmission!: Figure;
  @Shows(figures('median', 'lowerQuartile', 'upperQuartile')) timeToDecision!: object;
  @ShowsPart(() => FigureView) claimedNotEffected!: Figure;
  @Shows(perDay(figure, '30', '90')) relistingByDay!: object;
  @ShowsPart(() => FigureView) programmeGap!: Figure;
  @Shows(
    { type: 'number', description: 'outages: distinct channel, code and day; of one platform only' },
    { optional: true },
  )
  errorEpisodes?: number;
}
