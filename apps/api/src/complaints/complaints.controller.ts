import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Database, listComplaints } from '#libs/persistence';
import { FileComplaint, Rulebook } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { afterCursor, limitOf, pageOf } from '../http/page.js';
import type { PageOf } from '../http/page.js';
import { PagedResponse } from '../http/paged.js';
import { PathId } from '../http/path-id.js';
import { Problem } from '../http/problem.js';
import { ComplaintPage } from './complaint-page.js';
import { ComplaintInput, ComplaintsQuery } from './complaints.dto.js';
import { ComplaintRow, ComplaintView, FiledView } from './complaints.views.js';
import { orderOf } from './order.js';
import { complaintRow, filedView } from './present-complaint.js';

/** Filing, and reading what was filed. */
@ApiTags('complaints')
@Controller('api/v1/complaints')
export class ComplaintsController {
  constructor(
    private readonly fileComplaint: FileComplaint,
    private readonly page: ComplaintPage,
    private readonly database: Database,
    private readonly rulebook: Rulebook,
  ) {}

  @Post()
  @Needs('complaints:write')
  @ApiCreatedResponse({ type: FiledView })
  @ApiUnprocessableEntityResponse({ type: Problem, description: 'names each missing element and its legal hook' })
  async file(@CurrentCaller() caller: Caller, @Body() input: ComplaintInput): Promise<FiledView> {
    const { submit = false, ...content } = input;
    return filedView(await this.fileComplaint.run(caller, { ...orderOf(content), submit }));
  }

  @Get()
  @Needs('complaints:read')
  @PagedResponse(ComplaintRow)
  async list(@CurrentCaller() caller: Caller, @Query() query: ComplaintsQuery): Promise<PageOf<ComplaintRow>> {
    const limit = limitOf(query);
    const before = afterCursor(query);
    const { cursor: _cursor, limit: _limit, ...filter } = query;
    const rows = await this.database.inWorkspace(caller.workspaceId, async (tx) =>
      listComplaints(tx, filter, { limit: limit + 1, now: new Date(), ...(before === undefined ? {} : { before }) }),
    );
    return pageOf(rows, limit, (row) => complaintRow(this.rulebook, row));
  }

  @Get(':id')
  @Needs('complaints:read')
  @ApiOkResponse({ type: ComplaintView })
  async one(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<ComplaintView> {
    return this.page.of(caller, id);
  }
}
