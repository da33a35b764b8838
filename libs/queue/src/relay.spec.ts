import { describe, expect, it } from '@jest/globals';
import type { JobEntry } from './backend.js';
import { startRelay } from './relay.js';
import type { OutboxRow, OutboxSource } from './relay.js';
import { anId, memoryOutbox, soon } from './testing.js';

const aRow = (row: Partial<OutboxRow> = {}): OutboxRow => ({
  id: anId(),
  job: 'deliver-attempt',
  payload: { workspaceId: anId(), attemptId: anId() },
  notBefore: null,
  ...row,
});

/** A queue that notes what it is given. */
const ledger = () => {
  const entries: JobEntry[] = [];
  return { entries, addMany: (added: readonly JobEntry[]) => Promise.resolve(void entries.push(...added)) };
};

describe('the relay', () => {
  it('wakes at a signal, long before it would look by itself', async () => {
    const [outbox, queues] = [memoryOutbox(), ledger()];
    const relay = startRelay({ source: outbox, queues, idleMs: 60_000, batch: 10 });
    const row = aRow();
    outbox.add(row);
    await soon(() => queues.entries.length === 1, 500);
    expect(queues.entries).toEqual([{ name: row.job, payload: row.payload, id: row.id, delayMs: 0 }]);
    await relay.stop();
  });

  it('looks by itself where signals get lost', async () => {
    const [outbox, queues] = [memoryOutbox(), ledger()];
    const source: OutboxSource = { take: (limit, hand) => outbox.take(limit, hand) };
    const relay = startRelay({ source, queues, idleMs: 20, batch: 10 });
    outbox.add(aRow());
    await soon(() => queues.entries.length === 1, 500);
    await relay.stop();
  });

  it('hands over more rows than a batch without waiting between', async () => {
    const [outbox, queues] = [memoryOutbox(), ledger()];
    outbox.add(...Array.from({ length: 95 }, () => aRow()));
    const relay = startRelay({ source: outbox, queues, idleMs: 60_000, batch: 10 });
    await soon(() => queues.entries.length === 95, 500);
    await relay.stop();
    expect(outbox.size()).toBe(0);
  });

  it('turns the time of a row into a delay, and a time that is past into none', async () => {
    const [outbox, queues] = [memoryOutbox(), ledger()];
    outbox.add(aRow({ notBefore: new Date(Date.now() + 60_000) }), aRow({ notBefore: new Date(Date.now() - 60_000) }));
    const relay = startRelay({ source: outbox, queues, idleMs: 60_000, batch: 10 });
    await soon(() => queues.entries.length === 2, 500);
    await relay.stop();
    expect(queues.entries[0]?.delayMs).toBeGreaterThan(59_000);
    expect(queues.entries[1]?.delayMs).toBe(0);
  });

  it('drops a row whose job it does not know and goes on', async () => {
    const [outbox, queues] = [memoryOutbox(), ledger()];
    const words: string[] = [];
    const known = aRow();
    outbox.add(aRow({ job: 'fold-napkins' }), known);
    const log = { info: () => undefined, warn: (line: string) => void words.push(line) };
    const relay = startRelay({ source: outbox, queues, idleMs: 60_000, batch: 10, log });
    await soon(() => queues.entries.length === 1, 500);
    await relay.stop();
    expect(queues.entries[0]?.id).toBe(known.id);
    expect(words).toEqual([expect.stringContaining('knows no job named fold-napkins')]);
    expect(outbox.size()).toBe(0);
  });

  it('waits at its end for the batch in hand', async () => {
    const outbox = memoryOutbox();
    outbox.add(aRow());
    let [begun, done] = [false, false];
    const addMany = async (): Promise<void> => {
      begun = true;
      await new Promise((resolve) => setTimeout(resolve, 200));
      done = true;
    };
    const relay = startRelay({ source: outbox, queues: { addMany }, idleMs: 60_000, batch: 10 });
    await soon(() => begun);
    await relay.stop();
    expect([done, outbox.size()]).toEqual([true, 0]);
  });

  it('does not hammer a queue that is down, however many rows come', async () => {
    const outbox = memoryOutbox();
    let tries = 0;
    const addMany = (): Promise<void> => {
      tries += 1;
      return Promise.reject(new Error('down'));
    };
    const relay = startRelay({ source: outbox, queues: { addMany }, idleMs: 1, batch: 10 });
    for (let i = 0; i < 100; i += 1) {
      outbox.add(aRow());
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
    await relay.stop();
    expect(tries).toBe(1);
    expect(outbox.size()).toBe(100);
  });
});
