import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Database } from '#libs/persistence';
import { KeepTemplate } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import type { PageOf } from '../http/page.js';
import { PagedResponse } from '../http/paged.js';
import { PathId } from '../http/path-id.js';
import { TemplateInput, TemplateView, templateView } from './drafts.dto.js';

/** Answers to begin new complaints from, shared by the workspace. */
@ApiTags('drafts')
@Controller('api/v1/templates')
@Needs('complaints:write')
export class TemplatesController {
  constructor(
    private readonly keepTemplate: KeepTemplate,
    private readonly database: Database,
  ) {}

  @Get()
  @PagedResponse(TemplateView)
  async list(@CurrentCaller() caller: Caller): Promise<PageOf<TemplateView>> {
    const rows = await this.database.inWorkspace(caller.workspaceId, async (tx) =>
      tx.templates.where({}, { order: { name: 'asc' }, limit: 500 }),
    );
    return { data: rows.map(templateView), nextCursor: null };
  }

  @Post()
  @ApiCreatedResponse({ type: TemplateView })
  async add(@CurrentCaller() caller: Caller, @Body() { name, answers }: TemplateInput): Promise<TemplateView> {
    return templateView(await this.keepTemplate.add(caller, { name, answers: { ...answers } }));
  }

  @Put(':id')
  @ApiOkResponse({ type: TemplateView })
  async change(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Body() { name, answers }: TemplateInput,
  ): Promise<TemplateView> {
    return templateView(await this.keepTemplate.change(caller, id, { name, answers: { ...answers } }));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<void> {
    await this.keepTemplate.remove(caller, id);
  }
}
