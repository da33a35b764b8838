import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AskForLook, RecordObservation } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { PathId } from '../http/path-id.js';
import { ComplaintPage } from './complaint-page.js';
import { ComplaintView } from './complaints.views.js';
import { ObservationInput, ObservationsView, observationView } from './observations.dto.js';

/** Whether a listing is still there, as Redress and people saw it. */
@ApiTags('complaints')
@Controller('api/v1/complaints/:id/items/:itemId')
export class ObservationsController {
  constructor(
    private readonly askForLook: AskForLook,
    private readonly recordObservation: RecordObservation,
    private readonly page: ComplaintPage,
  ) {}

  @Get('observations')
  @Needs('complaints:read')
  @ApiOkResponse({ type: ObservationsView, description: 'newest first' })
  async list(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @PathId('itemId') itemId: string,
  ): Promise<ObservationsView> {
    return { data: (await this.recordObservation.list(caller, id, itemId)).map(observationView) };
  }

  @Post('observations')
  @Needs('complaints:write')
  @ApiCreatedResponse({ type: ComplaintView })
  async record(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @PathId('itemId') itemId: string,
    @Body() input: ObservationInput,
  ): Promise<ComplaintView> {
    await this.recordObservation.run(caller, id, itemId, input);
    return this.page.of(caller, id);
  }

  /** Asks for a look; it follows within a minute, or later where the listing's host has to be waited for. */
  @Post('observe')
  @HttpCode(202)
  @Needs('complaints:write')
  @ApiAcceptedResponse({ type: ComplaintView })
  async look(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @PathId('itemId') itemId: string,
  ): Promise<ComplaintView> {
    await this.askForLook.run(caller, id, itemId);
    return this.page.of(caller, id);
  }
}
