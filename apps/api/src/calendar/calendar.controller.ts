import { createHash } from 'node:crypto';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadCalendar } from '#libs/workflow';
import { Open } from '../access/caller.guard.js';
import { OneOf } from '../http/field.js';
import { RateLimit } from '../http/rate-limit.js';

export class CalendarQuery {
  @OneOf(['mine', 'all'], { optional: true }) of?: 'mine' | 'all';
}

/** What calendar programs read. They sign in with the address itself, so the description of the API leaves it out. */
@ApiExcludeController()
@Controller('calendar')
@Open()
export class CalendarController {
  private readonly limit = new RateLimit();

  constructor(private readonly readCalendar: ReadCalendar) {}

  @Get(':file')
  async read(
    @Req() request: FastifyRequest,
    @Param('file') file: string,
    @Query() { of = 'all' }: CalendarQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    this.limit.take(request.ip);
    const text = await this.readCalendar.run(file.replace(/\.ics$/, ''), of);
    const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    void reply
      .header('etag', etag)
      .header('cache-control', 'private, no-cache')
      .header('referrer-policy', 'no-referrer');
    if (isKnown(request.headers['if-none-match'], etag)) {
      void reply.status(304);
      return '';
    }
    void reply.type('text/calendar; charset=utf-8').header('content-disposition', 'inline; filename="redress.ics"');
    return text;
  }
}

const isKnown = (held: string | undefined, etag: string): boolean =>
  held !== undefined &&
  (held.trim() === '*' || held.split(',').some((each) => each.trim().replace(/^W\//, '') === etag));
