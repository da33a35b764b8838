import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Measure, Rulebook } from '#libs/workflow';
import type { Caller, MeasuredGroup } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import {
  ComparisonQuery,
  ComparisonView,
  MeasuredGroupView,
  MeasuresQuery,
  PlatformMeasuresView,
  questionOf,
} from './measures.dto.js';

@ApiTags('measures')
@Controller('api/v1')
@Needs('measures:read')
export class MeasuresController {
  constructor(
    private readonly measure: Measure,
    private readonly rulebook: Rulebook,
  ) {}

  @Get('platforms/:slug/measures')
  @ApiOkResponse({ type: PlatformMeasuresView })
  async platform(
    @CurrentCaller() caller: Caller,
    @Param('slug') slug: string,
    @Query() query: MeasuresQuery,
  ): Promise<PlatformMeasuresView> {
    const { asOf, items, measures, errorEpisodes } = await this.measure.platform(
      caller.workspaceId,
      slug,
      questionOf(query),
    );
    const simulated = this.rulebook.platform(slug).simulated;
    return {
      platform: slug,
      simulated,
      from: query.from ?? null,
      to: query.to ?? null,
      asOf,
      items,
      measures: { ...measures, errorEpisodes },
    };
  }

  @Get('measures')
  @ApiOkResponse({ type: ComparisonView })
  async compare(@CurrentCaller() caller: Caller, @Query() query: ComparisonQuery): Promise<ComparisonView> {
    const { asOf, groups } = await this.measure.by(caller.workspaceId, query.groupBy, questionOf(query));
    return {
      groupBy: query.groupBy,
      from: query.from ?? null,
      to: query.to ?? null,
      asOf,
      data: groups.map((group) => this.group(query, group)),
    };
  }

  private group(query: ComparisonQuery, group: MeasuredGroup): MeasuredGroupView {
    const platform = query.groupBy === 'platform' ? this.rulebook.find(group.key) : null;
    return { ...group, name: platform?.name ?? group.key, simulated: platform?.simulated ?? false };
  }
}
