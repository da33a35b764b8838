import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { approvalModes } from '#libs/domain';
import type { ApprovalMode } from '#libs/domain';
import { SetRules } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { OneOf, WholeNumber } from '../http/field.js';

export class RulesBody {
  @OneOf(approvalModes, { description: 'whether a second person approves a complaint before it leaves' })
  approval!: ApprovalMode;
  @WholeNumber({ min: 0, max: 100_000, description: 'with above: complaints of more items wait' })
  approvalAbove!: number;
}

/** How the workspace wants its people to file. */
@ApiTags('workspace')
@Controller('api/v1/rules')
export class RulesController {
  constructor(private readonly setRules: SetRules) {}

  @Get()
  @Needs('complaints:read')
  @ApiOkResponse({ type: RulesBody })
  async read(@CurrentCaller() caller: Caller): Promise<RulesBody> {
    const { approval, approvalAbove } = await this.setRules.read(caller);
    return { approval, approvalAbove };
  }

  @Put()
  @Needs('rules:write')
  @ApiOkResponse({ type: RulesBody })
  async set(@CurrentCaller() caller: Caller, @Body() { approval, approvalAbove }: RulesBody): Promise<RulesBody> {
    return this.setRules.run(caller, { approval, approvalAbove });
  }
}
