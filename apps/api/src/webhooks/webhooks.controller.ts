import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Database, listWebhookDeliveries } from '#libs/persistence';
import { KeepWebhook, ResendWebhook } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { ShownOnce } from '../http/idempotency.js';
import { PageQuery, afterCursor, limitOf, pageOf } from '../http/page.js';
import type { PageOf } from '../http/page.js';
import { PagedResponse } from '../http/paged.js';
import { PathId } from '../http/path-id.js';
import { deliveryShown } from './webhook-deliveries.controller.js';
import {
  WebhookDeliveryView,
  WebhookInput,
  WebhookView,
  WebhookWithSecretView,
  deliveryView,
  webhookView,
  withSecretView,
} from './webhooks.dto.js';

/** Where programs outside are told of events, signed by Standard Webhooks. */
@ApiTags('webhooks')
@Controller('api/v1/webhooks')
@Needs('webhooks:write')
export class WebhooksController {
  constructor(
    private readonly keep: KeepWebhook,
    private readonly resend: ResendWebhook,
    private readonly database: Database,
  ) {}

  @Get()
  @PagedResponse(WebhookView)
  async list(@CurrentCaller() caller: Caller): Promise<PageOf<WebhookView>> {
    const rows = await this.database.inWorkspace(caller.workspaceId, async (tx) =>
      tx.webhooks.where({}, { order: { id: 'asc' }, limit: 200 }),
    );
    return { data: rows.map(webhookView), nextCursor: null };
  }

  /** The answer holds the signing secret, which is shown this once. */
  @Post()
  @ShownOnce('secret')
  @ApiCreatedResponse({ type: WebhookWithSecretView })
  async create(@CurrentCaller() caller: Caller, @Body() input: WebhookInput): Promise<WebhookWithSecretView> {
    return withSecretView(await this.keep.create(caller, entryOf(input)));
  }

  @Get(':id')
  @ApiOkResponse({ type: WebhookView })
  async one(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<WebhookView> {
    return webhookView(await this.database.inWorkspace(caller.workspaceId, async (tx) => tx.webhooks.get(id)));
  }

  @Put(':id')
  @ApiOkResponse({ type: WebhookView })
  async change(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Body() input: WebhookInput,
  ): Promise<WebhookView> {
    return webhookView(await this.keep.change(caller, id, entryOf(input)));
  }

  /** Its log goes with it. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<void> {
    await this.keep.remove(caller, id);
  }

  /** The secret before the new one signs too for 24 hours. */
  @Post(':id/rotate-secret')
  @HttpCode(200)
  @ShownOnce('secret')
  @ApiOkResponse({ type: WebhookWithSecretView })
  async rotateSecret(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<WebhookWithSecretView> {
    return withSecretView(await this.keep.rotateSecret(caller, id));
  }

  /** Sends a `ping`, whatever events were chosen. */
  @Post(':id/test')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: WebhookDeliveryView })
  async test(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<WebhookDeliveryView> {
    return deliveryShown(this.database, caller, await this.resend.ping(caller, id));
  }

  /** What was sent there, the newest first. */
  @Get(':id/deliveries')
  @PagedResponse(WebhookDeliveryView)
  async deliveries(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Query() query: PageQuery,
  ): Promise<PageOf<WebhookDeliveryView>> {
    const limit = limitOf(query);
    const rows = await this.database.inWorkspace(caller.workspaceId, async (tx) => {
      await tx.webhooks.get(id);
      return listWebhookDeliveries(tx, id, { before: afterCursor(query), limit: limit + 1 });
    });
    return pageOf(rows, limit, deliveryView);
  }
}

const entryOf = ({ url, description, events, enabled }: WebhookInput) => ({
  url,
  description: description === undefined || description.trim() === '' ? null : description,
  events: [...new Set(events)],
  enabled,
});
