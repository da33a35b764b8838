import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { addDays } from '#libs/domain';
import { Obligations } from '#libs/persistence';
import { isJobName } from '#libs/queue';
import { Reconcile, openJobQueues } from '#libs/workflow';
import type { LedgerEntry } from '../../apps/sandbox/src/ledger.js';
import type { RunningWorker } from '../../apps/worker/src/worker.js';
import { startWorker } from '../../apps/worker/src/worker.js';
import { eventually, startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aListing, file, registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import { complaintIn, readComplaint } from './read.js';
import type { AttemptPage, ComplaintPage } from './read.js';

/** Where the jobs of one run are kept, and how to lose them all. */
export interface QueueBackend {
  env: Readonly<Record<string, string>>;
  /** empties the store behind everybody's back; PostgreSQL: null, the test empties the tables of the queue itself */
  empty?: () => Promise<void>;
  stop(): Promise<void>;
}

/** The main job from filing to figures, every part real, on one queue backend. */
export function wholeFlow(name: string, open: () => Promise<QueueBackend>): void {
  describe(`the whole way of a complaint, jobs in ${name}`, () => {
    let backend: QueueBackend;
    let app: TestApp;
    let worker: RunningWorker | null = null;
    let parties: Parties;

    beforeAll(async () => {
      backend = await open();
      app = await startApp({ secondsPerDay: 0.6, env: backend.env });
      parties = await registerParties(app.main.http);
    }, 60_000);

    afterAll(async () => {
      await worker?.close();
      await app.close();
      await backend.stop();
    }, 60_000);

    it('loses nothing when the whole queue is emptied', async () => {
      const filed = await file(app.main.http, parties);
      await handOver(app);
      await (backend.empty ?? (() => emptyTables(app)))();
      expect(await owed(app)).toEqual([]);
      await app.api.get(Reconcile).run(0);
      const [attempt] = (await readComplaint(app.main.http, filed.id)).attempts;
      expect(await owed(app)).toEqual([{ job: 'deliver-attempt', attempt: attempt?.id }]);
      worker = await startWorker(app.settings, pino({ level: 'silent' }));
      await complaintIn(app.main.http, filed.id, ['decided']);
      expect(app.sandbox?.ledger.accepted.filter((entry) => entry.reference === filed.reference)).toHaveLength(1);
    }, 60_000);

    it('files, delivers, is acknowledged, is decided, and is measured', async () => {
      const before = await measured(app);
      const filed = await file(app.main.http, parties, { items: [aListing(), aListing(), aListing()] });
      expect(filed).toMatchObject({ status: 'queued', items: [{ status: 'ready', outcome: 'pending' }, {}, {}] });
      const decided = await complaintIn(app.main.http, filed.id, ['decided']);

      const entry = acceptedOf(app, filed.reference);
      await expectSame(app, decided, entry);

      const kinds = decided.timeline.map((event) => event.kind);
      expect(kinds.slice(0, 2).sort()).toEqual(['created', 'submitted']);
      for (const kind of ['delivered', 'acknowledged', 'decided']) expect(kinds).toContain(kind);
      expect(kinds.indexOf('delivered')).toBeLessThan(kinds.indexOf('acknowledged'));
      const truth = entry.answers.flatMap((answer) => (answer.kind === 'decision' ? answer.truth : []));
      expect(decided.items.map((item) => item.outcome)).toEqual(truth.map((each) => each.outcome));
      for (const item of decided.items) expect(item.decision?.source).toBe('structured');

      const after = await measured(app);
      expect(after.items - before.items).toBe(3);
      expect(after.decided - before.decided).toBe(3);
      expect(after.refused - before.refused).toBe(decided.items.filter((item) => item.outcome === 'refused').length);
    }, 60_000);

    it('shows every message in the dev mailbox', async () => {
      const filed = await file(app.main.http, parties);
      await complaintIn(app.main.http, filed.id, ['filed', 'acknowledged', 'decided']);
      const { data } = expectStatus(
        await app.main.http.get<{ data: { reference: string; text: string; to: string[] }[] }>('/dev-mailbox'),
        200,
      );
      const mails = data.filter((mail) => mail.reference === filed.reference);
      expect(mails).toHaveLength(1);
      expect(mails[0]?.to).toEqual(['notices@sandbox.redress.test']);
      expect(mails[0]?.text).toContain((await readComplaint(app.main.http, filed.id)).items[0]?.url);
    }, 60_000);

    it('tells an incomplete complaint what is missing and by what provision, and stores nothing of it', async () => {
      const count = async (): Promise<unknown> => (await app.sql('select count(*)::int as n from complaint'))[0];
      const before = await count();
      const body = {
        platform: 'sandbox',
        ...{ rightsHolderId: parties.rightsHolderId, rightIds: [parties.rightId] },
        ground: 'trademark-use',
        explanation: '',
        items: [aListing()],
        submit: true,
      };
      const answer = await app.main.http.post<{
        type: string;
        errors: { pointer: string; code: string; hook: string; detail: string }[];
      }>('/complaints', body);
      const problem = expectStatus(answer, 422);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(problem.type).toBe('/problems/complaint-incomplete');
      expect(Object.fromEntries(problem.errors.map((each) => [each.code, each.pointer]))).toEqual({
        explanation: '/explanation',
        'good-faith': '/statements/goodFaith',
        accuracy: '/statements/accuracy',
        authority: '/statements/authority',
        signature: '/signature',
      });
      for (const each of problem.errors) {
        expect(each.hook).toMatch(/^customary: /);
        expect(each.detail.length).toBeGreaterThan(10);
      }
      expect(await count()).toEqual(before);
    }, 30_000);

    it('has every answer of the platform, and leaves the queue empty', async () => {
      await eventually('the platform to have answered everything', () => {
        const answers = app.sandbox?.ledger.accepted.flatMap((entry) => entry.answers) ?? [];
        return Promise.resolve(answers.every(({ state }) => state === 'sent') ? answers : null);
      });
      const counts = await eventually('the queue to drain', async () => {
        const found = await worker?.queues.counts();
        if (found === undefined || (await owed(app)).length > 0) return null;
        const open = [found.delivery, found.answers].map(({ waiting, active }) => waiting + active);
        return open.every((count) => count === 0) ? found : null;
      });
      expect(counts.delivery.failed + counts.answers.failed).toBe(0);
    }, 30_000);
  });
}

/** What the sandbox platform has of this complaint. */
function acceptedOf(app: TestApp, reference: string): LedgerEntry {
  const found = app.sandbox?.ledger.accepted.filter((entry) => entry.reference === reference) ?? [];
  expect(found).toHaveLength(1);
  return found[0] as LedgerEntry;
}

/** What arrived is what was stored, to the byte, and what the proof says. */
async function expectSame(app: TestApp, { attempts, items }: ComplaintPage, entry: LedgerEntry): Promise<void> {
  const [attempt] = attempts as [AttemptPage];
  const { text } = await app.main.http.get(`/documents/${attempt.documentId ?? ''}`);
  expect(entry.sha256).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  const { sha256, messageId } = entry;
  expect(attempt).toMatchObject({ state: 'delivered', tries: 1, possibleRepeat: false, messageId, proof: { sha256 } });
  expect(attempt.proof?.answer).toMatch(/^250/);
  expect(entry.urls).toEqual(items.map((item) => item.url));
}

/** What the relay does, once. */
async function handOver(app: TestApp): Promise<void> {
  const queues = openJobQueues(app.settings);
  try {
    await app.api.get(Obligations).take(100, async (jobs) => {
      await queues.addMany(
        jobs.flatMap(({ id, job, payload }) => (isJobName(job) ? [{ id, name: job, payload }] : [])),
      );
    });
    expect((await queues.counts()).delivery.waiting).toBe(1);
  } finally {
    await queues.close();
  }
}

async function emptyTables(app: TestApp): Promise<void> {
  const tables = await app.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'queue' and tablename ~ 'job'`,
  );
  expect(tables.length).toBeGreaterThan(0);
  await app.sql(`truncate ${tables.map(({ name }) => name).join(', ')} cascade`);
}

const owed = async (app: TestApp): Promise<unknown[]> =>
  app.sql(`select job, payload ->> 'attemptId' as attempt from outbox order by created_at`);

/** Only items delivered at least 30 days before the cut count in a refusal rate. */
const inFortyDays = addDays(new Date(), 40).toISOString();

interface Figure {
  numerator: number;
  denominator: number;
}

async function measured(app: TestApp): Promise<{ items: number; decided: number; refused: number }> {
  const answer = await app.main.http.get<{ items: number; measures: { refusalRate: Figure } }>(
    `/platforms/sandbox/measures?asOf=${inFortyDays}`,
  );
  const { items, measures } = expectStatus(answer, 200);
  return { items, decided: measures.refusalRate.denominator, refused: measures.refusalRate.numerator };
}
