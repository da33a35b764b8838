import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { channelKinds, errorCodes, errorStates } from '#libs/domain';
import type { ChannelKind, ErrorCode } from '#libs/domain';
import { Database, listByHand } from '#libs/persistence';
import type { ByHandRow } from '#libs/persistence';
import { Rulebook } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { PageQuery, afterCursor, limitOf, pageOf } from '../http/page.js';
import type { PageOf } from '../http/page.js';
import { PagedResponse } from '../http/paged.js';
import { ShowsInstant, ShowsNumber, ShowsOneOf, ShowsText } from '../http/shown.js';

export class ByHandView {
  /** of the attempt */
  @ShowsText() id!: string;
  @ShowsText() complaintId!: string;
  @ShowsText() reference!: string;
  @ShowsText() platform!: string;
  @ShowsText() platformName!: string;
  @ShowsText() rightsHolder!: string;
  @ShowsNumber() items!: number;
  @ShowsOneOf(channelKinds) channel!: ChannelKind;
  /** `needs-human`: a person carries it out; `unknown`: a person finds out whether it arrived */
  @ShowsOneOf(['needs-human', 'unknown']) state!: ByHandRow['state'];
  @ShowsText({ nullable: true }) what!: string | null;
  @ShowsOneOf(errorCodes, { nullable: true }) code!: ErrorCode | null;
  @ShowsText({ nullable: true }) codeSays!: string | null;
  @ShowsText({ nullable: true }) recipient!: string | null;
  @ShowsInstant() since!: Date;
}

/** Filings that wait for a person, oldest first. */
@ApiTags('complaints')
@Controller('api/v1/needs-human')
@Needs('complaints:read')
export class NeedsHumanController {
  constructor(
    private readonly database: Database,
    private readonly rulebook: Rulebook,
  ) {}

  @Get()
  @PagedResponse(ByHandView)
  async list(@CurrentCaller() { workspaceId }: Caller, @Query() query: PageQuery): Promise<PageOf<ByHandView>> {
    const limit = limitOf(query);
    const after = afterCursor(query);
    const page = { limit: limit + 1, ...(after === undefined ? {} : { after }) };
    const rows = await this.database.inWorkspace(workspaceId, async (tx) => listByHand(tx, page));
    return pageOf(rows, limit, (row) => ({
      ...row,
      platformName: this.rulebook.find(row.platform)?.name ?? row.platform,
      codeSays: row.code === null ? null : errorStates[row.code].says,
    }));
  }
}
