import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { errorStates, suggestErrors } from '#libs/domain';
import { ReadFilingErrors, SetFilingWindow } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import {
  ErrorsTodayView,
  EpisodesQuery,
  EpisodesView,
  FilingWindowBody,
  RecogniseInput,
  SuggestionsView,
} from './filing-errors.dto.js';

const USUAL_LIMIT = 100;

/** Error states met while filing: what a message stands for, what was met with a platform, when it counts as prevented. */
@ApiTags('filing errors')
@Controller('api/v1')
export class FilingErrorsController {
  constructor(
    private readonly readFilingErrors: ReadFilingErrors,
    private readonly setFilingWindow: SetFilingWindow,
  ) {}

  @Post('filing-errors/recognise')
  @HttpCode(200)
  @Needs('complaints:read')
  @ApiOkResponse({ type: SuggestionsView })
  recognise(@Body() { text, status }: RecogniseInput): SuggestionsView {
    const suggestions = suggestErrors(text, status).map(({ code, attribution, retry, because }) => {
      const { says, todo } = errorStates[code];
      return { code, says, todo, attribution, retry, because };
    });
    return { suggestions };
  }

  @Get('platforms/:slug/errors')
  @Needs('measures:read')
  @ApiOkResponse({ type: EpisodesView })
  async episodes(
    @CurrentCaller() { workspaceId }: Caller,
    @Param('slug') slug: string,
    @Query() { limit = USUAL_LIMIT, ...filter }: EpisodesQuery,
  ): Promise<EpisodesView> {
    const found = await this.readFilingErrors.run(workspaceId, slug, filter, limit + 1);
    const data = found.slice(0, limit).map((each) => ({ ...each, says: errorStates[each.code].says }));
    return { platform: slug, data, more: found.length > limit };
  }

  @Get('filing-errors/today')
  @Needs('measures:read')
  @ApiOkResponse({ type: ErrorsTodayView })
  async today(@CurrentCaller() { workspaceId }: Caller): Promise<ErrorsTodayView> {
    return { data: await this.readFilingErrors.today(workspaceId) };
  }

  @Get('rules/filing-window')
  @Needs('complaints:read')
  @ApiOkResponse({ type: FilingWindowBody })
  async window(@CurrentCaller() caller: Caller): Promise<FilingWindowBody> {
    return { businessDays: await this.setFilingWindow.read(caller) };
  }

  @Put('rules/filing-window')
  @Needs('rules:write')
  @ApiOkResponse({ type: FilingWindowBody })
  async setWindow(
    @CurrentCaller() caller: Caller,
    @Body() { businessDays }: FilingWindowBody,
  ): Promise<FilingWindowBody> {
    await this.setFilingWindow.run(caller, businessDays);
    return { businessDays };
  }
}
