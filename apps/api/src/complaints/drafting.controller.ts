import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { ApproveComplaint, CheckFiling, EditComplaint, SubmitComplaint } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { PathId } from '../http/path-id.js';
import { Problem } from '../http/problem.js';
import { ComplaintPage } from './complaint-page.js';
import { CheckInput, DraftComplaintInput, ReturnInput, SubmitInput } from './complaints.dto.js';
import { CheckView, ComplaintView } from './complaints.views.js';
import { orderOf } from './order.js';
import { checkView } from './present-complaint.js';

/** What happens to a complaint before it leaves: looked over, changed, submitted, approved. */
@ApiTags('complaints')
@Controller('api/v1/complaints')
@Needs('complaints:write')
export class DraftingController {
  constructor(
    private readonly checkFiling: CheckFiling,
    private readonly editComplaint: EditComplaint,
    private readonly submitComplaint: SubmitComplaint,
    private readonly approveComplaint: ApproveComplaint,
    private readonly page: ComplaintPage,
  ) {}

  /** What this platform will refuse and why, before anything is stored. */
  @Post('check')
  @HttpCode(200)
  @ApiOkResponse({ type: CheckView })
  async check(@CurrentCaller() caller: Caller, @Body() input: CheckInput): Promise<CheckView> {
    const { complaintId = null, ...content } = input;
    return checkView(await this.checkFiling.run(caller, orderOf(content), complaintId));
  }

  /** Replaces what a draft says. */
  @Put(':id')
  @ApiOkResponse({ type: ComplaintView })
  async edit(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Body() input: DraftComplaintInput,
  ): Promise<ComplaintView> {
    await this.editComplaint.run(caller, id, orderOf(input));
    return this.page.of(caller, id);
  }

  @Post(':id/submit')
  @HttpCode(200)
  @ApiOkResponse({ type: ComplaintView })
  @ApiUnprocessableEntityResponse({ type: Problem })
  async submit(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Body() { statements, signature, renewedBecause }: SubmitInput,
  ): Promise<ComplaintView> {
    await this.submitComplaint.run(caller, id, {
      statements: { ...statements },
      ...(signature === undefined ? {} : { signature }),
      ...(renewedBecause === undefined ? {} : { renewedBecause }),
    });
    return this.page.of(caller, id);
  }

  /** Lets a complaint go that waits for a second person. */
  @Post(':id/approve')
  @HttpCode(200)
  @Needs('complaints:approve')
  @ApiOkResponse({ type: ComplaintView })
  async approve(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<ComplaintView> {
    await this.approveComplaint.approve(caller, id);
    return this.page.of(caller, id);
  }

  /** Gives it back as a draft, with what has to be changed. */
  @Post(':id/return')
  @HttpCode(200)
  @Needs('complaints:approve')
  @ApiOkResponse({ type: ComplaintView })
  async giveBack(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Body() { reason }: ReturnInput,
  ): Promise<ComplaintView> {
    await this.approveComplaint.giveBack(caller, id, reason);
    return this.page.of(caller, id);
  }
}
