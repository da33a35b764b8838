import { isJobName } from './jobs.js';
import type { JobEntry, Queues } from './backend.js';
import { silent, wordsOf } from './log.js';
import type { QueueLog } from './log.js';

/** What one transaction left behind for the queue. */
export interface OutboxRow {
  id: string;
  job: string;
  payload: Readonly<Record<string, string>>;
  notBefore: Date | null;
}

/** The outbox table, as persistence offers it. */
export interface OutboxSource {
  /**
   * Locks up to `limit` rows that nobody else holds, hands them over, and removes them once `hand` resolved; where it
   * rejects they stay. Answers how many there were.
   */
  take(limit: number, hand: (rows: OutboxRow[]) => Promise<void>): Promise<number>;
  /** Calls `wake` when rows were added; answers how to stop listening. */
  onNew?(wake: () => void): () => void;
}

export interface RelayOptions {
  source: OutboxSource;
  queues: Pick<Queues, 'addMany'>;
  /** how long to wait for a signal before looking all the same, milliseconds */
  idleMs: number;
  /** rows taken at once */
  batch: number;
  log?: QueueLog;
}

export interface Relay {
  /** Takes no further rows and waits for the batch in hand. */
  stop(): Promise<void>;
}

const longestPauseMs = 30_000;

/**
 * Moves rows from the outbox to the queue until stopped. The row's id becomes the job's id, so a batch that is handed over
 * again, because the relay died between the queue's answer and its own commit, makes no second job.
 */
export function startRelay({ source, queues, idleMs, batch, log = silent }: RelayOptions): Relay {
  const bell = newBell();
  const deaf = source.onNew?.(bell.ring);
  let stopped = false;
  let failures = 0;

  const round = async (): Promise<number> => {
    try {
      const taken = await source.take(batch, (rows) => queues.addMany(rows.flatMap((row) => entryOf(row, log))));
      if (failures > 0) log.info(`The relay hands over jobs again, after ${failures} failures`);
      failures = 0;
      return taken === batch ? 0 : idleMs;
    } catch (problem) {
      failures += 1;
      const pauseMs = Math.min(longestPauseMs, 250 * 2 ** Math.min(failures, 10));
      log.warn(
        `The relay can't hand over jobs, next try in ${pauseMs} ms; they wait in the outbox: ${wordsOf(problem)}`,
      );
      return pauseMs;
    }
  };
  const run = async (): Promise<void> => {
    while (!isStopped()) {
      const pauseMs = await round();
      if (pauseMs > 0) await bell.wait(pauseMs, failures > 0);
    }
  };
  const isStopped = (): boolean => stopped;
  const running = run();
  return {
    stop: async () => {
      stopped = true;
      deaf?.();
      bell.close();
      await running;
    },
  };
}

function entryOf({ id, job, payload, notBefore }: OutboxRow, log: QueueLog): JobEntry[] {
  if (isJobName(job))
    return [{ name: job, payload, id, delayMs: notBefore ? Math.max(0, notBefore.getTime() - Date.now()) : 0 }];
  log.warn(`Dropped outbox row ${id}: this version knows no job named ${job}`);
  return [];
}

interface Bell {
  ring: () => void;
  close: () => void;
  /** resolves after `ms` or at a ring, also one heard since the last wait; `deaf`: only after `ms` or at the close */
  wait(ms: number, deaf: boolean): Promise<void>;
}

function newBell(): Bell {
  let rung = false;
  let closed = false;
  let wake: ((why: 'ring' | 'close') => void) | undefined;
  return {
    ring: () => {
      rung = true;
      wake?.('ring');
    },
    close: () => {
      closed = true;
      wake?.('close');
    },
    wait: async (ms, deaf) => {
      if (!closed && (deaf || !rung)) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = (why) => {
            if (why === 'ring' && deaf) return;
            clearTimeout(timer);
            resolve();
          };
        });
      }
      wake = undefined;
      rung = false;
    },
  };
}
