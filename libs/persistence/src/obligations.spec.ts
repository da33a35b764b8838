import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '#libs/domain';
import { anId, openTestDatabase } from './a-database.spec-data.js';
import type { TestDatabase } from './a-database.spec-data.js';
import { Obligations } from './obligations.js';
import type { OwedJob } from './obligations.js';

let db: TestDatabase;
let relay: Obligations;
let other: Obligations;

beforeAll(async () => {
  db = await openTestDatabase();
  [relay, other] = await Promise.all([Obligations.connect({ url: db.url }), Obligations.connect({ url: db.url })]);
}, 60_000);
afterAll(async () => {
  await Promise.all([relay.close(), other.close()]);
  await db.close();
}, 30_000);
afterEach(async () => db.owner('delete from outbox'));

const start = new Date('2026-03-01T00:00:00Z');

/** Owes `count` jobs, in turn for both workspaces, a second apart. */
async function owe(count: number): Promise<string[]> {
  const jobs = Array.from({ length: count }, (_, at) => ({
    workspaceId: at % 2 === 0 ? db.one : db.two,
    id: anId(),
    at: addDays(start, at / 86_400),
  }));
  for (const { at, ...job } of jobs)
    await relay.owe({ ...job, job: 'read-reply', payload: { replyId: job.id }, notBefore: null }, at);
  return jobs.map(({ id }) => id);
}

const left = async (): Promise<string[]> =>
  (await db.owner<{ id: string }>('select id from outbox order by created_at')).map(({ id }) => id);

describe('the outbox', () => {
  it('gives the oldest first, whole, of every workspace, and is rid of them once they are handed over', async () => {
    const ids = await owe(5);
    await db.owner('update outbox set not_before = $1 where id = $2', [addDays(start, 1), ids[1]]);
    const handed: OwedJob[] = [];
    expect(await relay.take(3, async (jobs) => Promise.resolve(void handed.push(...jobs)))).toBe(3);
    expect(handed.map(({ id }) => id).sort()).toEqual(ids.slice(0, 3).sort());
    expect(handed.find(({ id }) => id === ids[1])).toEqual({
      workspaceId: db.two,
      id: ids[1],
      job: 'read-reply',
      payload: { replyId: ids[1] },
      notBefore: addDays(start, 1),
    });
    expect(await left()).toEqual(ids.slice(3));
  });

  it('keeps every row where handing over fails, and while it has not ended', async () => {
    const ids = await owe(3);
    await expect(relay.take(10, async () => Promise.reject(new Error('the queue is away')))).rejects.toThrow(
      'the queue is away',
    );
    expect(await left()).toEqual(ids);
    let ended: () => void = () => undefined;
    const taking = relay.take(10, async () => new Promise((resolve) => (ended = resolve)));
    await pause(100);
    expect(await left()).toEqual(ids);
    ended();
    expect(await taking).toBe(3);
    expect(await left()).toEqual([]);
  });

  it('never gives a row to two takers', async () => {
    const ids = await owe(200);
    const handed: string[] = [];
    const empty = async (source: Obligations): Promise<void> => {
      const hand = async (jobs: OwedJob[]): Promise<void> => {
        await pause(2);
        handed.push(...jobs.map(({ id }) => id));
      };
      while ((await source.take(7, hand)) > 0);
    };
    await Promise.all([empty(relay), empty(other), empty(relay), empty(other)]);
    expect(handed).toHaveLength(200);
    expect([...handed].sort()).toEqual([...ids].sort());
    expect(await left()).toEqual([]);
  });

  it('lets a second taker have what the first does not hold', async () => {
    const ids = await owe(4);
    const second: string[] = [];
    await relay.take(2, async () => {
      await other.take(10, async (jobs) => Promise.resolve(void second.push(...jobs.map(({ id }) => id))));
    });
    expect(second.sort()).toEqual(ids.slice(2).sort());
  });

  it('gives nothing where nothing is owed, and does not call', async () => {
    expect(await relay.take(10, async () => Promise.reject(new Error('called')))).toBe(0);
  });
});
