import { Body, Controller, Get, Param, ParseIntPipe, Put, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Database, listImportRows } from '#libs/persistence';
import { ChangeImport, RejectedRows } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { attachmentNamed } from '../http/attachment-named.js';
import type { PageOf } from '../http/page.js';
import { PagedResponse } from '../http/paged.js';
import { PathId } from '../http/path-id.js';
import { ImportRowView, ImportRowsQuery, RowInput, importRowView } from './imports.dto.js';

/** The rows of an import, as the dry run found them. */
@ApiTags('imports')
@Controller('api/v1/imports/:id')
@Needs('complaints:write')
export class ImportRowsController {
  constructor(
    private readonly changeImport: ChangeImport,
    private readonly rejectedRows: RejectedRows,
    private readonly database: Database,
  ) {}

  /** One page; the next one begins after its last row (`after`). */
  @Get('rows')
  @PagedResponse(ImportRowView)
  async rows(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Query() { state, after = 0, limit = 50 }: ImportRowsQuery,
  ): Promise<PageOf<ImportRowView>> {
    const rows = await this.database.inWorkspace(caller.workspaceId, async (tx) => {
      await tx.imports.get(id);
      return listImportRows(tx, id, { state, after, limit: limit + 1 });
    });
    const shown = rows.slice(0, limit);
    const nextCursor = rows.length > limit ? String(shown.at(-1)?.row ?? '') : null;
    return { data: shown.map(importRowView), nextCursor };
  }

  /** Corrects a rejected row and says how it stands now. */
  @Put('rows/:row')
  @ApiOkResponse({ type: ImportRowView })
  async fix(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Param('row', ParseIntPipe) row: number,
    @Body() { cells }: RowInput,
  ): Promise<ImportRowView> {
    return importRowView(await this.changeImport.fixRow(caller, id, row, cells));
  }

  /** The rejected rows as a file of the same kind, with a column `error`: corrected, it can be imported again. */
  @Get('rejected')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async rejected(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, mediaType, content } = await this.rejectedRows.run(caller, id);
    void reply.header('x-content-type-options', 'nosniff');
    return new StreamableFile(content, { type: mediaType, disposition: attachmentNamed(name) });
  }
}
