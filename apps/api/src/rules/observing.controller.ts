import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SetObserving } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { Flag } from '../http/field.js';

export class ObservingBody {
  @Flag({ description: 'whether Redress looks at the pages of reported listings, from the machine it runs on' })
  observing!: boolean;
}

/** The switch of the looks at listings; off until somebody turns it on. */
@ApiTags('workspace')
@Controller('api/v1/rules/observing')
export class ObservingController {
  constructor(private readonly setObserving: SetObserving) {}

  @Get()
  @Needs('complaints:read')
  @ApiOkResponse({ type: ObservingBody })
  async read(@CurrentCaller() caller: Caller): Promise<ObservingBody> {
    return { observing: await this.setObserving.read(caller) };
  }

  @Put()
  @Needs('rules:write')
  @ApiOkResponse({ type: ObservingBody })
  async set(@CurrentCaller() caller: Caller, @Body() { observing }: ObservingBody): Promise<ObservingBody> {
    await this.setObserving.run(caller, observing);
    return { observing };
  }
}
