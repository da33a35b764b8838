import { afterEach, describe, expect, it } from '@jest/globals';
import { freePort } from '../../../test/support/server.js';
import { redisAvailable, redisHow, redisNeeds, startRedis } from '../../../test/support/redis.js';
import type { RedisServer } from '../../../test/support/redis.js';
import { describeIf } from '../../../test/support/require.js';
import { openQueues } from './backend.js';
import type { Queues } from './backend.js';
import { redisWarnings } from './redis-store.js';
import { startRelay } from './relay.js';
import { anId, idle, memoryOutbox, soon } from './testing.js';

const payload = () => ({ workspaceId: anId(), attemptId: anId() });
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
const opened = (settings: Parameters<typeof openQueues>[0]): Queues => {
  const queues = openQueues(settings);
  closing.push(() => queues.close());
  return queues;
};

describe('a queue store nobody runs', () => {
  it.each(['redis', 'postgres'])(
    '%s: refuses in words and in time, and says so in its health',
    async (backend) => {
      const nowhere = `127.0.0.1:${await freePort()}`;
      const databaseUrl = `postgres://nobody@${nowhere}/none`;
      const queues = opened(backend === 'redis' ? { databaseUrl, redisUrl: `redis://${nowhere}` } : { databaseUrl });
      const started = Date.now();
      const unreachable = { kind: 'unavailable', code: 'queue-unreachable' };
      await expect(queues.add('deliver-attempt', payload())).rejects.toMatchObject(unreachable);
      await expect(queues.counts()).rejects.toMatchObject(unreachable);
      await expect(queues.work(idle)).rejects.toThrow();
      expect(await queues.health()).toMatchObject({
        reachable: false,
        warnings: [expect.stringContaining("can't be reached")],
      });
      expect(Date.now() - started).toBeLessThan(25_000);
    },
    40_000,
  );
});

describeIf(
  redisAvailable(),
  redisNeeds,
  redisHow,
)('a Redis that comes and goes', () => {
  const started = async (settings?: Record<string, string>): Promise<RedisServer> => {
    const redis = await startRedis(settings);
    closing.push(() => redis.stop());
    return redis;
  };

  it('is warned about while it would lose jobs', async () => {
    const url = (await started({ 'maxmemory-policy': 'allkeys-lru' })).url;
    const { reachable, warnings } = await opened({ databaseUrl: '', redisUrl: url }).health();
    expect(reachable).toBe(true);
    expect(warnings).toEqual([
      expect.stringContaining('it is allkeys-lru'),
      expect.stringContaining('set appendonly to yes'),
    ]);
  }, 30_000);

  it('is not warned about when it keeps what it is given', async () => {
    const url = (await started({ appendonly: 'yes' })).url;
    expect(await opened({ databaseUrl: '', redisUrl: url }).health()).toEqual({
      backend: 'redis',
      reachable: true,
      warnings: [],
    });
    expect(redisWarnings('')).toEqual([]);
  }, 30_000);

  it('gets its schedules back after it was emptied', async () => {
    const redis = await started();
    const queues = opened({ databaseUrl: '', redisUrl: redis.url });
    const looks: number[] = [];
    const work = await queues.work({ ...idle, 'watch-deadlines': () => Promise.resolve(void looks.push(Date.now())) });
    closing.push(() => work.close());
    await queues.schedule({ lookMs: 500 });
    await soon(() => looks.length > 0);
    await redis.ask('FLUSHALL');
    const before = looks.length;
    await soon(() => looks.length >= before + 2, 12_000);
  }, 30_000);

  it('leaves rows in the outbox while it hangs, and has them once when it is back', async () => {
    const redis = await started();
    const words: string[] = [];
    const log = { info: (line: string) => words.push(line), warn: (line: string) => words.push(line) };
    const queues = opened({ databaseUrl: '', redisUrl: redis.url });
    await queues.counts();
    const outbox = memoryOutbox();
    const relay = startRelay({ source: outbox, queues, idleMs: 100, batch: 10, log });
    closing.push(() => relay.stop());
    process.kill(redis.pid, 'SIGSTOP');
    outbox.add({ id: anId(), job: 'deliver-attempt', payload: payload(), notBefore: null });
    await soon(() => words.some((line) => line.includes('they wait in the outbox')), 20_000);
    expect(outbox.size()).toBe(1);
    process.kill(redis.pid, 'SIGCONT');
    await soon(() => outbox.size() === 0, 20_000);
    expect((await queues.counts()).delivery.waiting).toBe(1);
  }, 60_000);
});
