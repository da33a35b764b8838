import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiTags } from '@nestjs/swagger';
import { Fault } from '#libs/domain';
import type { Id } from '#libs/domain';
import { Database, webhookDeliveryRow } from '#libs/persistence';
import { ResendWebhook } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { PathId } from '../http/path-id.js';
import { WebhookDeliveryView, deliveryView } from './webhooks.dto.js';

@ApiTags('webhooks')
@Controller('api/v1/webhook-deliveries')
@Needs('webhooks:write')
export class WebhookDeliveriesController {
  constructor(
    private readonly resend: ResendWebhook,
    private readonly database: Database,
  ) {}

  /** Sends the message again under the same webhook-id: at once where it still waits, else as a new delivery. */
  @Post(':id/resend')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: WebhookDeliveryView })
  async again(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<WebhookDeliveryView> {
    return deliveryShown(this.database, caller, await this.resend.again(caller, id));
  }
}

export async function deliveryShown(database: Database, caller: Caller, id: Id): Promise<WebhookDeliveryView> {
  const row = await database.inWorkspace(caller.workspaceId, async (tx) => webhookDeliveryRow(tx, id));
  if (row === null)
    throw new Fault('not-found', 'webhook-delivery-not-found', `There is no webhook delivery ${id} in this workspace.`);
  return deliveryView(row);
}
