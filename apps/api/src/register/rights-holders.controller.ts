import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Database, listRightsHolders } from '#libs/persistence';
import { PowersOfAttorney, RegisterRightsHolder } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { afterCursor, limitOf, pageOf } from '../http/page.js';
import type { PageOf } from '../http/page.js';
import { PagedResponse } from '../http/paged.js';
import { PathId } from '../http/path-id.js';
import {
  PowerInput,
  PowerView,
  RightsHolderInput,
  RightsHolderView,
  RightsHoldersQuery,
  powerView,
  rightsHolderView,
} from './register.dto.js';

@ApiTags('register')
@Controller('api/v1/rights-holders')
export class RightsHoldersController {
  constructor(
    private readonly register: RegisterRightsHolder,
    private readonly powers: PowersOfAttorney,
    private readonly database: Database,
  ) {}

  @Get()
  @Needs('complaints:read')
  @PagedResponse(RightsHolderView)
  async list(@CurrentCaller() caller: Caller, @Query() query: RightsHoldersQuery): Promise<PageOf<RightsHolderView>> {
    const limit = limitOf(query, 200);
    const rows = await this.database.inWorkspace(caller.workspaceId, async (tx) =>
      listRightsHolders(tx, { limit: limit + 1, after: afterCursor(query), q: query.q }),
    );
    return pageOf(rows, limit, rightsHolderView);
  }

  @Post()
  @Needs('complaints:write')
  @ApiCreatedResponse({ type: RightsHolderView })
  async enter(@CurrentCaller() caller: Caller, @Body() input: RightsHolderInput): Promise<RightsHolderView> {
    return rightsHolderView(await this.register.enter(caller, input));
  }

  @Get(':id')
  @Needs('complaints:read')
  @ApiOkResponse({ type: RightsHolderView })
  async one(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<RightsHolderView> {
    return rightsHolderView(
      await this.database.inWorkspace(caller.workspaceId, async (tx) => tx.rightsHolders.get(id)),
    );
  }

  /** Replaces what stands there: a field left out is empty afterwards. */
  @Put(':id')
  @Needs('complaints:write')
  @ApiOkResponse({ type: RightsHolderView })
  async change(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Body() input: RightsHolderInput,
  ): Promise<RightsHolderView> {
    return rightsHolderView(await this.register.change(caller, id, input));
  }

  @Get(':id/powers-of-attorney')
  @Needs('complaints:read')
  @PagedResponse(PowerView)
  async powersOf(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<PageOf<PowerView>> {
    const rows = await this.database.inWorkspace(caller.workspaceId, async (tx) => {
      await tx.rightsHolders.get(id);
      return tx.powers.where({ rightsHolderId: id }, { order: { validFrom: 'desc', id: 'desc' }, limit: 200 });
    });
    return { data: rows.map(powerView), nextCursor: null };
  }

  @Post(':id/powers-of-attorney')
  @Needs('complaints:write')
  @ApiCreatedResponse({ type: PowerView })
  async record(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Body() input: PowerInput,
  ): Promise<PowerView> {
    return powerView(await this.powers.record(caller, id, input));
  }

  @Post(':id/powers-of-attorney/:powerId/revoke')
  @HttpCode(200)
  @Needs('complaints:write')
  @ApiOkResponse({ type: PowerView })
  async revoke(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @PathId('powerId') powerId: string,
  ): Promise<PowerView> {
    return powerView(await this.powers.revoke(caller, id, powerId));
  }
}
