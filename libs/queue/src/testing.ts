import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#libs/domain';
import type { Id } from '#libs/domain';
import type { Handlers } from './jobs.js';
import type { OutboxRow, OutboxSource } from './relay.js';

export const anId = (): Id => newId(Date.now(), randomBytes(10));

/** Handlers that do nothing. */
export const idle: Handlers = {
  'deliver-attempt': () => Promise.resolve(),
  'read-reply': () => Promise.resolve(),
  'read-import': () => Promise.resolve(),
  'commit-import': () => Promise.resolve(),
  'deliver-webhook': () => Promise.resolve(),
  'observe-listing': () => Promise.resolve(),
  'observe-listings': () => Promise.resolve(),
  'query-status': () => Promise.resolve(),
  'query-statuses': () => Promise.resolve(),
  reconcile: () => Promise.resolve(),
  'judge-filings': () => Promise.resolve(),
  'watch-deadlines': () => Promise.resolve(),
};

/** Waits until the condition holds. @throws after `ms` */
export async function soon(condition: () => boolean | Promise<boolean>, ms = 5000): Promise<void> {
  const deadline = Date.now() + ms;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Still not so after ${ms} ms: ${condition.toString()}`);
    await pause(20);
  }
}

export interface MemoryOutbox extends OutboxSource {
  add(...rows: OutboxRow[]): void;
  size(): number;
  /** the next `count` batches are handed over, then their transaction is lost */
  loseNextCommits(count: number): void;
}

/** An outbox that forgets and fails as a database does. */
export function memoryOutbox(): MemoryOutbox {
  const rows: OutboxRow[] = [];
  const listeners = new Set<() => void>();
  let lost = 0;
  return {
    add: (...added) => {
      rows.push(...added);
      for (const wake of listeners) wake();
    },
    size: () => rows.length,
    loseNextCommits: (count) => {
      lost = count;
    },
    take: async (limit, hand) => {
      const taken = rows.slice(0, limit);
      if (taken.length > 0) await hand(taken);
      if (taken.length > 0 && lost > 0) {
        lost -= 1;
        throw new Error('the connection to the database was lost before the commit');
      }
      rows.splice(0, taken.length);
      return taken.length;
    },
    onNew: (wake) => {
      listeners.add(wake);
      return () => listeners.delete(wake);
    },
  };
}
