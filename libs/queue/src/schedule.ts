import { jobNames, jobs } from './jobs.js';
import type { JobName } from './jobs.js';
import { wordsOf } from './log.js';
import type { QueueLog } from './log.js';
import { answerMs } from './store.js';
import type { QueueStore } from './store.js';
import { within } from './within.js';

export interface Schedules {
  stop(): Promise<void>;
}

/** How much later than due the next run of a schedule may be before the chain counts as broken, milliseconds. */
const brokenAfterMs = 30_000;

/**
 * Puts the schedules of all periodic jobs in place and keeps them there: a store that was emptied has none, and with them
 * would go the job that queues everything else again.
 */
export async function keepSchedules(store: QueueStore, log: QueueLog, lookMs: number): Promise<Schedules> {
  await putInPlace(store);
  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking
      .then(() => putInPlace(store))
      .catch((problem: unknown) => {
        log.warn(`The schedules can't be looked after: ${wordsOf(problem)}`);
      });
  }, lookMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}

async function putInPlace(store: QueueStore): Promise<void> {
  for (const name of jobNames) await place(store, name);
}

async function place(store: QueueStore, name: JobName): Promise<void> {
  const { everyMs, queue: queueName, attempts } = jobs[name];
  if (everyMs === undefined) return;
  const queue = await store.queue(queueName);
  const standing = await within(answerMs, `reading schedule ${name}`, queue.getJobScheduler(name));
  const inTime = standing?.next !== undefined && standing.next > Date.now() - everyMs - brokenAfterMs;
  // A schedule that stands is left alone: to put it again starts its wait anew.
  if (standing?.every === everyMs && inTime) return;
  const opts = { attempts, removeOnComplete: { age: 60 }, removeOnFail: { age: 86_400 } };
  await within(
    answerMs,
    `schedule ${name}`,
    queue.upsertJobScheduler(name, { every: everyMs }, { name, data: {}, opts }),
  );
}
