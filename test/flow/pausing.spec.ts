import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DeliverAttempt, PauseDeliveries } from '#libs/workflow';
import { eventually, startApp } from '../support/app.js';
import type { TestApp, TestWorkspace } from '../support/app.js';
import { aListing, file, registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { fakeSmtp } from '../support/fake-smtp.js';
import type { FakeSmtp, Script } from '../support/fake-smtp.js';
import { expectStatus } from '../support/http.js';
import { attemptOf, deliver } from './deliver.js';
import { readComplaint } from './read.js';
import type { ComplaintPage } from './read.js';

const because = { reason: 'The platform changes its address tonight.' };

describe('a platform that is paused', () => {
  let app: TestApp;
  let server: FakeSmtp;
  let parties: Parties;
  const stops: (() => Promise<void>)[] = [];

  const begin = async (script: Script): Promise<void> => {
    server = await fakeSmtp(script);
    stops.push(async () => server.close());
    app = await startApp({ env: { SMTP_URL: `smtp://127.0.0.1:${server.port}` } });
    stops.push(async () => app.close());
    parties = await registerParties(app.main.http);
  };
  const filed = async (workspace: TestWorkspace = app.main, owners: Parties = parties): Promise<string> =>
    (await file(workspace.http, owners, { items: [aListing()] })).id;
  const pause = async (what = '/platforms/sandbox'): Promise<void> => {
    expectStatus(await app.main.http.post(`${what}/pause`, because), 200);
  };
  const resume = async (what = '/platforms/sandbox'): Promise<void> => {
    expectStatus(await app.main.http.post(`${what}/resume`), 200);
  };
  const stands = ({ status, attempts }: ComplaintPage): unknown[] => {
    const [attempt] = attempts as (ComplaintPage['attempts'][number] & { waitsFor: string | null })[];
    return [status, attempt?.state, attempt?.tries, attempt?.waitsFor];
  };

  beforeEach(() => {
    stops.length = 0;
  });
  afterEach(async () => {
    for (const stop of stops.reverse()) await stop();
  }, 60_000);

  it('gets nothing until it is resumed, then everything that waited; reason and person are shown and logged', async () => {
    await begin({});
    await pause();
    const ids = [await filed(), await filed()];
    for (const id of ids) expect(stands(await deliver(app, id))).toEqual(['queued', 'queued', 0, 'paused']);
    expect(server.connections).toBe(0);
    const page = expectStatus(
      await app.main.http.get<{ paused: unknown; waiting: object }>('/platforms/sandbox/delivery'),
      200,
    );
    expect(page).toMatchObject({
      paused: { ...because, pausedBy: 'bootstrap', allPlatforms: false, everywhere: false },
      waiting: { paused: 2 },
    });

    await app.sql('delete from outbox');
    await resume();
    expect(
      await app.sql(`select payload ->> 'attemptId' as id from outbox where job = 'deliver-attempt' order by id`),
    ).toEqual((await Promise.all(ids.map(async (id) => attemptOf(app, id)))).sort().map((id) => ({ id })));
    for (const id of ids) expect(stands(await deliver(app, id))).toEqual(['filed', 'delivered', 1, null]);
    const log = await app.sql(`select action, data from audit_event where action like 'platform.%' order by at`);
    expect(log).toEqual([
      { action: 'platform.pause', data: { platform: 'sandbox', ...because } },
      { action: 'platform.resume', data: { platform: 'sandbox', attempts: 2 } },
    ]);
    expectStatus(await app.main.http.post('/platforms/sandbox/resume'), 409);
  }, 60_000);

  it('gets no retry either, and a retry that is not due is not hurried by resuming', async () => {
    await begin({ RCPT: ['451 4.3.0 later', '451 4.3.0 later'] });
    const [due, waits] = [await filed(), await filed()];
    for (const id of [due, waits]) await deliver(app, id);
    await pause();
    await app.sql(`update attempt set next_try_at = now() - interval '1 second' where complaint_id = $1`, [due]);
    expect(stands(await deliver(app, due))).toEqual(['queued', 'queued', 1, 'paused']);
    const before = await readComplaint(app.main.http, waits);
    await resume();
    expect((await readComplaint(app.main.http, waits)).attempts).toEqual(before.attempts);
    expect(stands(await deliver(app, due))).toEqual(['filed', 'delivered', 2, null]);
  }, 60_000);

  it('holds back this workspace alone; a pause of everything holds back every platform, one of the installation everybody', async () => {
    await begin({});
    const other = await app.addWorkspace('Other');
    const theirs = await registerParties(other.http);
    const sends = async (workspace: TestWorkspace, owners: Parties): Promise<string> => {
      const id = await filed(workspace, owners);
      const [attempt] = (await readComplaint(workspace.http, id)).attempts;
      await app.api.get(DeliverAttempt).run(workspace.id, attempt?.id ?? '', new AbortController().signal);
      return (await readComplaint(workspace.http, id)).status;
    };
    const both = async (): Promise<string[]> => [await sends(app.main, parties), await sends(other, theirs)];
    await pause();
    expect(await both()).toEqual(['queued', 'filed']);
    await resume();
    await pause('/delivery');
    expect(await both()).toEqual(['queued', 'filed']);
    expect(expectStatus(await other.http.get('/delivery'), 200)).toEqual({ paused: null });
    await resume('/delivery');
    expect(await both()).toEqual(['filed', 'filed']);

    const operator = app.api.get(PauseDeliveries);
    await operator.pauseEverywhere('sandbox', 'maintenance');
    expect(await both()).toEqual(['queued', 'queued']);
    expect(expectStatus(await other.http.get('/platforms/sandbox/delivery'), 200)).toMatchObject({
      paused: { reason: 'maintenance', everywhere: true },
    });
    expectStatus(await other.http.post('/platforms/sandbox/resume'), 409);
    await app.sql('delete from outbox');
    await operator.resumeEverywhere('sandbox');
    expect(await app.sql(`select distinct workspace_id from outbox where job = 'deliver-attempt'`)).toHaveLength(2);
    expect(await both()).toEqual(['filed', 'filed']);
  }, 60_000);

  it('calls back a notice that is on its way while nothing of it can have been accepted: no try is counted, no error recorded', async () => {
    await begin({ RCPT: [{ then: 'silence' }] });
    const id = await filed();
    const sending = deliver(app, id);
    await eventually('the notice to be on its way', async () =>
      (await readComplaint(app.main.http, id)).attempts[0]?.state === 'sending' && server.connections === 1
        ? true
        : null,
    );
    await pause();
    const back = await sending;
    expect(stands(back)).toEqual(['queued', 'queued', 0, 'paused']);
    expect(back.filingErrors).toEqual([]);
    await resume();
    expect(stands(await deliver(app, id))).toEqual(['filed', 'delivered', 1, null]);
    expect(server.accepted).toHaveLength(1);
  }, 60_000);

  it('lets a notice end whose last byte has left: to break off would only leave its outcome unknown', async () => {
    await begin({ dot: [{ then: 'silence' }] });
    const id = await filed();
    const sending = deliver(app, id);
    await eventually('the last byte to have left', () => Promise.resolve(server.dots === 1 ? true : null));
    await pause();
    const pausedAt = new Date();
    const other = await filed();
    expect(stands(await deliver(app, other))).toEqual(['queued', 'queued', 0, 'paused']);
    // Longer than a worker takes to notice the pause: had it broken off, the attempt would be unknown by now.
    await eventually('the worker to have looked for pauses', async () => {
      const [seen] = await app.sql<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where query like '%platform_pause union all%' and query_start > $1`,
        [pausedAt],
      );
      return (seen?.n ?? 0) > 0 ? seen : null;
    });
    expect((await readComplaint(app.main.http, id)).attempts[0]?.state).toBe('sending');
    await server.close();
    expect(stands(await sending)).toEqual(['needs-human', 'unknown', 1, null]);
  }, 60_000);

  it('needs a reason, and a platform that exists', async () => {
    await begin({});
    expectStatus(await app.main.http.post('/platforms/sandbox/pause', { reason: '' }), 400);
    expectStatus(await app.main.http.post('/platforms/nowhere/pause', because), 404);
    expectStatus(await app.main.http.get('/platforms/nowhere/delivery'), 404);
  }, 60_000);
});
