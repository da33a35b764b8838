import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CommitImport, ReadImport, WatchDeadlines } from '#libs/workflow';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { file, registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Problem } from '../support/http.js';
import { startReceiver } from '../support/receiver.js';
import type { Receiver } from '../support/receiver.js';
import { aRow, complaintsCsv, upload } from './import-desk.js';
import { typeOf, verified, webhookDesk } from './webhook-desk.js';
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

const count = async (table: string): Promise<number> =>
  (await app.sql<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n ?? -1;

describe('an event', () => {
  it('is written with its fact, and told to whoever asked for it, signed', async () => {
    const { id, secret } = await desk.subscribe(receiver.url, ['complaint.submitted', 'complaint.withdrawn']);
    const other = await desk.subscribe(receiver.url, ['complaint.decided']);
    const filed = await file(app.main.http, parties);
    const [waiting] = await desk.log(id);
    expect(waiting).toMatchObject({ type: 'complaint.submitted', state: 'waiting', tries: 0, status: null });
    const [job] = await app.sql(`select job, payload ->> 'deliveryId' as id from outbox where job = 'deliver-webhook'`);
    expect(job).toEqual({ job: 'deliver-webhook', id: waiting?.id });
    await desk.work();

    expect(receiver.received).toHaveLength(1);
    const [received] = receiver.received as [Receiver['received'][0]];
    const told = verified(secret, received);
    expect(() => verified(other.secret, received)).toThrow('No matching signature found');
    const [event] = await app.sql<{ at: Date; data: unknown }>(
      `select at, data from timeline_event where complaint_id = $1 and kind = 'submitted'`,
      [filed.id],
    );
    expect(told).toEqual({
      type: 'complaint.submitted',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      data: {
        complaintId: filed.id,
        reference: filed.reference,
        platform: 'sandbox',
        status: 'queued',
        event: { kind: 'submitted', at: event?.at.toISOString(), data: event?.data },
      },
    });
    expect(received.headers['webhook-id']).toBe(waiting?.messageId);
    expect(await desk.log(id)).toMatchObject([
      { state: 'delivered', tries: 1, status: 200, answer: 'answer 200', nextTryAt: null, body: received.body },
    ]);
    expect(await desk.log(other.id)).toEqual([]);
  });

  it('is one message for all who hear it', async () => {
    const [one, two] = [
      await desk.subscribe(`${receiver.url}/one`, ['complaint.submitted']),
      await desk.subscribe(`${receiver.url}/two`, ['complaint.submitted']),
    ];
    await file(app.main.http, parties);
    await desk.work();
    const [first, second] = receiver.received;
    expect(receiver.received.map(({ path }) => path).sort()).toEqual(['/one', '/two']);
    expect(first?.headers['webhook-id']).toBe(second?.headers['webhook-id']);
    expect(first?.body).toBe(second?.body);
    expect((await desk.log(one.id))[0]?.messageId).toBe((await desk.log(two.id))[0]?.messageId);
  });

  it('leaves nothing behind where nobody listens to it', async () => {
    const before = [await count('webhook_message'), await count('webhook_delivery')];
    await file(app.main.http, parties);
    await desk.subscribe(receiver.url, ['complaint.decided']);
    await desk.subscribe(receiver.url, ['complaint.submitted'], { enabled: false });
    await file(app.main.http, parties);
    expect([await count('webhook_message'), await count('webhook_delivery')]).toEqual(before);
  });

  it('of another workspace is told to nobody here', async () => {
    const { id } = await desk.subscribe(receiver.url, ['complaint.submitted']);
    const other = await app.addWorkspace('Not told');
    await file(other.http, await registerParties(other.http));
    expect(await desk.log(id)).toEqual([]);
  });

  it('is not told where its fact was not stored', async () => {
    const { id } = await desk.subscribe(receiver.url, ['complaint.created', 'complaint.submitted']);
    const answer = await app.main.http.post<Problem>('/complaints', { platform: 'sandbox', submit: true });
    expect(answer.status).toBe(400);
    const incomplete = await app.main.http.post<Problem>('/complaints', {
      platform: 'sandbox',
      rightsHolderId: parties.rightsHolderId,
      rightIds: [parties.rightId],
      ground: 'trademark-use',
      explanation: '',
      items: [{ url: 'https://sandbox.redress.test/item/none' }],
      submit: true,
    });
    expect(incomplete.status).toBe(422);
    expect(await desk.log(id)).toEqual([]);
  });

  it('of a simulated complaint is told to nobody', async () => {
    const filed = await file(app.main.http, parties);
    await app.sql('update complaint set simulated = true where id = $1', [filed.id]);
    const { id } = await desk.subscribe(receiver.url, ['complaint.withdrawn']);
    expectStatus(await app.main.http.post(`/complaints/${filed.id}/withdraw`, {}), 200);
    expect(await desk.log(id)).toEqual([]);
  });

  it('of a clock that ran out is told twice where it makes the platform silent', async () => {
    const { id } = await desk.subscribe(receiver.url, ['deadline.missed', 'complaint.silent']);
    const filed = await file(app.main.http, parties);
    await app.sql(`update complaint set status = 'filed' where id = $1`, [filed.id]);
    for (const kind of ['acknowledgement', 'decision'])
      await app.sql(
        `insert into deadline (workspace_id, id, complaint_id, kind, runs_against, hook, due_at, state)
         values ($1, gen_random_uuid(), $2, $3, 'platform', 'its own rule', now() - interval '1 hour', 'open')`,
        [app.main.id, filed.id, kind],
      );
    await app.api.get(WatchDeadlines).run();
    const log = await desk.log(id);
    expect(log.map(({ type }) => type).sort()).toEqual(['complaint.silent', 'deadline.missed', 'deadline.missed']);
    const silent = log.find(({ type }) => type === 'complaint.silent');
    expect(JSON.parse(silent?.body ?? '{}')).toMatchObject({
      data: {
        complaintId: filed.id,
        status: 'silent',
        event: { kind: 'deadline-missed', data: { deadline: 'decision' } },
      },
    });
  });
});

describe('an import that is committed', () => {
  it('is told once, with its sums, beside the complaints it made', async () => {
    const { id } = await desk.subscribe(receiver.url, ['import.committed', 'complaint.created']);
    const { http, id: workspaceId } = app.main;
    const { id: importId } = await upload(http, complaintsCsv([aRow()]), { register: true });
    const never = new AbortController().signal;
    await app.api.get(ReadImport).run(workspaceId, importId, never);
    expectStatus(await http.post(`/imports/${importId}/commit`), 202);
    await app.api.get(CommitImport).run(workspaceId, importId, never);
    await desk.work();
    expect(receiver.received.map(typeOf).sort()).toEqual(['complaint.created', 'import.committed']);
    const told = (await desk.log(id)).find(({ type }) => type === 'import.committed');
    expect(JSON.parse(told?.body ?? '{}')).toMatchObject({
      type: 'import.committed',
      data: { importId, rows: 1, accepted: 1, rejected: 0, duplicates: 0, complaints: 1 },
    });
  });
});
