import { UnrecoverableError } from 'bullmq';
import type { Job, Processor } from 'bullmq';
import { isJobName, jobs, queueNames, queues, readPayload } from './jobs.js';
import type { Handlers, JobContext, JobName, Jobs, QueueName } from './jobs.js';
import { wordsOf } from './log.js';
import type { QueueLog } from './log.js';
import { answerMs } from './store.js';
import type { QueueStore, StoreWorker } from './store.js';
import { within } from './within.js';

export interface WorkOptions {
  /** jobs done at a time, by queue; unset: as the queue's definition says */
  concurrency?: Partial<Record<QueueName, number>>;
  /** a worker that was not heard of for this long lost its jobs, milliseconds (30,000) */
  lockMs?: number;
  /** how often lost jobs are looked for, milliseconds (15,000); a lost job is found by the second look after its lock ran out */
  lookMs?: number;
}

export interface Working {
  /**
   * Takes no new job and waits for those in hand; after `graceMs` (30,000) their signal aborts, and 5 s later they are left to
   * their locks, so that another worker begins them again.
   */
  close(options?: { graceMs?: number }): Promise<void>;
}

/**
 * How often a job may be lost to a dying worker before it counts as failed. A notice is not to blame for an operator's
 * deployment, and the claim on its row keeps it from being sent twice; only a job that kills every worker ends here.
 */
const maxStalledCount = 20;

/** Starts a worker for every queue. Resolves when all have their connection. */
export async function startWork(
  store: QueueStore,
  log: QueueLog,
  handlers: Handlers,
  options: WorkOptions,
): Promise<Working> {
  const workers = queueNames.map((name) => {
    const settings = {
      concurrency: options.concurrency?.[name] ?? queues[name].concurrency,
      lockDuration: options.lockMs ?? 30_000,
      stalledInterval: options.lookMs ?? 15_000,
      maxStalledCount,
    };
    const worker = store.worker(name, doorOf(handlers, log), settings);
    tell(worker, name, log);
    return worker;
  });
  const working = { close: ({ graceMs = 30_000 } = {}) => end(workers, graceMs, log) };
  try {
    await within(answerMs * 2, 'starting the workers', Promise.all(workers.map((worker) => worker.waitUntilReady())));
  } catch (problem) {
    await Promise.all(workers.map((worker) => settles(worker.close(true), answerMs)));
    throw problem;
  }
  return working;
}

/** The worker's door: what comes in is read before it is believed. */
const doorOf =
  (handlers: Handlers, log: QueueLog): Processor<unknown, void> =>
  // BullMQ makes a signal only for a function of three parameters.
  async (job, _token, signal) => {
    const context = { signal: signal ?? new AbortController().signal, attempt: job.attemptsStarted };
    if (isJobName(job.name)) await run(job.name, handlers[job.name], job.data, context);
    else log.warn(`Dropped job ${job.id ?? ''}: this version knows no job named ${job.name}`);
  };

async function run<N extends JobName>(name: N, handle: Handlers[N], data: unknown, context: JobContext): Promise<void> {
  let payload: Jobs[N];
  try {
    payload = readPayload(name, data);
  } catch (problem) {
    throw new UnrecoverableError(wordsOf(problem));
  }
  await handle(payload, context);
}

function tell(worker: StoreWorker, queue: QueueName, log: QueueLog): void {
  worker.on('failed', (job, problem) => {
    log.warn(`Job ${nameOf(job)} failed: ${problem.message}`);
  });
  worker.on('stalled', (id) => {
    log.warn(`Job ${id} of queue ${queue} lost its worker and is begun again`);
  });
  worker.on('error', (problem) => {
    log.warn(`Worker of queue ${queue}: ${wordsOf(problem)}`);
  });
}

function nameOf(job: Job<unknown, void> | undefined): string {
  if (job === undefined) return 'lost while it was done';
  const attempts = isJobName(job.name) ? jobs[job.name].attempts : 1;
  return `${job.name} ${job.id ?? ''} (begin ${job.attemptsMade} of ${attempts})`;
}

async function end(workers: readonly StoreWorker[], graceMs: number, log: QueueLog): Promise<void> {
  const closed = Promise.all(workers.map((worker) => worker.close()));
  if (await settles(closed, graceMs)) return;
  log.warn(`Jobs still run ${graceMs} ms after the worker was asked to end: telling them to stop`);
  for (const worker of workers) worker.cancelAllJobs('the worker is ending');
  if (await settles(closed, answerMs)) return;
  log.warn('Jobs still run: leaving them to another worker');
  await settles(Promise.all(workers.map((worker) => worker.disconnect())), answerMs);
}

const settles = (promise: Promise<unknown>, ms: number): Promise<boolean> =>
  within(ms, 'ending', promise).then(
    () => true,
    () => false,
  );
