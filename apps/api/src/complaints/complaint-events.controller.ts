import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DecideByHand, RecordFilingError, WithdrawComplaint } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { ComplaintPage } from './complaint-page.js';
import { DecisionInput, FilingErrorInput, WithdrawInput } from './complaints.dto.js';
import { ComplaintView } from './complaints.views.js';
import { justificationOf } from './justification.dto.js';
import { PathId } from '../http/path-id.js';

/** What happens to a complaint after it was filed, as people record it. */
@ApiTags('complaints')
@Controller('api/v1/complaints/:id')
@Needs('complaints:write')
export class ComplaintEventsController {
  constructor(
    private readonly withdrawComplaint: WithdrawComplaint,
    private readonly decideByHand: DecideByHand,
    private readonly recordFilingError: RecordFilingError,
    private readonly page: ComplaintPage,
  ) {}

  @Post('withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: ComplaintView })
  async withdraw(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Body() input: WithdrawInput,
  ): Promise<ComplaintView> {
    await this.withdrawComplaint.run(caller, id, input.reason ?? null);
    return this.page.of(caller, id);
  }

  @Post('decisions')
  @ApiCreatedResponse({ type: ComplaintView })
  async decide(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Body() input: DecisionInput,
  ): Promise<ComplaintView> {
    await this.decideByHand.run(caller, id, { ...input, justification: justificationOf(input.justification) });
    return this.page.of(caller, id);
  }

  @Post('filing-errors')
  @ApiCreatedResponse({ type: ComplaintView })
  async filingError(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Body() input: FilingErrorInput,
  ): Promise<ComplaintView> {
    await this.recordFilingError.run(caller, id, input);
    return this.page.of(caller, id);
  }
}
