import { grounds } from '#libs/domain';
import type { Ground } from '#libs/domain';
import { groupings } from '#libs/workflow';
import type { Grouping, MeasureQuestion } from '#libs/workflow';
import { IdField, Instant, OneOf, Text } from '../http/field.js';
import { PageQuery } from '../http/page.js';
import { ShowsFlag, ShowsInstant, ShowsNumber, ShowsPart, ShowsParts, ShowsText } from '../http/shown.js';
import { MeasuresView } from './figures.view.js';

export class MeasuresQuery {
  @Instant({ optional: true, description: 'first instant of filing' }) from?: Date;
  @Instant({ optional: true, description: 'end of the period of filing (exclusive)' }) to?: Date;
  @Instant({ optional: true, description: 'data cut: later facts are not known to the figures' }) asOf?: Date;
  @OneOf(grounds, { optional: true }) ground?: Ground;
  @IdField({ optional: true }) rightsHolderId?: string;
}

export class ComparisonQuery extends MeasuresQuery {
  @OneOf(groupings) groupBy!: Grouping;
  @Text({ optional: true, max: 100 }) platform?: string;
}

export class ItemsQuery extends PageQuery {
  @Text({ optional: true, max: 100 }) platform?: string;
  @OneOf(grounds, { optional: true }) ground?: Ground;
  @IdField({ optional: true }) rightsHolderId?: string;
  @Instant({ optional: true }) from?: Date;
  @Instant({ optional: true }) to?: Date;
}

export class PlatformMeasuresView {
  @ShowsText() platform!: string;
  @ShowsFlag() simulated!: boolean;
  @ShowsInstant({ nullable: true }) from!: Date | null;
  @ShowsInstant({ nullable: true }) to!: Date | null;
  @ShowsInstant() asOf!: Date;
  @ShowsNumber() items!: number;
  @ShowsPart(() => MeasuresView) measures!: MeasuresView;
}

export class MeasuredGroupView {
  @ShowsText() key!: string;
  @ShowsText() name!: string;
  @ShowsFlag() simulated!: boolean;
  @ShowsNumber() items!: number;
  @ShowsPart(() => MeasuresView) measures!: MeasuresView;
}

export class ComparisonView {
  @ShowsText() groupBy!: string;
  @ShowsInstant({ nullable: true }) from!: Date | null;
  @ShowsInstant({ nullable: true }) to!: Date | null;
  @ShowsInstant() asOf!: Date;
  @ShowsParts(() => MeasuredGroupView) data!: MeasuredGroupView[];
}

/** The query as the verb takes it: what was not asked for is absent. */
export const questionOf = (query: MeasuresQuery & { platform?: string }): MeasureQuestion => ({
  ...(query.from === undefined ? {} : { from: query.from }),
  ...(query.to === undefined ? {} : { to: query.to }),
  ...(query.asOf === undefined ? {} : { asOf: query.asOf }),
  ...(query.ground === undefined ? {} : { ground: query.ground }),
  ...(query.rightsHolderId === undefined ? {} : { rightsHolderId: query.rightsHolderId }),
  ...(query.platform === undefined ? {} : { platform: query.platform }),
});
