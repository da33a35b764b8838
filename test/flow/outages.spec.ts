import { afterEach, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aListing, file, registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { fakeSmtp } from '../support/fake-smtp.js';
import type { Act, FakeSmtp } from '../support/fake-smtp.js';
import { expectStatus } from '../support/http.js';
import { deliver } from './deliver.js';
import { readComplaint } from './read.js';
import type { ComplaintPage } from './read.js';

interface DeliveryPage {
  channels: { channel: string; state: string; failures: number; code: string; openedAt: string; nextProbeAt: string }[];
  outages: { channel: string; code: string; failures: number; beganAt: string; endedAt: string | null }[];
  waiting: Record<string, number>;
}

const putOff: Act = '451 4.3.0 try again later';

/** The channel is given up for a while after five failures in a row, of whatever notices. */
describe('a platform whose mail server fails every notice', () => {
  let running: { app: TestApp; server: FakeSmtp } | null = null;
  let parties: Parties;

  const begin = async (recipients: Act[]): Promise<TestApp> => {
    const server = await fakeSmtp({ RCPT: recipients });
    const app = await startApp({ env: { SMTP_URL: `smtp://127.0.0.1:${server.port}` } });
    running = { app, server };
    parties = await registerParties(app.main.http);
    return app;
  };

  const filedWith = async (app: TestApp, given: object = {}): Promise<string> =>
    (await file(app.main.http, parties, { items: [aListing()], ...given })).id;

  const fail = async (app: TestApp, times: number): Promise<void> => {
    for (let n = 0; n < times; n += 1) await deliver(app, await filedWith(app));
  };

  const read = async (app: TestApp, slug = 'sandbox'): Promise<DeliveryPage> =>
    expectStatus(await app.main.http.get<DeliveryPage>(`/platforms/${slug}/delivery`), 200);

  const firstOf = ({ attempts }: ComplaintPage): object => {
    const { state, tries, code, waitsFor } = attempts[0] as ComplaintPage['attempts'][number] & { waitsFor: unknown };
    return { state, tries, code, waitsFor };
  };

  const soon = async (app: TestApp): Promise<void> => {
    await app.sql(
      `update delivery.channel_health set next_probe_at = now() - interval '1 second' where state <> 'closed'`,
    );
    await app.sql(`update attempt set next_try_at = now() - interval '1 second' where state = 'queued'`);
  };

  afterEach(async () => {
    await running?.server.close();
    await running?.app.close();
    running = null;
  }, 60_000);

  it('is given up for a while: further notices are put off untried, without a filing error, and the outage is told', async () => {
    const app = await begin(Array<Act>(20).fill(putOff));
    await fail(app, 4);
    expect(await read(app)).toMatchObject({ channels: [{ state: 'closed', failures: 4 }], outages: [] });
    await fail(app, 1);
    const said = running?.server.connections;

    const waiting = await deliver(app, await filedWith(app));
    expect(waiting.status).toBe('queued');
    expect(firstOf(waiting)).toEqual({ state: 'queued', tries: 0, code: null, waitsFor: 'outage' });
    expect(waiting.filingErrors).toEqual([]);
    expect(waiting.timeline.at(-1)).toMatchObject({ kind: 'queued', data: { waitsFor: 'outage' } });
    expect(running?.server.connections).toBe(said);
    const until = waiting.attempts[0]?.nextTryAt ?? '';
    expect(await app.sql('select not_before from outbox where not_before = $1', [until])).toHaveLength(1);

    const { channels, outages, waiting: held } = await read(app);
    expect(channels).toMatchObject([{ channel: 'email', state: 'open', failures: 5, code: 'ER-64' }]);
    expect(outages).toMatchObject([{ channel: 'email', code: 'ER-64', failures: 5, endedAt: null }]);
    expect(outages[0]?.beganAt).toBe(channels[0]?.openedAt);
    expect(held).toEqual({ outage: 1 });
    expect(Date.parse(until)).toBeGreaterThanOrEqual(Date.parse(channels[0]?.nextProbeAt ?? ''));
    expect(await read(app, 'sandbox-code')).toEqual({ paused: null, channels: [], outages: [], waiting: {} });
  }, 60_000);

  it('is tried again with one notice alone, stays given up where that fails, and is filed with again once it answers', async () => {
    const app = await begin(Array<Act>(6).fill(putOff));
    await fail(app, 5);
    const [one, other] = [await filedWith(app), await filedWith(app)];
    await soon(app);
    const probes = await Promise.all([deliver(app, one), deliver(app, other)]);
    expect(
      probes
        .map(firstOf)
        .map((each) => JSON.stringify(each))
        .sort(),
    ).toEqual(
      [
        { state: 'queued', tries: 0, code: null, waitsFor: 'outage' },
        { state: 'queued', tries: 1, code: 'ER-64', waitsFor: null },
      ].map((each) => JSON.stringify(each)),
    );
    expect(await read(app)).toMatchObject({ channels: [{ state: 'open', failures: 6 }], outages: [{ endedAt: null }] });

    await soon(app);
    await Promise.all([deliver(app, one), deliver(app, other)]);
    await soon(app);
    await Promise.all([deliver(app, one), deliver(app, other)]);
    expect(
      (await Promise.all([one, other].map(async (id) => readComplaint(app.main.http, id)))).map(({ status }) => status),
    ).toEqual(['filed', 'filed']);
    const { channels, outages } = await read(app);
    expect(channels).toMatchObject([{ state: 'closed', failures: 0, code: null, openedAt: null, nextProbeAt: null }]);
    expect(outages).toMatchObject([{ failures: 5, endedAt: expect.any(String) }]);
  }, 60_000);

  it('is not given up for what it refuses of single notices, nor for a mail server of ours that fails', async () => {
    const refusals = ['550 5.1.1 no such user', '554 5.7.1 rejected', '554 5.7.1 relay access denied'];
    const app = await begin([...refusals, ...refusals, ...refusals]);
    await fail(app, 9);
    expect((await read(app)).outages).toEqual([]);
    expect((await deliver(app, await filedWith(app))).status).toBe('filed');
  }, 60_000);

  it('is tried a last time when the window of a filing ends, whatever is known of the channel: that try is the proof', async () => {
    const app = await begin(Array<Act>(20).fill(putOff));
    await fail(app, 5);
    const [late] = await app.sql<{ complaint_id: string }>('select complaint_id from attempt order by id limit 1');
    await app.sql(
      `update attempt set started_at = now() - interval '8 days', next_try_at = null where complaint_id = $1`,
      [late?.complaint_id],
    );
    const prevented = await deliver(app, late?.complaint_id ?? '');
    expect([prevented.status, firstOf(prevented)]).toEqual([
      'prevented',
      { state: 'prevented', tries: 2, code: 'ER-64', waitsFor: null },
    ]);
    expect((await read(app)).channels).toMatchObject([{ state: 'open', failures: 6 }]);
  }, 60_000);
});
