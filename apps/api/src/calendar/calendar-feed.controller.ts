import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CalendarFeeds, PublicAddress } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller } from '../access/caller.guard.js';
import { ShownOnce } from '../http/idempotency.js';
import { Shows, ShowsInstant } from '../http/shown.js';

export class CalendarFeedView {
  /** when the address was made; null where there is none */
  @ShowsInstant({ nullable: true }) createdAt!: Date | null;
}

export class CalendarAddressView {
  @ShowsInstant() createdAt!: Date;
  @Shows({
    type: 'string',
    nullable: true,
    description:
      'GET it without signing in, as text/calendar; `?of=mine` leaves the platforms’ decisions out. Shown in this answer alone; null where the answer is a repetition of an earlier one.',
  })
  address!: string | null;
}

/** The calendar of whoever is signed in: a program has no calendar. */
@ApiTags('workspace')
@Controller('api/v1/calendar-feed')
export class CalendarFeedController {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly publicAddress: PublicAddress,
  ) {}

  @Get()
  @ApiOkResponse({ type: CalendarFeedView })
  async read(@CurrentCaller() caller: Caller): Promise<CalendarFeedView> {
    return { createdAt: (await this.feeds.find(caller))?.createdAt ?? null };
  }

  /** A new address. The one before it is none any more. */
  @Post()
  @HttpCode(200)
  @ShownOnce('address')
  @ApiOkResponse({ type: CalendarAddressView })
  async make(@CurrentCaller() caller: Caller): Promise<CalendarAddressView> {
    const { feed, token } = await this.feeds.make(caller);
    return { createdAt: feed.createdAt, address: this.publicAddress.of(`/calendar/${token}.ics`) };
  }

  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  async revoke(@CurrentCaller() caller: Caller): Promise<void> {
    await this.feeds.revoke(caller);
  }
}
