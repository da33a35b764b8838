import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { addDays } from '#libs/domain';
import { Database, expiries, listRights } from '#libs/persistence';
import type { Expiry } from '#libs/persistence';
import { Journal, RegisterRight, Rulebook, VerifyRight } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { afterCursor, limitOf, pageOf } from '../http/page.js';
import type { PageOf } from '../http/page.js';
import { PagedResponse } from '../http/paged.js';
import { PathId } from '../http/path-id.js';
import {
  ExpiryQuery,
  ExpiryView,
  RightFacts,
  RightInput,
  RightView,
  RightsQuery,
  VerificationInput,
  VerificationView,
  rightView,
  verificationViews,
} from './register.dto.js';

/** How far ahead the end of a right or of a power is told, days. */
const LOOK_AHEAD_DAYS = 90;
/** How far back: what ended lately is the first to be renewed. */
const LOOK_BACK_DAYS = 365;

@ApiTags('register')
@Controller('api/v1')
export class RightsController {
  constructor(
    private readonly register: RegisterRight,
    private readonly verifyRight: VerifyRight,
    private readonly database: Database,
    private readonly rulebook: Rulebook,
    private readonly journal: Journal,
  ) {}

  @Get('rights')
  @Needs('complaints:read')
  @PagedResponse(RightView)
  async list(@CurrentCaller() caller: Caller, @Query() query: RightsQuery): Promise<PageOf<RightView>> {
    const limit = limitOf(query, 200);
    const { rightsHolderId, kind, q } = query;
    const rows = await this.database.inWorkspace(caller.workspaceId, async (tx) =>
      listRights(tx, { limit: limit + 1, after: afterCursor(query) }, { rightsHolderId, kind, q }),
    );
    return pageOf(rows, limit, rightView);
  }

  @Post('rights')
  @Needs('complaints:write')
  @ApiCreatedResponse({ type: RightView })
  async enter(@CurrentCaller() caller: Caller, @Body() input: RightInput): Promise<RightView> {
    return rightView(await this.register.enter(caller, input));
  }

  @Get('rights/:id')
  @Needs('complaints:read')
  @ApiOkResponse({ type: RightView })
  async one(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<RightView> {
    return rightView(await this.database.inWorkspace(caller.workspaceId, async (tx) => tx.rights.get(id)));
  }

  /** Replaces what stands there: a field left out is empty afterwards. */
  @Put('rights/:id')
  @Needs('complaints:write')
  @ApiOkResponse({ type: RightView })
  async change(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Body() input: RightFacts,
  ): Promise<RightView> {
    return rightView(await this.register.change(caller, id, input));
  }

  /** Where the right stands with the verification desk of each platform. */
  @Get('rights/:id/verifications')
  @Needs('complaints:read')
  @PagedResponse(VerificationView)
  async verifications(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<PageOf<VerificationView>> {
    const recorded = await this.database.inWorkspace(caller.workspaceId, async (tx) => {
      await tx.rights.get(id);
      return tx.verifications.where({ rightId: id });
    });
    return { data: verificationViews(id, this.rulebook.platforms, recorded), nextCursor: null };
  }

  @Put('rights/:id/verifications/:desk')
  @Needs('complaints:write')
  @ApiOkResponse({ type: VerificationView })
  async verify(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Param('desk') desk: string,
    @Body() input: VerificationInput,
  ): Promise<VerificationView> {
    const saved = await this.verifyRight.run(caller, id, desk, input);
    const views = verificationViews(id, this.rulebook.platforms, [saved]);
    return views.find((view) => view.desk === desk) ?? { ...saved, platforms: [], needed: false };
  }

  /** Rights and powers of attorney that ended within the last year or end within the days ahead, the soonest first. */
  @Get('register/expiries')
  @Needs('complaints:read')
  @PagedResponse(ExpiryView)
  async expiries(@CurrentCaller() caller: Caller, @Query() query: ExpiryQuery): Promise<PageOf<ExpiryView>> {
    const now = this.journal.now();
    const [from, to] = [day(addDays(now, -LOOK_BACK_DAYS)), day(addDays(now, query.days ?? LOOK_AHEAD_DAYS))];
    const rows = await this.database.inWorkspace(caller.workspaceId, async (tx) => expiries(tx, from, to));
    return { data: rows.map((row) => expiryView(row, day(now))), nextCursor: null };
  }
}

const day = (at: Date): string => at.toISOString().slice(0, 10);

const expiryView = (row: Expiry, today: string): ExpiryView => ({
  ...row,
  daysLeft: Math.round((Date.parse(row.on) - Date.parse(today)) / 86_400_000),
});
