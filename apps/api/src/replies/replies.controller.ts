import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Fault } from '#libs/domain';
import { Database, countReplies, listReplies } from '#libs/persistence';
import type { TriageCounts } from '#libs/persistence';
import { CodeReply, ReadReply, ReceiveReply, Rulebook } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { justificationOf } from '../complaints/justification.dto.js';
import { afterCursor, limitOf, pageOf } from '../http/page.js';
import type { PageOf } from '../http/page.js';
import { PagedResponse } from '../http/paged.js';
import { PathId } from '../http/path-id.js';
import { CodingInput, ReceivedReplyView, ReplyView, TriageQuery, replyView, triageCounts } from './replies.dto.js';

@ApiTags('replies')
@Controller('api/v1')
export class RepliesController {
  constructor(
    private readonly receiveReply: ReceiveReply,
    private readonly readReply: ReadReply,
    private readonly codeReply: CodeReply,
    private readonly database: Database,
    private readonly rulebook: Rulebook,
  ) {}

  /** Takes a raw message the way inbound mail does: stored first, then read. */
  @Post('replies')
  @Needs('replies:write')
  @ApiConsumes('message/rfc822')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: ReceivedReplyView })
  async receive(@CurrentCaller() caller: Caller, @Body() body: unknown): Promise<ReceivedReplyView> {
    if (!Buffer.isBuffer(body) || body.length === 0) {
      throw new Fault(
        'malformed',
        'request-invalid',
        'Send the raw message as the body, with Content-Type message/rfc822.',
      );
    }
    const stored = await this.receiveReply.run(caller.workspaceId, { raw: body, via: 'api', recipients: [] });
    await this.readReply.run(caller.workspaceId, stored.id);
    const { id, match, suggestion } = await this.one(caller, stored.id);
    return { id, match, suggestion };
  }

  @Get('triage')
  @Needs('complaints:read')
  @PagedResponse(ReplyView, { counts: triageCounts })
  async triage(
    @CurrentCaller() caller: Caller,
    @Query() query: TriageQuery,
  ): Promise<PageOf<ReplyView> & { counts: TriageCounts }> {
    const limit = limitOf(query);
    const before = afterCursor(query);
    return this.database.inWorkspace(caller.workspaceId, async (tx) => {
      const rows = await listReplies(tx, query.tab ?? 'waiting', {
        limit: limit + 1,
        ...(before === undefined ? {} : { before }),
      });
      return { ...pageOf(rows, limit, (row) => replyView(this.rulebook, row)), counts: await countReplies(tx) };
    });
  }

  @Get('replies/:id')
  @Needs('complaints:read')
  @ApiOkResponse({ type: ReplyView })
  async one(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<ReplyView> {
    const [row] = await this.database.inWorkspace(caller.workspaceId, async (tx) =>
      listReplies(tx, 'all', { limit: 1, replyId: id }),
    );
    if (row === undefined)
      throw new Fault('not-found', 'reply-not-found', `There is no reply ${id} in this workspace.`);
    return replyView(this.rulebook, row);
  }

  @Post('replies/:id/code')
  @HttpCode(200)
  @Needs('replies:write')
  @ApiOkResponse({ type: ReplyView })
  async code(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Body() input: CodingInput,
  ): Promise<ReplyView> {
    await this.codeReply.run(caller, id, { ...input, justification: justificationOf(input.justification) });
    return this.one(caller, id);
  }
}
