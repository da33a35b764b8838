import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Database } from '#libs/persistence';
import { ChangeImport, CommitImport, StartImport, UndoImport } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { uploadedFile } from '../files/multipart.js';
import { afterCursor, limitOf, pageOf } from '../http/page.js';
import type { PageOf } from '../http/page.js';
import { PagedResponse } from '../http/paged.js';
import { PathId } from '../http/path-id.js';
import { ImportView, ImportsQuery, ReadingInput, importView, mappingOf } from './imports.dto.js';

/** Files of listings on their way to becoming drafts: a dry run first, then one commit, which can be undone. */
@ApiTags('imports')
@Controller('api/v1/imports')
@Needs('complaints:write')
export class ImportsController {
  constructor(
    private readonly startImport: StartImport,
    private readonly changeImport: ChangeImport,
    private readonly commitImport: CommitImport,
    private readonly undoImport: UndoImport,
    private readonly database: Database,
  ) {}

  @Get()
  @PagedResponse(ImportView)
  async list(@CurrentCaller() caller: Caller, @Query() query: ImportsQuery): Promise<PageOf<ImportView>> {
    const limit = limitOf(query);
    const rows = await this.database.inWorkspace(caller.workspaceId, async (tx) =>
      tx.imports.matching(
        '($2::uuid is null or id < $2)',
        [afterCursor(query) ?? null, limit + 1],
        'order by id desc limit $3',
      ),
    );
    return pageOf(rows, limit, importView);
  }

  /** Takes a file in and begins the dry run. */
  @Post()
  @HttpCode(202)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        register: { type: 'string', enum: ['true', 'false'], description: 'stands before the file' },
        file: { type: 'string', format: 'binary', description: 'CSV or XLSX' },
      },
    },
  })
  @ApiAcceptedResponse({ type: ImportView })
  async start(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest): Promise<ImportView> {
    const { name, content, fields } = await uploadedFile(request);
    return importView(await this.startImport.run(caller, { name, content, register: fields['register'] === 'true' }));
  }

  @Get(':id')
  @ApiOkResponse({ type: ImportView })
  async one(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<ImportView> {
    return importView(await this.changeImport.get(caller, id));
  }

  /** Reads the file anew with another mapping, which is remembered for files with the same headings. */
  @Put(':id/mapping')
  @ApiOkResponse({ type: ImportView })
  async map(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Body() { mapping, register = false, encoding, delimiter, sheet }: ReadingInput,
  ): Promise<ImportView> {
    const format = {
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === undefined ? {} : { delimiter }),
      ...(sheet === undefined ? {} : { sheet }),
    };
    const reading = { ...(mapping === undefined ? {} : { mapping: mappingOf(mapping) }), register, format };
    return importView(await this.changeImport.readAnew(caller, id, reading));
  }

  /** Turns the accepted rows into drafts. */
  @Post(':id/commit')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: ImportView })
  async commit(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<ImportView> {
    return importView(await this.commitImport.begin(caller, id));
  }

  /** Stops reading or committing where it is. */
  @Post(':id/pause')
  @HttpCode(200)
  @ApiOkResponse({ type: ImportView })
  async pause(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<ImportView> {
    return importView(await this.changeImport.pause(caller, id));
  }

  @Post(':id/resume')
  @HttpCode(200)
  @ApiOkResponse({ type: ImportView })
  async resume(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<ImportView> {
    return importView(await this.changeImport.resume(caller, id));
  }

  /** Undoes the import: its drafts are withdrawn; what was submitted meanwhile stays. */
  @Delete(':id')
  @ApiOkResponse({ type: ImportView })
  async undo(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<ImportView> {
    return importView(await this.undoImport.run(caller, id));
  }
}
