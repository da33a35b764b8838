import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { file, registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Problem } from '../support/http.js';
import { startReceiver } from '../support/receiver.js';
import type { Receiver } from '../support/receiver.js';
import { verified, webhookDesk } from './webhook-desk.js';
import type { WebhookDesk } from './webhook-desk.js';

let app: TestApp;
let desk: WebhookDesk;
let parties: Parties;
let receiver: Receiver;

beforeAll(async () => {
  app = await startApp({ env: { REDRESS_WEBHOOK_LOOPBACK: 'true' } });
  desk = webhookDesk(app);
  parties = await registerParties(app.main.http);
  receiver = await startReceiver();
}, 60_000);
afterAll(async () => {
  await app.close();
  await receiver.close();
}, 30_000);
afterEach(async () => {
  receiver.received.splice(0);
  for (const { id } of expectStatus(await app.main.http.get<{ data: { id: string }[] }>('/webhooks'), 200).data)
    expectStatus(await app.main.http.send('DELETE', `/webhooks/${id}`), 204);
});

describe('a webhook', () => {
  it('shows its secret once, and keeps it where nobody reads it', async () => {
    const { secret, ...made } = await desk.subscribe(receiver.url, ['complaint.submitted'], { description: 'ours' });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await desk.read(made.id)).toEqual(made);
    const rotated = expectStatus(
      await app.main.http.post<{ secret: string }>(`/webhooks/${made.id}/rotate-secret`),
      200,
    );
    await file(app.main.http, parties);
    await desk.work();
    const tables = await app.sql<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth', 'queue')`,
    );
    for (const shown of [secret, rotated.secret]) {
      const hits: string[] = [];
      for (const { name } of tables) {
        const [row] = await app.sql<{ n: number }>(
          `select count(*)::int as n from ${name} t where strpos(t::text, $1) > 0`,
          [shown.slice('whsec_'.length)],
        );
        if (row?.n !== 0) hits.push(name);
      }
      expect(hits).toEqual([]);
    }
    for (const path of ['/webhooks', `/webhooks/${made.id}`, `/webhooks/${made.id}/deliveries`])
      expect((await app.main.http.get(path)).text).not.toMatch(/whsec_|"secret"/);
  });

  it('gives its secret to the first answer alone, however often the request is repeated', async () => {
    const body = { url: receiver.url, events: ['complaint.submitted'], enabled: true };
    const post = async () =>
      app.main.http.post<{ id: string; secret: string | null }>('/webhooks', body, {
        'idempotency-key': 'webhook-once',
      });
    const [first, again] = [expectStatus(await post(), 201), expectStatus(await post(), 201)];
    expect(first.secret).toMatch(/^whsec_/);
    expect(again).toEqual({ ...first, secret: null });
    const [kept] = await app.sql<{ body: unknown }>(`select body from idempotency_key where key = 'webhook-once'`);
    expect(kept?.body).toEqual(again);
  });

  it('signs with the secret before as well, for a day after it was made anew', async () => {
    const { id, secret: former } = await desk.subscribe(receiver.url, ['complaint.submitted']);
    const { secret } = expectStatus(await app.main.http.post<{ secret: string }>(`/webhooks/${id}/rotate-secret`), 200);
    await file(app.main.http, parties);
    await desk.work();
    await app.sql(`update webhook set former_until = former_until - interval '24 hours 1 second' where id = $1`, [id]);
    await file(app.main.http, parties);
    await desk.work();
    const [during, after] = receiver.received as [Receiver['received'][0], Receiver['received'][0]];
    expect(verified(secret, during)).toEqual(verified(former, during));
    expect(verified(secret, after).type).toBe('complaint.submitted');
    expect(() => verified(former, after)).toThrow('No matching signature found');
  });

  it('is tested by a ping, whatever it listens to', async () => {
    const { id, secret } = await desk.subscribe(receiver.url, ['complaint.decided'], { description: 'ours' });
    const ping = expectStatus(await app.main.http.post<{ id: string; type: string }>(`/webhooks/${id}/test`), 202);
    await desk.work();
    expect(verified(secret, receiver.received[0] as Receiver['received'][0])).toMatchObject({
      type: 'ping',
      data: { webhookId: id, description: 'ours' },
    });
    expect(await desk.log(id)).toMatchObject([{ id: ping.id, type: 'ping', state: 'delivered', status: 200 }]);
  });

  it('that is deleted while complaints are filed costs no filing', async () => {
    const { id } = await desk.subscribe(receiver.url, ['complaint.submitted']);
    const filings = Array.from({ length: 12 }, async () => file(app.main.http, parties));
    const [removed, ...filed] = await Promise.all([app.main.http.send('DELETE', `/webhooks/${id}`), ...filings]);
    expect([removed.status, filed.map(({ status }) => status)]).toEqual([204, Array.from(filed, () => 'queued')]);
    expect(await app.sql('select 1 from webhook_delivery where webhook_id = $1', [id])).toEqual([]);
  });

  it('that is switched off ends what waits for it, and is told again once it is on', async () => {
    const { id, url } = await desk.subscribe(receiver.url, ['complaint.submitted']);
    await file(app.main.http, parties);
    const put = async (enabled: boolean) =>
      expectStatus(await app.main.http.put(`/webhooks/${id}`, { url, events: ['complaint.submitted'], enabled }), 200);
    await put(false);
    const [cancelled] = await desk.log(id);
    expect(cancelled).toMatchObject({ state: 'cancelled', tries: 0, nextTryAt: null });
    for (const path of [`/webhooks/${id}/test`, `/webhook-deliveries/${cancelled?.id ?? ''}/resend`]) {
      const answer = await app.main.http.post<Problem>(path);
      expect([answer.status, answer.body.type]).toEqual([409, '/problems/webhook-off']);
    }
    await put(true);
    expectStatus(await app.main.http.post(`/webhook-deliveries/${cancelled?.id ?? ''}/resend`), 202);
    await desk.work();
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([cancelled?.messageId]);
    expect((await desk.log(id)).map(({ state }) => state)).toEqual(['delivered', 'cancelled']);
  });

  it('takes https addresses alone, and this machine’s where the operator allows it', async () => {
    for (const url of [
      'http://receiver.example/',
      'ftp://receiver.example/',
      'https://a:b@receiver.example/',
      'no address',
    ]) {
      const answer = await app.main.http.post<Problem>('/webhooks', {
        url,
        events: ['complaint.decided'],
        enabled: true,
      });
      expect([url, answer.status, answer.body.errors?.map(({ pointer }) => pointer)]).toEqual([url, 422, ['/url']]);
    }
  });

  it('is in the audit log with everything that was done to it, its secret aside', async () => {
    const { id, url } = await desk.subscribe(receiver.url, ['complaint.decided']);
    const body = { url, events: ['complaint.submitted'], enabled: true };
    expectStatus(await app.main.http.put(`/webhooks/${id}`, body), 200);
    expectStatus(await app.main.http.post(`/webhooks/${id}/rotate-secret`), 200);
    expectStatus(await app.main.http.post(`/webhooks/${id}/test`), 202);
    expectStatus(await app.main.http.send('DELETE', `/webhooks/${id}`), 204);
    const rows = await app.sql<{ action: string; data: unknown }>(
      'select action, data from audit_event where subject = $1 order by id',
      [id],
    );
    expect(rows).toEqual([
      { action: 'webhook.create', data: { url, events: ['complaint.decided'] } },
      {
        action: 'webhook.change',
        data: { was: { url, events: ['complaint.decided'], enabled: true }, is: body },
      },
      { action: 'webhook.rotate-secret', data: {} },
      { action: 'webhook.test', data: {} },
      { action: 'webhook.remove', data: { url } },
    ]);
  });

  it('is one of fifty at most', async () => {
    const workspace = await app.addWorkspace('Many');
    const many = webhookDesk(app, workspace);
    for (let made = 0; made < 50; made += 1) await many.subscribe(receiver.url, ['complaint.decided']);
    const answer = await workspace.http.post<Problem>('/webhooks', {
      url: receiver.url,
      events: ['complaint.decided'],
      enabled: true,
    });
    expect([answer.status, answer.body.type]).toEqual([409, '/problems/webhooks-too-many']);
  });
});

describe('the log of a webhook', () => {
  it('comes page by page, the newest first', async () => {
    const { id } = await desk.subscribe(receiver.url, ['complaint.submitted', 'complaint.created']);
    for (let filed = 0; filed < 3; filed += 1) await file(app.main.http, parties);
    const all = (await desk.log(id)).map((each) => each.id);
    expect(all).toHaveLength(6);
    expect([...all].sort().reverse()).toEqual(all);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page: { data: { id: string }[]; nextCursor: string | null } = expectStatus(
        await app.main.http.get<{ data: { id: string }[]; nextCursor: string | null }>(
          `/webhooks/${id}/deliveries?limit=4${query}`,
        ),
        200,
      );
      seen.push(...page.data.map((each) => each.id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(all);
  });
});
