import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Database, listDrafts } from '#libs/persistence';
import { KeepDraft } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import type { PageOf } from '../http/page.js';
import { PagedResponse } from '../http/paged.js';
import { PathId } from '../http/path-id.js';
import { DraftInput, DraftView, ShareInput, draftView } from './drafts.dto.js';

/** Drafts shown at once; whoever has more finishes some. */
const MOST_DRAFTS = 200;

/** Forms of complaints being filled in, saved as they grow. A complaint that was saved as a draft is a complaint. */
@ApiTags('drafts')
@Controller('api/v1/drafts')
@Needs('complaints:write')
export class DraftsController {
  constructor(
    private readonly keepDraft: KeepDraft,
    private readonly database: Database,
  ) {}

  @Get()
  @PagedResponse(DraftView)
  async list(@CurrentCaller() caller: Caller): Promise<PageOf<DraftView>> {
    const rows = await this.database.inWorkspace(caller.workspaceId, async (tx) =>
      listDrafts(tx, caller.actor.id, MOST_DRAFTS),
    );
    return { data: rows.map((row) => draftView(row, caller.actor.id)), nextCursor: null };
  }

  @Get(':id')
  @ApiOkResponse({ type: DraftView })
  async one(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<DraftView> {
    return draftView(await this.keepDraft.get(caller, id), caller.actor.id);
  }

  /** Saves the draft under an identifier of the form's own making; a save from an older version is refused with 409. */
  @Put(':id')
  @ApiOkResponse({ type: DraftView })
  async save(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Body() { answers, version, complaintId }: DraftInput,
  ): Promise<DraftView> {
    const kept = { id, answers: { ...answers }, version, complaintId: complaintId ?? null };
    return draftView(await this.keepDraft.save(caller, kept), caller.actor.id);
  }

  @Post(':id/share')
  @HttpCode(200)
  @ApiOkResponse({ type: DraftView })
  async share(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Body() { shared }: ShareInput,
  ): Promise<DraftView> {
    return draftView(await this.keepDraft.share(caller, id, shared), caller.actor.id);
  }

  /** Throws the draft away; `restore` brings it back. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async discard(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<void> {
    await this.keepDraft.discard(caller, id);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @ApiOkResponse({ type: DraftView })
  async restore(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<DraftView> {
    return draftView(await this.keepDraft.restore(caller, id), caller.actor.id);
  }
}
