import { webhookDeliveryStates, webhookEvents } from '#libs/domain';
import type { Webhook, WebhookDeliveryState, WebhookEvent } from '#libs/domain';
import type { WebhookDeliveryRow } from '#libs/persistence';
import type { WithSecret } from '#libs/workflow';
import { Flag, OneOfEach, Text } from '../http/field.js';
import { Shows, ShowsFlag, ShowsInstant, ShowsNumber, ShowsOneOf, ShowsText } from '../http/shown.js';

const stops = ['gone', 'failing'] as const;
const types = [...webhookEvents, 'ping'] as const;

export class WebhookInput {
  @Text({
    min: 1,
    max: 2000,
    description: 'https; in development also http to this machine, where the operator allows it',
  })
  url!: string;
  @Text({ optional: true, max: 200 }) description?: string;
  @OneOfEach(webhookEvents, { min: 1, description: 'what is told' }) events!: WebhookEvent[];
  @Flag({ description: 'switching one off cancels what waits for it' }) enabled!: boolean;
}

export class WebhookView {
  @ShowsText() id!: string;
  @ShowsText() url!: string;
  @ShowsText({ nullable: true }) description!: string | null;
  @Shows({ type: 'array', items: { type: 'string', enum: [...webhookEvents] } }) events!: WebhookEvent[];
  @ShowsFlag() enabled!: boolean;
  /** why Redress switched it off: the receiver answered 410, or every try of five days failed */
  @ShowsOneOf(stops, { nullable: true }) stoppedBecause!: (typeof stops)[number] | null;
  /** since when every try failed */
  @ShowsInstant({ nullable: true }) failingSince!: Date | null;
  @ShowsText() createdBy!: string;
  @ShowsInstant() createdAt!: Date;
  @ShowsInstant() updatedAt!: Date;
}

export class WebhookWithSecretView extends WebhookView {
  @Shows({
    type: 'string',
    nullable: true,
    description:
      'the signing secret, whsec_…: shown in this answer alone. Null where the answer is a repetition of an earlier one.',
  })
  secret!: string | null;
}

export class WebhookDeliveryView {
  @ShowsText() id!: string;
  @ShowsText() webhookId!: string;
  /** what the receiver sees as webhook-id: the same for every delivery of one message */
  @ShowsText() messageId!: string;
  @ShowsOneOf(types) type!: (typeof types)[number];
  @ShowsOneOf(webhookDeliveryStates) state!: WebhookDeliveryState;
  @ShowsNumber() tries!: number;
  @ShowsInstant() createdAt!: Date;
  @ShowsInstant({ nullable: true }) lastTriedAt!: Date | null;
  @ShowsInstant({ nullable: true }) nextTryAt!: Date | null;
  @ShowsInstant({ nullable: true }) finishedAt!: Date | null;
  /** HTTP status of the last answer */
  @ShowsNumber({ nullable: true }) status!: number | null;
  /** the beginning of the last answer, or why none came */
  @ShowsText({ nullable: true }) answer!: string | null;
  /** the text that is sent */
  @ShowsText() body!: string;
}

export const webhookView = (webhook: Webhook): WebhookView => ({
  id: webhook.id,
  url: webhook.url,
  description: webhook.description,
  events: webhook.events,
  enabled: webhook.enabled,
  stoppedBecause: webhook.stoppedBecause,
  failingSince: webhook.failingSince,
  createdBy: webhook.createdBy,
  createdAt: webhook.createdAt,
  updatedAt: webhook.updatedAt,
});

export const withSecretView = ({ webhook, secret }: WithSecret): WebhookWithSecretView => ({
  ...webhookView(webhook),
  secret,
});

export const deliveryView = (row: WebhookDeliveryRow): WebhookDeliveryView => ({ ...row });
