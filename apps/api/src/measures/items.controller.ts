import { Readable } from 'node:stream';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Id, ItemFact } from '#libs/domain';
import { Database, itemFacts } from '#libs/persistence';
import type { ItemFilter } from '#libs/persistence';
import { writeItemsCsv } from '#libs/reports';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { afterCursor, limitOf, pageOf } from '../http/page.js';
import type { PageOf } from '../http/page.js';
import { ItemsQuery, questionOf } from './measures.dto.js';

const EXPORT_BATCH = 2000;

/** The analysis table: JSON in pages, CSV whole. */
@ApiTags('measures')
@Controller('api/v1/items')
@Needs('measures:read')
export class ItemsController {
  constructor(private readonly database: Database) {}

  @Get()
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({ description: 'rows of the analysis table; with `Accept: text/csv` all of them, streamed' })
  async list(
    @CurrentCaller() caller: Caller,
    @Query() query: ItemsQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageOf<ItemFact & { id: Id }> | Readable> {
    const filter = questionOf(query);
    if (request.headers.accept?.includes('text/csv') === true) {
      void reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="items.csv"');
      return Readable.from(writeItemsCsv(this.all(caller.workspaceId, filter)));
    }
    const limit = limitOf(query);
    const after = afterCursor(query);
    const rows = await this.read(caller.workspaceId, filter, {
      limit: limit + 1,
      ...(after === undefined ? {} : { after }),
    });
    return pageOf(
      rows.map((row) => ({ ...row, id: row.itemId })),
      limit,
      (row) => row,
    );
  }

  private async *all(workspaceId: Id, filter: ItemFilter): AsyncGenerator<ItemFact> {
    let after: Id | undefined;
    for (;;) {
      const rows = await this.read(workspaceId, filter, {
        limit: EXPORT_BATCH,
        ...(after === undefined ? {} : { after }),
      });
      yield* rows;
      after = rows.at(-1)?.itemId;
      if (rows.length < EXPORT_BATCH) return;
    }
  }

  private async read(workspaceId: Id, filter: ItemFilter, page: { after?: Id; limit: number }): Promise<ItemFact[]> {
    return this.database.inWorkspace(workspaceId, async (tx) => itemFacts(tx, filter, page));
  }
}
