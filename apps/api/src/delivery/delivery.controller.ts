import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Database, EVERY_PLATFORM, channelStates, countHeld, outagesOf } from '#libs/persistence';
import type { Pause } from '#libs/persistence';
import { PauseDeliveries, Rulebook } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { DeliveryView, PauseInput, PausesView, channelStateView, outageView, pauseView } from './delivery.dto.js';

/** Outages that are shown of a platform; all of them are kept. */
const SHOWN_OUTAGES = 20;

type HeldPause = Pause & { everywhere: boolean };

/** Whether notices leave, and the switch that lets none leave. */
@ApiTags('delivery')
@Controller('api/v1')
export class DeliveryController {
  constructor(
    private readonly pauses: PauseDeliveries,
    private readonly database: Database,
    private readonly rulebook: Rulebook,
  ) {}

  @Get('delivery')
  @Needs('complaints:read')
  @ApiOkResponse({ type: PausesView })
  async all(@CurrentCaller() caller: Caller): Promise<PausesView> {
    return {
      paused: strongest((await this.pauses.read(caller)).filter(({ platform }) => platform === EVERY_PLATFORM)),
    };
  }

  @Post('delivery/pause')
  @HttpCode(200)
  @Needs('rules:write')
  @ApiOkResponse({ type: PausesView })
  async pauseAll(@CurrentCaller() caller: Caller, @Body() { reason }: PauseInput): Promise<PausesView> {
    await this.pauses.pause(caller, EVERY_PLATFORM, reason);
    return this.all(caller);
  }

  @Post('delivery/resume')
  @HttpCode(200)
  @Needs('rules:write')
  @ApiOkResponse({ type: PausesView })
  async resumeAll(@CurrentCaller() caller: Caller): Promise<PausesView> {
    await this.pauses.resume(caller, EVERY_PLATFORM);
    return this.all(caller);
  }

  @Get('platforms/:slug/delivery')
  @Needs('complaints:read')
  @ApiOkResponse({ type: DeliveryView })
  async one(@CurrentCaller() caller: Caller, @Param('slug') slug: string): Promise<DeliveryView> {
    this.rulebook.platform(slug);
    const pauses = (await this.pauses.read(caller)).filter(({ platform }) => [slug, EVERY_PLATFORM].includes(platform));
    return this.database.inWorkspace(caller.workspaceId, async (tx) => ({
      paused: strongest(pauses),
      channels: (await channelStates(tx, slug)).map(channelStateView),
      outages: (await outagesOf(tx, slug, SHOWN_OUTAGES)).map(outageView),
      waiting: await countHeld(tx, slug),
    }));
  }

  @Post('platforms/:slug/pause')
  @HttpCode(200)
  @Needs('rules:write')
  @ApiOkResponse({ type: DeliveryView })
  async pause(
    @CurrentCaller() caller: Caller,
    @Param('slug') slug: string,
    @Body() { reason }: PauseInput,
  ): Promise<DeliveryView> {
    this.rulebook.platform(slug);
    await this.pauses.pause(caller, slug, reason);
    return this.one(caller, slug);
  }

  @Post('platforms/:slug/resume')
  @HttpCode(200)
  @Needs('rules:write')
  @ApiOkResponse({ type: DeliveryView })
  async resume(@CurrentCaller() caller: Caller, @Param('slug') slug: string): Promise<DeliveryView> {
    this.rulebook.platform(slug);
    await this.pauses.resume(caller, slug);
    return this.one(caller, slug);
  }
}

/** Of several pauses, the one a person here can do least about. */
function strongest(pauses: readonly HeldPause[]): PausesView['paused'] {
  const weight = ({ everywhere, platform }: HeldPause): number =>
    (everywhere ? 2 : 0) + (platform === EVERY_PLATFORM ? 1 : 0);
  const [first] = [...pauses].sort((one, other) => weight(other) - weight(one));
  return first === undefined ? null : pauseView(first);
}
