import { Fault } from '#libs/domain';
import type { JobsOptions } from 'bullmq';
import { jobs, queueNames, queues } from './jobs.js';
import type { Handlers, JobName, Jobs, QueueName } from './jobs.js';
import { seldom, silent } from './log.js';
import type { QueueLog } from './log.js';
import { postgresStore } from './postgres-store.js';
import { redisStore } from './redis-store.js';
import { keepSchedules } from './schedule.js';
import type { Schedules } from './schedule.js';
import { answerMs } from './store.js';
import type { QueueHealth, QueueStore } from './store.js';
import { within } from './within.js';
import { startWork } from './work.js';
import type { WorkOptions, Working } from './work.js';

export interface QueueSettings {
  /** unset: jobs are kept in PostgreSQL */
  redisUrl?: string;
  databaseUrl: string;
  /** of the keys in Redis, in braces (`{redress}`) */
  prefix?: string;
  /** of the tables in PostgreSQL (`queue`) */
  schema?: string;
  log?: QueueLog;
}

export interface AddOptions {
  /**
   * Of the job. An id is accepted once: while the job waits or runs, and as long as the finished job is remembered. So an
   * obligation that is queued again on purpose needs a new id. No ":" and not digits alone.
   */
  id?: string;
  /** begin no sooner than this, milliseconds */
  delayMs?: number;
}

/** A job as it comes out of the outbox: its payload is read at the worker's door, not here. */
export interface JobEntry extends AddOptions {
  name: JobName;
  payload: Readonly<Record<string, string>>;
}

export interface JobCounts {
  waiting: number;
  active: number;
  delayed: number;
  completed: number;
  failed: number;
}

/** Every method that asks the store throws Fault `queue-unreachable` when no answer comes within seconds. */
export interface Queues {
  add<N extends JobName>(name: N, payload: Jobs[N], options?: AddOptions): Promise<void>;
  /** Adds all of a queue at once. Repeating a call with the same ids adds nothing. */
  addMany(entries: readonly JobEntry[]): Promise<void>;
  /** Starts doing jobs. */
  work(handlers: Handlers, options?: WorkOptions): Promise<Working>;
  /** Puts the schedules in place and looks after them every `lookMs` (15,000), until `close`. */
  schedule(options?: { lookMs?: number }): Promise<void>;
  counts(): Promise<Record<QueueName, JobCounts>>;
  health(): Promise<QueueHealth>;
  close(): Promise<void>;
}

/** The queues of this process. No connection is waited for here: the first call that needs one does. */
export function openQueues(settings: QueueSettings): Queues {
  const log = seldom(settings.log ?? silent);
  const { redisUrl, databaseUrl, prefix = '{redress}', schema = 'queue' } = settings;
  const store = redisUrl === undefined ? postgresStore(databaseUrl, schema, log) : redisStore(redisUrl, prefix, log);
  const schedules: Schedules[] = [];
  const addMany = async (entries: readonly JobEntry[]): Promise<void> => {
    for (const [queue, own] of byQueue(entries)) await hand(store, queue, own);
  };
  return {
    add: (name, payload, options = {}) => addMany([{ name, payload, ...options }]),
    addMany,
    work: (handlers, options = {}) => startWork(store, log, handlers, options),
    schedule: async ({ lookMs = 15_000 } = {}) => {
      schedules.push(await keepSchedules(store, log, lookMs));
    },
    counts: () => countAll(store),
    health: () => store.health(),
    close: async () => {
      await Promise.all(schedules.map((kept) => kept.stop()));
      await store.close();
    },
  };
}

function byQueue(entries: readonly JobEntry[]): Map<QueueName, JobEntry[]> {
  const groups = new Map<QueueName, JobEntry[]>();
  for (const entry of entries) {
    const { queue } = jobs[entry.name];
    const group = groups.get(queue);
    if (group) group.push(entry);
    else groups.set(queue, [entry]);
  }
  return groups;
}

async function hand(store: QueueStore, name: QueueName, entries: readonly JobEntry[]): Promise<void> {
  const remembered = store.remembered(queues[name].remembered);
  const wanted = entries.map((entry) => ({
    name: entry.name,
    data: entry.payload,
    opts: optionsOf(entry, remembered),
  }));
  const queue = await store.queue(name);
  const [only, ...more] = wanted;
  if (only === undefined) return;
  const added = more.length === 0 ? queue.add(only.name, only.data, only.opts) : queue.addBulk(wanted);
  await within<unknown>(answerMs * 2, `adding ${wanted.length} jobs to ${name}`, added);
}

function optionsOf(
  { name, id, delayMs = 0 }: JobEntry,
  removeOnComplete: { age: number; count?: number },
): JobsOptions {
  const { attempts, backoffMs, dedupe } = jobs[name];
  const options: JobsOptions = { attempts, removeOnComplete, removeOnFail: { age: 7 * 86_400 } };
  if (backoffMs > 0) options.backoff = { type: 'exponential', delay: backoffMs };
  if (delayMs > 0) options.delay = Math.ceil(delayMs);
  if (id !== undefined) options.jobId = checkedId(id);
  else if (dedupe === 'one-at-a-time') options.deduplication = { id: name };
  return options;
}

function checkedId(id: string): string {
  if (id !== '' && !id.includes(':') && !/^\d+$/.test(id)) return id;
  throw new Fault('invalid', 'bad-job-id', `The job id "${id}" can't be used: give it letters and no ":"`);
}

async function countAll(store: QueueStore): Promise<Record<QueueName, JobCounts>> {
  const counted = await Promise.all(queueNames.map(async (name) => [name, await countOf(store, name)] as const));
  return Object.fromEntries(counted) as Record<QueueName, JobCounts>;
}

async function countOf(store: QueueStore, name: QueueName): Promise<JobCounts> {
  const queue = await store.queue(name);
  const found = await within(answerMs, `counting ${name}`, queue.getJobCounts());
  const of = (state: string): number => found[state] ?? 0;
  const [active, delayed, completed, failed] = [of('active'), of('delayed'), of('completed'), of('failed')];
  return { waiting: of('waiting') + of('prioritized'), active, delayed, completed, failed };
}
