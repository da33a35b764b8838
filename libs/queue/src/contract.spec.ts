import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Queue, createPostgresBackend, withBackend } from 'bullmq';
import { startPostgres } from '../../../test/support/postgres.js';
import type { TestPostgres } from '../../../test/support/postgres.js';
import { redisAvailable, redisHow, redisNeeds, startRedis } from '../../../test/support/redis.js';
import type { RedisServer } from '../../../test/support/redis.js';
import { describeIf } from '../../../test/support/require.js';
import { openQueues } from './backend.js';
import type { QueueSettings, Queues } from './backend.js';
import { jobs } from './jobs.js';
import type { Handlers } from './jobs.js';
import { startRelay } from './relay.js';
import type { OutboxRow } from './relay.js';
import type { WorkOptions, Working } from './work.js';
import { anId, idle, memoryOutbox, soon } from './testing.js';

/** One backend under test: where its jobs are, and how to speak to BullMQ behind our back. */
interface Bench {
  settings: QueueSettings;
  /** adds a job past our own checks */
  smuggle(name: string, data: unknown): Promise<void>;
  /** a program that takes one job of the queue `delivery`, says so, and never ends it */
  hangingWorker(): string;
}

/** @param open gives an empty store for each test */
const holdsTo = (open: (test: number) => Promise<Bench>): void => {
  const words: string[] = [];
  const closing: (() => Promise<void>)[] = [];
  let bench: Bench;
  let tests = 0;
  beforeEach(async () => {
    tests += 1;
    bench = await open(tests);
  }, 60_000);
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    words.length = 0;
  });

  const log = { info: (message: string) => words.push(message), warn: (message: string) => words.push(message) };
  const opened = (): Queues => {
    const queues = openQueues({ ...bench.settings, log });
    closing.push(() => queues.close());
    return queues;
  };
  const working = async (queues: Queues, handlers: Partial<Handlers>, options: WorkOptions = {}): Promise<Working> => {
    const work = await queues.work({ ...idle, ...handlers }, options);
    closing.push(() => work.close({ graceMs: 2000 }));
    return work;
  };

  it('does an added job once, with its payload and a first begin', async () => {
    const done: unknown[] = [];
    const queues = opened();
    await working(queues, {
      'deliver-attempt': (payload, { attempt }) => {
        done.push({ ...payload, attempt });
        return Promise.resolve();
      },
    });
    const payload = { workspaceId: anId(), attemptId: anId() };
    await queues.add('deliver-attempt', payload);
    await soon(() => done.length > 0);
    expect(done).toEqual([{ ...payload, attempt: 1 }]);
    await soon(async () => (await queues.counts()).delivery.completed > 0);
  });

  it('does two jobs with the same id once, also after the first is done and in one batch', async () => {
    const done: string[] = [];
    const queues = opened();
    await working(queues, { 'read-reply': ({ replyId }) => Promise.resolve(void done.push(replyId)) });
    const [first, last] = [anId(), anId()];
    const entry = { name: 'read-reply' as const, payload: { workspaceId: anId(), replyId: first }, id: anId() };
    await queues.addMany([entry, entry]);
    await soon(() => done.length > 0);
    await queues.addMany([entry]);
    await queues.add('read-reply', { workspaceId: anId(), replyId: last }, { id: anId() });
    await soon(() => done.includes(last));
    expect(done).toEqual([first, last]);
  });

  it('keeps one periodic job at a time', async () => {
    const queues = opened();
    await queues.add('reconcile', {}, { delayMs: 60_000 });
    await queues.add('reconcile', {});
    await queues.add('reconcile', {});
    const { waiting, delayed } = (await queues.counts()).housekeeping;
    expect(waiting + delayed).toBe(1);
  });

  it('begins a delayed job no sooner than asked, and one without delay before it', async () => {
    const begun: { id: string; after: number }[] = [];
    const queues = opened();
    const [late, now] = [anId(), anId()];
    const started = Date.now();
    await working(queues, {
      'deliver-attempt': ({ attemptId }) =>
        Promise.resolve(void begun.push({ id: attemptId, after: Date.now() - started })),
    });
    const payload = (attemptId: string) => ({
      name: 'deliver-attempt' as const,
      payload: { workspaceId: anId(), attemptId },
    });
    await queues.addMany([{ ...payload(late), delayMs: 700 }, payload(now)]);
    await soon(() => begun.length === 2);
    expect(begun.map(({ id }) => id)).toEqual([now, late]);
    expect(begun[1]?.after).toBeGreaterThanOrEqual(700);
    expect(begun[1]?.after).toBeLessThan(3000);
  });

  it('begins a failing job again after growing pauses and then counts it as failed', async () => {
    const begun: number[] = [];
    const definition = jobs['deliver-attempt'];
    const before = { attempts: definition.attempts, backoffMs: definition.backoffMs };
    Object.assign(definition, { attempts: 3, backoffMs: 100 });
    const queues = opened();
    await working(queues, {
      'deliver-attempt': () => {
        begun.push(Date.now());
        return Promise.reject(new Error('the disk is full'));
      },
    });
    await queues.add('deliver-attempt', { workspaceId: anId(), attemptId: anId() });
    Object.assign(definition, before);
    await soon(async () => (await queues.counts()).delivery.failed > 0);
    const pauses = begun.slice(1).map((at, i) => at - (begun[i] ?? 0));
    expect(pauses).toHaveLength(2);
    expect(pauses[0]).toBeGreaterThanOrEqual(100);
    expect(pauses[1]).toBeGreaterThanOrEqual(200);
    await soon(() => words.filter((line) => line.includes('the disk is full')).length === 3);
  });

  it('drops a job this version does not know, and says so', async () => {
    const queues = opened();
    await working(queues, {});
    await bench.smuggle('fold-napkins', {});
    await soon(async () => (await queues.counts()).delivery.completed > 0);
    expect(words.join('\n')).toContain('knows no job named fold-napkins');
  });

  it('fails a known job with a bad payload at once, naming the field', async () => {
    const done: unknown[] = [];
    const queues = opened();
    await working(queues, { 'deliver-attempt': (payload) => Promise.resolve(void done.push(payload)) });
    await bench.smuggle('deliver-attempt', { workspaceId: anId() });
    await soon(async () => (await queues.counts()).delivery.failed > 0);
    await soon(() => words.some((line) => line.includes('attemptId is missing')));
    expect(done).toEqual([]);
  });

  it('refuses a job id that BullMQ would misread', async () => {
    const payload = { workspaceId: anId(), attemptId: anId() };
    await expect(opened().add('deliver-attempt', payload, { id: 'a:b' })).rejects.toMatchObject({ code: 'bad-job-id' });
    await expect(opened().add('deliver-attempt', payload, { id: '42' })).rejects.toMatchObject({ code: 'bad-job-id' });
  });

  it('fires schedules again and again, and once for two who schedule', async () => {
    const looks: number[] = [];
    const [queues, others] = [opened(), opened()];
    await working(queues, { 'watch-deadlines': () => Promise.resolve(void looks.push(Date.now())) });
    await queues.schedule();
    await others.schedule();
    const started = Date.now();
    await soon(() => looks.length >= 3, 12_000);
    expect(Date.now() - started).toBeGreaterThan(1500);
  }, 25_000);

  it('waits at its end for the job in hand and takes no other', async () => {
    const told: string[] = [];
    const queues = opened();
    const work = await working(
      queues,
      {
        'read-reply': async ({ replyId }) => {
          told.push(`begun ${replyId}`);
          await new Promise((resolve) => setTimeout(resolve, 500));
          told.push(`done ${replyId}`);
        },
      },
      { concurrency: { answers: 1 } },
    );
    const [first, second] = [anId(), anId()];
    await queues.add('read-reply', { workspaceId: anId(), replyId: first });
    await queues.add('read-reply', { workspaceId: anId(), replyId: second });
    await soon(() => told.length > 0);
    await work.close();
    expect(told).toEqual([`begun ${first}`, `done ${first}`]);
    expect((await queues.counts()).answers.waiting).toBe(1);
    await working(queues, { 'read-reply': ({ replyId }) => Promise.resolve(void told.push(`begun ${replyId}`)) });
    await soon(() => told.includes(`begun ${second}`));
  });

  it('tells a job that outlasts the grace to stop', async () => {
    const told: string[] = [];
    const queues = opened();
    const work = await working(queues, {
      'deliver-attempt': (_payload, { signal }) =>
        new Promise((_, reject) => {
          told.push('begun');
          signal.addEventListener('abort', () => {
            told.push('stopped');
            reject(new Error('stopped'));
          });
        }),
    });
    await queues.add('deliver-attempt', { workspaceId: anId(), attemptId: anId() });
    await soon(() => told.includes('begun'));
    await work.close({ graceMs: 200 });
    expect(told).toEqual(['begun', 'stopped']);
  });

  it('begins the job of a worker that was killed again, within a bounded time', async () => {
    const queues = opened();
    const payload = { workspaceId: anId(), attemptId: anId() };
    const program = spawn(process.execPath, ['--input-type=module', '-e', bench.hangingWorker()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await queues.add('deliver-attempt', payload, { id: anId() });
    const [said] = (await once(program.stdout, 'data')) as [Buffer];
    expect(said.toString()).toContain('deliver-attempt');
    program.kill('SIGKILL');
    await once(program, 'exit');
    const begun: unknown[] = [];
    const started = Date.now();
    const note: Handlers['deliver-attempt'] = (got) => Promise.resolve(void begun.push(got));
    await working(queues, { 'deliver-attempt': note }, { lockMs: 1000, lookMs: 500 });
    await soon(() => begun.some((got) => JSON.stringify(got) === JSON.stringify(payload)), 10_000);
    expect(Date.now() - started).toBeLessThan(5000);
    expect(words.join('\n')).toContain('lost its worker');
  }, 30_000);

  it('relays every row once, although the relay dies between handing over and its commit', async () => {
    const queues = opened();
    const done: string[] = [];
    await working(queues, { 'deliver-attempt': ({ attemptId }) => Promise.resolve(void done.push(attemptId)) });
    const rows = Array.from({ length: 25 }, (): OutboxRow => {
      const attemptId = anId();
      return { id: attemptId, job: 'deliver-attempt', payload: { workspaceId: anId(), attemptId }, notBefore: null };
    });
    const outbox = memoryOutbox();
    outbox.loseNextCommits(2);
    outbox.add(...rows);
    const relay = startRelay({ source: outbox, queues, idleMs: 50, batch: 10, log });
    closing.push(() => relay.stop());
    await soon(() => done.length >= 25);
    await soon(() => outbox.size() === 0);
    expect([...done].sort()).toEqual(rows.map((row) => row.id).sort());
    expect(words.join('\n')).toContain('they wait in the outbox');
    expect(words.join('\n')).toContain('hands over jobs again, after 2 failures');
  }, 15_000);

  it('is healthy', async () => {
    expect(await opened().health()).toMatchObject({ reachable: true });
  });
};

describe('queues in PostgreSQL', () => {
  let server: TestPostgres;
  let databaseUrl: string;
  beforeAll(async () => {
    server = await startPostgres();
    databaseUrl = await server.createDatabase();
  }, 60_000);
  afterAll(() => server.stop());

  holdsTo((test) => {
    const schema = `queue_${test}`;
    const connection = { connectionString: databaseUrl, schema, migrate: true, max: 1 };
    return Promise.resolve({
      settings: { databaseUrl, schema },
      smuggle: async (name, data) => {
        const queue = new (withBackend(createPostgresBackend).Queue)('delivery', { connection });
        await queue.add(name, data);
        await queue.close();
      },
      hangingWorker: () => `
        import { Worker, createPostgresBackend } from 'bullmq';
        new Worker('delivery', (job) => { console.log(job.name); return new Promise(() => {}); },
          { connection: ${JSON.stringify(connection)}, lockDuration: 1000, stalledInterval: 500 }, createPostgresBackend);`,
    });
  });
});

describeIf(
  redisAvailable(),
  redisNeeds,
  redisHow,
)('queues in Redis', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  }, 60_000);
  afterAll(() => server.stop());

  holdsTo((test) => {
    const prefix = `{test-${test}}`;
    const options = { connection: { host: '127.0.0.1', port: server.port }, prefix };
    return Promise.resolve({
      settings: { databaseUrl: 'postgres://nobody@127.0.0.1:1/unused', redisUrl: server.url, prefix },
      smuggle: async (name, data) => {
        const queue = new Queue('delivery', options);
        await queue.add(name, data);
        await queue.close();
      },
      hangingWorker: () => `
        import { Worker } from 'bullmq';
        new Worker('delivery', (job) => { console.log(job.name); return new Promise(() => {}); },
          { ...${JSON.stringify(options)}, lockDuration: 1000, stalledInterval: 500 });`,
    });
  });
});
