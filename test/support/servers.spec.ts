import { existsSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { startPostgres } from './postgres.js';
import { redisAvailable, redisHow, redisNeeds, startRedis } from './redis.js';
import { describeIf } from './require.js';

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the test database', () => {
  const handles: { stop(): Promise<void> }[] = [];
  afterAll(async () => {
    for (const handle of handles) await handle.stop();
  });

  it('is one real server for all who ask, with a database for each', async () => {
    const [one, two] = await Promise.all([startPostgres(), startPostgres()]);
    handles.push(one, two);
    const [first, second] = [await one.createDatabase(), await two.createDatabase()];
    expect(one.url('x')).toBe(two.url('x'));
    await rows(first, 'create table only_here (n int)');
    expect(await rows(second, `select to_regclass('only_here') as t`)).toEqual([{ t: null }]);
    expect(await rows(first, `select current_setting('fsync') as fsync`)).toEqual([{ fsync: 'off' }]);
  }, 60_000);

  it('is rid of the databases of a handle that was stopped', async () => {
    const database = await startPostgres();
    const url = await database.createDatabase();
    await database.stop();
    await expect(rows(url, 'select 1')).rejects.toThrow('does not exist');
  }, 60_000);
});

describeIf(
  redisAvailable(),
  redisNeeds,
  redisHow,
)('the test Redis', () => {
  it('answers, and its process and folder are gone after stop', async () => {
    const redis = await startRedis();
    expect(() => process.kill(redis.pid, 0)).not.toThrow();
    await redis.stop();
    expect(() => process.kill(redis.pid, 0)).toThrow('ESRCH');
    expect(existsSync(`/proc/${redis.pid}`)).toBe(false);
  }, 30_000);
});
