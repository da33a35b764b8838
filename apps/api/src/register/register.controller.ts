import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Database, listRights, listRightsHolders } from '#libs/persistence';
import { RegisterRight } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { PageQuery, afterCursor, limitOf, pageOf } from '../http/page.js';
import type { PageOf } from '../http/page.js';
import { PagedResponse } from '../http/paged.js';
import {
  RightInput,
  RightView,
  RightsHolderInput,
  RightsHolderView,
  RightsQuery,
  rightView,
  rightsHolderView,
} from './register.dto.js';

@ApiTags('register')
@Controller('api/v1')
export class RegisterController {
  constructor(
    private readonly register: RegisterRight,
    private readonly database: Database,
  ) {}

  @Get('rights-holders')
  @Needs('complaints:read')
  @PagedResponse(RightsHolderView)
  async rightsHolders(@CurrentCaller() caller: Caller, @Query() query: PageQuery): Promise<PageOf<RightsHolderView>> {
    const limit = limitOf(query, 200);
    const rows = await this.database.inWorkspace(caller.workspaceId, async (tx) =>
      listRightsHolders(tx, { limit: limit + 1, after: afterCursor(query) }),
    );
    return pageOf(rows, limit, rightsHolderView);
  }

  @Post('rights-holders')
  @Needs('complaints:write')
  @ApiCreatedResponse({ type: RightsHolderView })
  async addRightsHolder(@CurrentCaller() caller: Caller, @Body() input: RightsHolderInput): Promise<RightsHolderView> {
    return rightsHolderView(await this.register.rightsHolder(caller, input));
  }

  @Get('rights')
  @Needs('complaints:read')
  @PagedResponse(RightView)
  async rights(@CurrentCaller() caller: Caller, @Query() query: RightsQuery): Promise<PageOf<RightView>> {
    const limit = limitOf(query, 200);
    const rows = await this.database.inWorkspace(caller.workspaceId, async (tx) =>
      listRights(tx, { limit: limit + 1, after: afterCursor(query), rightsHolderId: query.rightsHolderId }),
    );
    return pageOf(rows, limit, rightView);
  }

  @Post('rights')
  @Needs('complaints:write')
  @ApiCreatedResponse({ type: RightView })
  async addRight(@CurrentCaller() caller: Caller, @Body() input: RightInput): Promise<RightView> {
    return rightView(await this.register.right(caller, input));
  }
}
