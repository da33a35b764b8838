import { Fault, isId } from '#libs/domain';
import type { FieldFault, Id } from '#libs/domain';

/** How a queue is worked: how many jobs one worker process does at a time, and how long a finished job is remembered. */
export interface QueueDefinition {
  concurrency: number;
  /** a finished job's id is refused again for this long (seconds), and at most for this many jobs */
  remembered: { age: number; count: number };
}

/**
 * A slow platform must not hold up the reading of replies, a large import neither of them, pages of listings none of these, and
 * nothing the housekeeping: each has its own queue. So have the receivers of webhooks: one that never
 * answers holds up no notice.
 */
export const queues = {
  delivery: { concurrency: 20, remembered: { age: 3600, count: 20_000 } },
  answers: { concurrency: 4, remembered: { age: 3600, count: 20_000 } },
  imports: { concurrency: 2, remembered: { age: 3600, count: 1000 } },
  liveness: { concurrency: 3, remembered: { age: 3600, count: 5000 } },
  statuses: { concurrency: 5, remembered: { age: 3600, count: 5000 } },
  webhooks: { concurrency: 20, remembered: { age: 3600, count: 20_000 } },
  housekeeping: { concurrency: 3, remembered: { age: 600, count: 50 } },
} as const satisfies Record<string, QueueDefinition>;
export type QueueName = keyof typeof queues;
export const queueNames = Object.keys(queues) as QueueName[];

export interface JobDefinition<Field extends string = string> {
  queue: QueueName;
  /** the payload: identifiers only. The row they name is the truth, the job is a nudge to look at it */
  fields: readonly Field[];
  /**
   * How often the job is begun before it counts as failed. This covers our own crashes and faults alone: whether a notice
   * is sent again is decided by the attempt's row, which leaves a new outbox row behind.
   */
  attempts: number;
  /** first pause before the next begin, milliseconds; it doubles every time */
  backoffMs: number;
  /** `by-id`: an id is accepted once; `one-at-a-time`: nothing is added while one such job waits or runs */
  dedupe: 'by-id' | 'one-at-a-time';
  /** repeated by the schedule every so many milliseconds */
  everyMs?: number;
}

const job = <const Field extends string = never>(definition: JobDefinition<Field>): JobDefinition<Field> => definition;

/** Every job there is. A new one is a line here, and the handlers no longer compile until somebody does the work. */
export const jobs = {
  'deliver-attempt': job({
    queue: 'delivery',
    fields: ['workspaceId', 'attemptId'],
    attempts: 5,
    backoffMs: 2000,
    dedupe: 'by-id',
  }),
  'read-reply': job({
    queue: 'answers',
    fields: ['workspaceId', 'replyId'],
    attempts: 5,
    backoffMs: 2000,
    dedupe: 'by-id',
  }),
  'read-import': job({
    queue: 'imports',
    fields: ['workspaceId', 'importId'],
    attempts: 5,
    backoffMs: 2000,
    dedupe: 'by-id',
  }),
  'commit-import': job({
    queue: 'imports',
    fields: ['workspaceId', 'importId'],
    attempts: 5,
    backoffMs: 2000,
    dedupe: 'by-id',
  }),
  // begun once: a look that was lost is due again
  'observe-listing': job({
    queue: 'liveness',
    fields: ['workspaceId', 'itemId'],
    attempts: 1,
    backoffMs: 0,
    dedupe: 'by-id',
  }),
  'observe-listings': periodic(15_000),
  'deliver-webhook': job({
    queue: 'webhooks',
    fields: ['workspaceId', 'deliveryId'],
    attempts: 5,
    backoffMs: 2000,
    dedupe: 'by-id',
  }),
  // begun once: a question that was lost is due again
  'query-status': job({
    queue: 'statuses',
    fields: ['workspaceId', 'attemptId'],
    attempts: 1,
    backoffMs: 0,
    dedupe: 'by-id',
  }),
  'query-statuses': periodic(2000),
  reconcile: periodic(30_000),
  'judge-filings': periodic(60_000),
  'watch-deadlines': periodic(2000),
};
export type JobName = keyof typeof jobs;
export const jobNames = Object.keys(jobs) as JobName[];
export const isJobName = (name: string): name is JobName => Object.hasOwn(jobs, name);

/** The payload of each job, by its name. */
export type Jobs = {
  [N in JobName]: (typeof jobs)[N] extends JobDefinition<infer Field> ? Readonly<Record<Field, Id>> : never;
};

export interface JobContext {
  /** aborts when the worker has to end before the job is done; the job will be begun again elsewhere */
  signal: AbortSignal;
  /** 1 for the first begin */
  attempt: number;
}

/** Who does each job. A job may be begun twice (a worker died), so each must be safe to repeat. */
export type Handlers = { [N in JobName]: (payload: Jobs[N], context: JobContext) => Promise<void> };

/** One try: the periodic job that failed comes round again by itself. */
function periodic(everyMs: number): JobDefinition<never> {
  return { queue: 'housekeeping', fields: [], attempts: 1, backoffMs: 0, dedupe: 'one-at-a-time', everyMs };
}

/**
 * Reads a payload at the worker's door. Fields this version does not know are left out: a newer producer may send more.
 * @throws Fault `bad-job-payload` naming each field that is missing or no identifier
 */
export function readPayload<N extends JobName>(name: N, data: unknown): Jobs[N];
export function readPayload(name: JobName, data: unknown): Readonly<Record<string, Id>> {
  const given = new Map(Object.entries(typeof data === 'object' && data !== null ? data : {}));
  const payload: Record<string, Id> = {};
  const faults: FieldFault[] = [];
  for (const field of jobs[name].fields) {
    const value: unknown = given.get(field);
    if (typeof value === 'string' && isId(value)) payload[field] = value;
    else faults.push(notAnId(field, value));
  }
  if (faults.length === 0) return payload;
  const told = faults.map((fault) => fault.detail).join('; ');
  throw new Fault('invalid', 'bad-job-payload', `The job ${name} has a bad payload: ${told}`, faults);
}

const notAnId = (field: string, value: unknown): FieldFault => ({
  pointer: `/${field}`,
  code: value === undefined ? 'missing' : 'not-an-id',
  detail:
    value === undefined
      ? `${field} is missing`
      : `${field} is no identifier (lower-case UUID): ${JSON.stringify(value)}`,
});
