import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Journal, Rulebook } from '#libs/workflow';
import { Needs } from '../access/caller.guard.js';
import type { PageOf } from '../http/page.js';
import { PagedResponse } from '../http/paged.js';
import { PlatformView, platformView } from './platforms.dto.js';

@ApiTags('platforms')
@Controller('api/v1/platforms')
@Needs('complaints:read')
export class PlatformsController {
  constructor(
    private readonly rulebook: Rulebook,
    private readonly journal: Journal,
  ) {}

  @Get()
  @PagedResponse(PlatformView)
  list(): PageOf<PlatformView> {
    const today = this.journal.now();
    return {
      data: this.rulebook.platforms.map((platform) => platformView(platform, this.rulebook, today)),
      nextCursor: null,
    };
  }

  @Get(':slug')
  @ApiOkResponse({ type: PlatformView })
  one(@Param('slug') slug: string): PlatformView {
    return platformView(this.rulebook.platform(slug), this.rulebook, this.journal.now());
  }
}
