import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RecordAttempt, ResolveAttempt } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { ComplaintPage } from './complaint-page.js';
import { AttemptInput, ResolutionInput } from './complaints.dto.js';
import { ComplaintView } from './complaints.views.js';
import { PathId } from '../http/path-id.js';

/** Filing carried out or settled by a person. */
@ApiTags('complaints')
@Controller('api/v1/complaints/:id/attempts')
@Needs('complaints:write')
export class AttemptsController {
  constructor(
    private readonly recordAttempt: RecordAttempt,
    private readonly resolveAttempt: ResolveAttempt,
    private readonly page: ComplaintPage,
  ) {}

  @Post()
  @ApiCreatedResponse({ type: ComplaintView })
  async attempt(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Body() input: AttemptInput,
  ): Promise<ComplaintView> {
    await this.recordAttempt.run(caller, id, input);
    return this.page.of(caller, id);
  }

  @Post(':attemptId/resolve')
  @HttpCode(200)
  @ApiOkResponse({ type: ComplaintView })
  async resolve(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @PathId('attemptId') attemptId: string,
    @Body() input: ResolutionInput,
  ): Promise<ComplaintView> {
    await this.resolveAttempt.run(caller, id, attemptId, input);
    return this.page.of(caller, id);
  }
}
