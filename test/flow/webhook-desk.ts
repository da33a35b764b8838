import { Webhook } from 'standardwebhooks';
import { DeliverWebhook } from '#libs/workflow';
import type { TestApp, TestWorkspace } from '../support/app.js';
import { expectStatus } from '../support/http.js';
import type { Json } from '../support/http.js';
import type { Received } from '../support/receiver.js';

export interface WebhookRead {
  id: string;
  url: string;
  description: string | null;
  events: string[];
  enabled: boolean;
  stoppedBecause: string | null;
  failingSince: string | null;
}

export interface DeliveryRead {
  id: string;
  webhookId: string;
  messageId: string;
  type: string;
  state: string;
  tries: number;
  lastTriedAt: string | null;
  nextTryAt: string | null;
  finishedAt: string | null;
  status: number | null;
  answer: string | null;
  body: string;
}

/** Webhooks of one workspace as its people see them, and the worker that serves them, step by step. */
export interface WebhookDesk {
  subscribe(url: string, events: readonly string[], given?: Json): Promise<WebhookRead & { secret: string }>;
  read(id: string): Promise<WebhookRead>;
  /** newest first */
  log(id: string): Promise<DeliveryRead[]>;
  /** does what is owed, as the worker would when its time has come: every waiting delivery once */
  work(): Promise<void>;
}

export function webhookDesk(app: TestApp, { id: workspaceId, http }: TestWorkspace = app.main): WebhookDesk {
  return {
    subscribe: async (url, events, given = {}) =>
      expectStatus(
        await http.post<WebhookRead & { secret: string }>('/webhooks', { url, events, enabled: true, ...given }),
        201,
      ),
    read: async (id) => expectStatus(await http.get<WebhookRead>(`/webhooks/${id}`), 200),
    log: async (id) => expectStatus(await http.get<{ data: DeliveryRead[] }>(`/webhooks/${id}/deliveries`), 200).data,
    work: async () => {
      await app.sql('update webhook_delivery set next_try_at = now() where next_try_at > now()');
      const waiting = await app.sql<{ id: string }>(
        `select id from webhook_delivery where workspace_id = $1 and state = 'waiting' order by id`,
        [workspaceId],
      );
      const never = new AbortController().signal;
      for (const { id } of waiting) await app.api.get(DeliverWebhook).run(workspaceId, id, never);
    },
  };
}

interface Told {
  type: string;
  timestamp: string;
  data: Json;
}

/** What a receiver was told, once the standard's own library has verified it with this secret. */
export const verified = (secret: string, { body, headers }: Received): Told => {
  const signed = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  return new Webhook(secret).verify(body, signed) as Told;
};

/** The event a body names. */
export const typeOf = ({ body }: Pick<Received, 'body'>): string => (JSON.parse(body) as Told).type;
