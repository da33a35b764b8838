import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { DeliverWebhook, Reconcile } from '#libs/workflow';
import { startWorker } from '../../apps/worker/src/worker.js';
import { eventually, startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { file, registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import { startReceiver } from '../support/receiver.js';
import type { Answering, Receiver } from '../support/receiver.js';
import { verified, webhookDesk } from './webhook-desk.js';
import type { DeliveryRead, WebhookDesk } from './webhook-desk.js';

let app: TestApp;
let desk: WebhookDesk;
let parties: Parties;
const receivers: Receiver[] = [];

beforeAll(async () => {
  app = await startApp({ env: { REDRESS_WEBHOOK_LOOPBACK: 'true', REDRESS_WEBHOOK_TIMEOUT_SECONDS: '0.5' } });
  desk = webhookDesk(app);
  parties = await registerParties(app.main.http);
}, 60_000);
afterAll(async () => app.close(), 30_000);
afterEach(async () => {
  await app.sql('delete from webhook_delivery');
  await app.sql('delete from webhook');
  await app.sql('delete from outbox');
  for (const receiver of receivers.splice(0)) await receiver.close();
});

/** A receiver that answers so, and what the one message to it has become. */
async function told(...answers: Answering[]) {
  const receiver = await startReceiver(answers);
  receivers.push(receiver);
  const webhook = await desk.subscribe(receiver.url, ['complaint.submitted']);
  await file(app.main.http, parties);
  const log = async (): Promise<DeliveryRead> => {
    const [first] = await desk.log(webhook.id);
    if (first === undefined) throw new Error('nothing was owed to the receiver');
    return first;
  };
  return { receiver, webhook, log };
}

const ago = async (id: string, interval: string): Promise<unknown> =>
  app.sql(`update webhook set failing_since = now() - $2::interval where id = $1`, [id, interval]);

const jobs = async (): Promise<{ id: string; due: Date | null }[]> =>
  app.sql(
    `select payload ->> 'deliveryId' as id, not_before as due from outbox where job = 'deliver-webhook' order by id`,
  );

describe('a delivery', () => {
  it('that failed is owed again, comes with the same id, and forgets the failure once it is taken', async () => {
    const { receiver, webhook, log } = await told(500, 200);
    await app.sql('delete from outbox');
    await desk.work();
    const failed = await log();
    expect(failed).toMatchObject({ state: 'waiting', tries: 1, status: 500, answer: 'answer 500', finishedAt: null });
    expect(await jobs()).toEqual([{ id: failed.id, due: new Date(failed.nextTryAt ?? '') }]);
    expect(Date.parse(failed.nextTryAt ?? '') - Date.parse(failed.lastTriedAt ?? '')).toBe(5000);
    expect((await desk.read(webhook.id)).failingSince).toBe(failed.lastTriedAt);
    await desk.work();
    expect(await log()).toMatchObject({ id: failed.id, state: 'delivered', tries: 2, status: 200, nextTryAt: null });
    expect((await desk.read(webhook.id)).failingSince).toBeNull();
    const [first, second] = receiver.received as [Receiver['received'][0], Receiver['received'][0]];
    expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
    expect(verified(webhook.secret, second)).toEqual(verified(webhook.secret, first));
  });

  it.each<[string, Answering, Partial<DeliveryRead>]>([
    ['hangs', () => undefined, { status: null, answer: 'No answer within 0.5 seconds.' }],
    [
      'leads elsewhere',
      (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      { status: 302, answer: 'Redirects are not followed. It points to http://127.0.0.1:1/' },
    ],
    ['is not there', 404, { status: 404, answer: 'answer 404' }],
    ['hangs up', (response) => response.socket?.destroy(), { status: null, answer: 'socket hang up' }],
  ])('whose receiver %s is tried again', async (_name, answering, expected) => {
    const { log } = await told(answering);
    await desk.work();
    expect(await log()).toMatchObject({ state: 'waiting', tries: 1, ...expected });
  });

  it.each<[string, Answering, string]>([
    ['slowly', (response) => response.writeHead(200).write('so far'), 'so far'],
    ['at length', (response) => response.writeHead(200).end('x'.repeat(1_000_000)), 'x'.repeat(1024)],
  ])('whose receiver takes it and answers %s is done', async (_name, answering, answer) => {
    const { log } = await told(answering);
    await desk.work();
    expect(await log()).toMatchObject({ state: 'delivered', tries: 1, status: 200, answer });
  });

  it('to a private network is not sent', async () => {
    const { id } = await desk.subscribe('https://169.254.169.254/latest', ['complaint.submitted']);
    await file(app.main.http, parties);
    await desk.work();
    expect(await desk.log(id)).toMatchObject([
      { state: 'waiting', status: null, answer: 'The address leads into a private network: nothing was sent.' },
    ]);
  });

  it('fails for good after ten tries, and is sent again by whoever wants it', async () => {
    const { receiver, webhook, log } = await told(503);
    for (let tries = 1; tries <= 10; tries += 1) await desk.work();
    const failed = await log();
    expect(failed).toMatchObject({ state: 'failed', tries: 10, nextTryAt: null });
    await desk.work();
    expect(receiver.received).toHaveLength(10);
    expect((await desk.read(webhook.id)).enabled).toBe(true);
    const again = expectStatus(await app.main.http.post<DeliveryRead>(`/webhook-deliveries/${failed.id}/resend`), 202);
    expect(again).toMatchObject({ state: 'waiting', tries: 0, messageId: failed.messageId, body: failed.body });
    expect(again.id).not.toBe(failed.id);
    await desk.work();
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([failed.messageId]));
  });

  it('that waits is sent at once by whoever can’t wait', async () => {
    const { receiver, webhook, log } = await told(500, 200);
    await desk.work();
    const { id } = await log();
    const never = new AbortController().signal;
    await app.api.get(DeliverWebhook).run(app.main.id, id, never);
    expect(receiver.received).toHaveLength(1);
    const due = expectStatus(await app.main.http.post<DeliveryRead>(`/webhook-deliveries/${id}/resend`), 202);
    expect(due.id).toBe(id);
    await app.api.get(DeliverWebhook).run(app.main.id, id, never);
    expect(await desk.log(webhook.id)).toMatchObject([{ id, state: 'delivered', tries: 2 }]);
  });

  it('is in one worker’s hands at a time, however often its job comes', async () => {
    const { receiver, log } = await told((response) => {
      setTimeout(() => response.writeHead(200).end(), 100);
    });
    const { id } = await log();
    const run = async () => app.api.get(DeliverWebhook).run(app.main.id, id, new AbortController().signal);
    await Promise.all([run(), run(), run(), run()]);
    await run();
    expect(receiver.received).toHaveLength(1);
    expect(await log()).toMatchObject({ state: 'delivered', tries: 1 });
  });

  it('whose job was lost, or whose worker died, is owed again', async () => {
    const { log } = await told(200);
    const { id } = await log();
    await app.sql('delete from outbox');
    await app.api.get(Reconcile).run(60);
    expect(await jobs()).toEqual([]);
    await app.sql(`update webhook_delivery set next_try_at = now() - interval '61 seconds'`);
    await app.api.get(Reconcile).run(60);
    expect((await jobs()).map((job) => job.id)).toEqual([id]);
    await app.sql('delete from outbox');
    await app.sql(`update webhook_delivery set tries = 1, lease_until = now() + interval '10 seconds'`);
    await app.api.get(Reconcile).run(0);
    expect(await jobs()).toEqual([]);
    await app.sql(`update webhook_delivery set lease_until = now() - interval '1 second'`);
    await app.api.get(Reconcile).run(0);
    expect((await jobs()).map((job) => job.id)).toEqual([id]);
    await desk.work();
    expect(await log()).toMatchObject({ state: 'delivered', tries: 2 });
  });

  it('says so where the installation’s secret was changed, and goes on with a new signing secret', async () => {
    const { receiver, webhook, log } = await told(200);
    const [row] = await app.sql<{ secret: string }>('select secret from webhook where id = $1', [webhook.id]);
    await app.sql(`update webhook set secret = 's1.AAAA.AAAAAAAAAAAAAAAAAAAAAA.AAAA' where id = $1`, [webhook.id]);
    await desk.work();
    expect((await log()).answer).toContain('REDRESS_SECRET of this installation was changed');
    expect(receiver.received).toEqual([]);
    expect(row?.secret).toMatch(/^s1\./);
    const { secret } = expectStatus(
      await app.main.http.post<{ secret: string }>(`/webhooks/${webhook.id}/rotate-secret`),
      200,
    );
    await desk.work();
    expect(verified(secret, receiver.received[0] as Receiver['received'][0]).type).toBe('complaint.submitted');
  });
});

describe('a receiver', () => {
  it('that says it is gone is switched off, with everything that waits for it', async () => {
    const { webhook, log } = await told(410);
    await file(app.main.http, parties);
    await desk.work();
    expect(await desk.read(webhook.id)).toMatchObject({ enabled: false, stoppedBecause: 'gone' });
    expect((await desk.log(webhook.id)).map(({ state }) => state).sort()).toEqual(['cancelled', 'failed']);
    const audited = await app.sql(
      `select actor ->> 'kind' as by, action, data ->> 'because' as because from audit_event
       where subject = $1 and action = 'webhook.stop'`,
      [webhook.id],
    );
    expect(audited).toEqual([{ by: 'system', action: 'webhook.stop', because: 'gone' }]);
    await file(app.main.http, parties);
    expect(await desk.log(webhook.id)).toHaveLength(2);
    expect((await log()).state).toBe('cancelled');
  });

  it('at which everything failed for five days is switched off, and can be switched on', async () => {
    const { webhook, receiver } = await told(500, 500, 200);
    await desk.work();
    await ago(webhook.id, '4 days 23 hours 59 minutes');
    await desk.work();
    expect(await desk.read(webhook.id)).toMatchObject({ enabled: true, stoppedBecause: null });
    await ago(webhook.id, '5 days');
    receiver.received.splice(0);
    await desk.work();
    expect(await desk.read(webhook.id)).toMatchObject({ enabled: false, stoppedBecause: 'failing' });
    expect(await desk.log(webhook.id)).toMatchObject([{ state: 'cancelled', tries: 3, nextTryAt: null }]);
    const { url, events } = webhook;
    const on = expectStatus(await app.main.http.put(`/webhooks/${webhook.id}`, { url, events, enabled: true }), 200);
    expect(on).toMatchObject({ enabled: true, stoppedBecause: null, failingSince: null });
  });

  it('that is dead has two turns at a time, and the others theirs', async () => {
    const { webhook } = await told(() => undefined);
    for (let more = 0; more < 4; more += 1) await file(app.main.http, parties);
    await ago(webhook.id, '1 minute');
    await app.sql('delete from outbox');
    const waiting = await desk.log(webhook.id);
    expect(waiting).toHaveLength(5);
    const never = new AbortController().signal;
    await Promise.all(waiting.map(async ({ id }) => app.api.get(DeliverWebhook).run(app.main.id, id, never)));
    const tries = (await desk.log(webhook.id)).map((each) => each.tries).sort();
    expect(tries).toEqual([0, 0, 0, 1, 1]);
    expect(await jobs()).toHaveLength(5);
  });
});

describe('the worker', () => {
  it('tells receivers by itself, a dead one and a live one, and logs no secret', async () => {
    const dead = await startReceiver([() => undefined]);
    const live = await startReceiver([500, 200]);
    receivers.push(dead, live);
    const one = await desk.subscribe(dead.url, ['complaint.submitted']);
    const two = await desk.subscribe(live.url, ['complaint.submitted']);
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const worker = await startWorker(app.settings, log);
    try {
      await file(app.main.http, parties);
      await eventually('the live receiver to take its message', async () => {
        const [delivery] = await desk.log(two.id);
        return delivery?.state === 'delivered' ? delivery : null;
      });
      expect(await desk.log(two.id)).toMatchObject([{ state: 'delivered', tries: 2, status: 200 }]);
      expect((await desk.log(one.id))[0]).toMatchObject({ state: 'waiting', status: null });
    } finally {
      await worker.close();
    }
    for (const { secret } of [one, two]) expect(lines.filter((line) => line.includes(secret))).toEqual([]);
  }, 60_000);
});
