import { afterEach, describe, expect, it } from '@jest/globals';
import type { PlatformPace } from '#libs/domain';
import { eventually, startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aListing, file, registerParties } from '../support/builders.js';
import { fakeSmtp } from '../support/fake-smtp.js';
import type { FakeSmtp } from '../support/fake-smtp.js';
import { aPacedWorker } from './paced-workers.js';
import type { QueueBackend } from './whole-flow.js';

interface AttemptRow {
  state: string;
  tries: number;
  waits_for: string | null;
  next_try_at: Date | null;
  started_at: Date | null;
}

/** The pace a platform asks for, kept by two workers that know nothing of each other but the database. */
export function keepsPace(name: string, open: () => Promise<QueueBackend>): void {
  describe(`the pace of a platform, over two workers, jobs in ${name}`, () => {
    const stops: (() => Promise<void>)[] = [];
    let app: TestApp;
    let server: FakeSmtp;

    const begin = async (pace: PlatformPace, notices: number): Promise<void> => {
      const backend = await open();
      stops.push(async () => backend.stop());
      server = await fakeSmtp({});
      stops.push(async () => server.close());
      app = await startApp({ env: { ...backend.env, SMTP_URL: `smtp://127.0.0.1:${server.port}` } });
      stops.push(async () => app.close());
      const parties = await registerParties(app.main.http);
      for (let n = 0; n < notices; n += 1) await file(app.main.http, parties, { items: [aListing()] });
      for (const worker of await Promise.all([1, 2].map(async () => aPacedWorker(app.settings, pace)))) {
        stops.push(async () => worker.close());
      }
    };

    const attempts = async (): Promise<AttemptRow[]> =>
      app.sql<AttemptRow>(
        'select state, tries, waits_for, next_try_at, started_at from attempt order by next_try_at nulls first',
      );

    const settled = async (delivered: number, waiting: number): Promise<AttemptRow[]> =>
      eventually('every notice to have left or to wait', async () => {
        const rows = await attempts();
        const of = (state: string): number => rows.filter((row) => row.state === state).length;
        const held = rows.filter((row) => row.waits_for === 'pace' && isAhead(row)).length;
        return of('delivered') === delivered && held === waiting ? rows : null;
      });

    afterEach(async () => {
      for (const stop of stops.splice(0).reverse()) await stop();
    }, 60_000);

    it('lets so many out in a minute, and gives the others places of their own after it, without counting a try', async () => {
      await begin({ perMinute: 3 }, 8);
      const rows = await settled(3, 5);
      const waiting = rows.filter(({ state }) => state === 'queued');
      expect(waiting.map(({ tries }) => tries)).toEqual([0, 0, 0, 0, 0]);
      const left = rows.flatMap(({ started_at: at }) => at ?? []).sort((a, b) => a.getTime() - b.getTime());
      const planned = [...left, ...waiting.flatMap(({ next_try_at: at }) => at ?? [])];
      expect(mostWithin(planned, 60_000)).toBe(3);
      expect(server.accepted).toHaveLength(3);

      // Half a minute later nothing has changed; when their minute has come, the next three leave.
      await app.sql(`update delivery.departure set at = at - interval '30 seconds'`);
      await hurry(app);
      await settled(3, 5);
      await app.sql(`update delivery.departure set at = at - interval '35 seconds'`);
      await hurry(app);
      await settled(6, 2);
      expect(server.accepted).toHaveLength(6);
    }, 90_000);

    it('lets so many out in a day', async () => {
      await begin({ perDay: 2 }, 4);
      const rows = await settled(2, 2);
      const dayLater = Math.min(...rows.flatMap(({ started_at: at }) => at?.getTime() ?? [])) + 86_400_000;
      for (const { next_try_at: at } of rows.slice(-2)) expect(at?.getTime()).toBeGreaterThanOrEqual(dayLater);
      expect(server.accepted).toHaveLength(2);
    }, 60_000);

    it('lets so many be on their way at the same time, and all out in the end', async () => {
      await begin({ concurrent: 1 }, 6);
      await settled(6, 0);
      expect(server.accepted).toHaveLength(6);
      expect(await app.sql('select 1 from delivery.departure where under_way_until is not null')).toEqual([]);
      expect(mostAtOnce(await spans(app))).toBe(1);
    }, 60_000);
  });
}

/** It has looked, and knows when to look again. */
const isAhead = ({ next_try_at: at }: AttemptRow): boolean => at !== null && at > new Date();

/** What waits looks at its pace again now, as it would when its time has come. */
async function hurry(app: TestApp): Promise<void> {
  await app.sql(`update attempt set next_try_at = now() where state = 'queued'`);
  await app.sql(
    `insert into outbox (workspace_id, id, job, payload, created_at)
     select workspace_id, gen_random_uuid(), 'deliver-attempt', jsonb_build_object('workspaceId', workspace_id, 'attemptId', id), now()
       from attempt where state = 'queued'`,
  );
}

/** The most of these instants that lie within any span of so many milliseconds. */
const mostWithin = (instants: readonly Date[], ms: number): number =>
  Math.max(...instants.map((from) => instants.filter((at) => at >= from && at.getTime() < from.getTime() + ms).length));

interface Span {
  began: Date;
  ended: Date;
}

const spans = async (app: TestApp): Promise<Span[]> =>
  app.sql<Span>('select started_at as began, finished_at as ended from attempt');

const mostAtOnce = (all: readonly Span[]): number =>
  Math.max(...all.map(({ began }) => all.filter((other) => other.began <= began && other.ended > began).length));
