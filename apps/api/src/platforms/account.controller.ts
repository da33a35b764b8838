import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { KeepAccount } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import type { PageOf } from '../http/page.js';
import { PagedResponse } from '../http/paged.js';
import { AccountBody, AccountQuery, AccountView, SignInView, accountView, given } from './account.dto.js';

/** How long one may wait for the platform while a sign-in is tried, milliseconds. */
const PATIENCE_MS = 30_000;

/** Whom the workspace is to a platform that Redress signs in with. */
@ApiTags('platforms')
@Controller('api/v1/platforms/:slug/account')
export class AccountController {
  constructor(private readonly keepAccount: KeepAccount) {}

  @Get()
  @Needs('complaints:read')
  @ApiOkResponse({ type: AccountView })
  async read(
    @CurrentCaller() caller: Caller,
    @Param('slug') slug: string,
    @Query() { channel }: AccountQuery,
  ): Promise<AccountView> {
    return accountView(await this.keepAccount.read(caller, slug, channel ?? null));
  }

  @Put()
  @Needs('rules:write')
  @ApiOkResponse({ type: AccountView })
  async set(
    @CurrentCaller() caller: Caller,
    @Param('slug') slug: string,
    @Query() { channel }: AccountQuery,
    @Body() { name, secrets }: AccountBody,
  ): Promise<AccountView> {
    return accountView(await this.keepAccount.set(caller, slug, channel ?? null, { name, secrets: given(secrets) }));
  }

  @Delete()
  @HttpCode(204)
  @Needs('rules:write')
  @ApiNoContentResponse()
  async remove(
    @CurrentCaller() caller: Caller,
    @Param('slug') slug: string,
    @Query() { channel }: AccountQuery,
  ): Promise<void> {
    await this.keepAccount.remove(caller, slug, channel ?? null);
  }

  @Post('try')
  @HttpCode(200)
  @Needs('rules:write')
  @ApiOkResponse({ type: SignInView })
  async try(@CurrentCaller() caller: Caller, @Param('slug') slug: string): Promise<SignInView> {
    const detail = await this.keepAccount.try(caller, slug, AbortSignal.timeout(PATIENCE_MS));
    return { works: detail === null, detail };
  }
}

/** All of them at once, for the page that shows them. */
@ApiTags('platforms')
@Controller('api/v1/platform-accounts')
export class AccountsController {
  constructor(private readonly keepAccount: KeepAccount) {}

  @Get()
  @Needs('complaints:read')
  @PagedResponse(AccountView)
  async list(@CurrentCaller() caller: Caller): Promise<PageOf<AccountView>> {
    return { data: (await this.keepAccount.list(caller)).map(accountView), nextCursor: null };
  }
}
