import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RecogniseListings, Rulebook } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { RecogniseInput, RecognisedView, recognisedView } from './listings.dto.js';

@ApiTags('listings')
@Controller('api/v1/listings')
@Needs('complaints:read')
export class ListingsController {
  constructor(
    private readonly recogniseListings: RecogniseListings,
    private readonly rulebook: Rulebook,
  ) {}

  /** The listings in any text, what is none and why, and what is under complaint already. */
  @Post('recognise')
  @HttpCode(200)
  @ApiOkResponse({ type: RecognisedView })
  async recognise(
    @CurrentCaller() caller: Caller,
    @Body() { text, platform }: RecogniseInput,
  ): Promise<RecognisedView> {
    return recognisedView(this.rulebook, await this.recogniseListings.run(caller.workspaceId, text, platform));
  }
}
