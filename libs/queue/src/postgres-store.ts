import { PostgresConnection, PostgresQueueBackend, Queue, Worker, createPostgresBackend } from 'bullmq';
import type { BackendFactory, PostgresConnectionOptions } from 'bullmq';
import type { QueueName } from './jobs.js';
import { wordsOf } from './log.js';
import type { QueueLog } from './log.js';
import { answerMs } from './store.js';
import type { QueueHealth, QueueStore, StoreQueue } from './store.js';
import { unreachable, within } from './within.js';

interface Producers {
  connection: PostgresConnection;
  opened: Map<QueueName, StoreQueue>;
}

/**
 * Jobs in a schema of the database, for installations without Redis. The role needs CREATE on the database once (the schema
 * and its functions are made at the first use) and TEMP always: BullMQ adds many jobs at once through a temporary table.
 * Connections are direct: LISTEN and `search_path` do not survive a pooler in transaction mode.
 */
export function postgresStore(connectionString: string, schema: string, log: QueueLog): QueueStore {
  const address = { connectionString, schema, migrate: true, connectionTimeoutMillis: answerMs };
  let producers: Promise<Producers> | undefined;
  let closed = false;

  // A PostgresConnection that failed once stays failed, so the next caller gets a new one.
  const ready = async (): Promise<Producers> => {
    if (closed) throw unreachable('it was closed');
    producers ??= connect({ ...address, max: 4 }, log);
    const trying = producers;
    try {
      return await within(answerMs * 2, 'connecting to PostgreSQL', trying);
    } catch (problem) {
      if (producers === trying) producers = undefined;
      throw unreachable(wordsOf(problem));
    }
  };

  return {
    queue: async (name) => {
      const { connection, opened } = await ready();
      const queue = opened.get(name) ?? openQueue(name, connection, log);
      opened.set(name, queue);
      return queue;
    },
    worker: (name, process, settings) =>
      new Worker(name, process, { connection: { ...address, max: 3 }, ...settings }, createPostgresBackend),
    // Keeping a number of jobs costs a scan of them at every completion here; an age costs one index look-up.
    remembered: ({ age }) => ({ age }),
    health: () => postgresHealth(ready),
    close: async () => {
      closed = true;
      const standing = await producers?.catch(() => undefined);
      await standing?.connection.close();
    },
  };
}

async function connect(options: PostgresConnectionOptions, log: QueueLog): Promise<Producers> {
  const connection = new PostgresConnection(options);
  connection.on('error', (problem: unknown) => {
    log.warn(`The queue's connection to PostgreSQL: ${wordsOf(problem)}`);
  });
  try {
    await connection.waitUntilReady();
  } catch (problem) {
    await connection.close().catch(() => undefined);
    throw problem;
  }
  return { connection, opened: new Map() };
}

/** All producers of a process lean on one small pool; BullMQ's own factory would open a pool for each queue. */
function openQueue(name: QueueName, connection: PostgresConnection, log: QueueLog): StoreQueue {
  const sharing: BackendFactory<PostgresQueueBackend, PostgresConnectionOptions> = (queue, options) =>
    new PostgresQueueBackend(connection, queue, options, false);
  const queue = new Queue<
    unknown,
    void,
    string,
    unknown,
    void,
    string,
    PostgresQueueBackend,
    PostgresConnectionOptions
  >(name, { connection: connection.pool, streams: { events: { maxLen: 1000 } } }, sharing);
  queue.on('error', (problem) => {
    log.warn(`Queue ${name}: ${wordsOf(problem)}`);
  });
  return queue;
}

async function postgresHealth(ready: () => Promise<Producers>): Promise<QueueHealth> {
  try {
    const { connection } = await ready();
    await within(answerMs, 'PostgreSQL', connection.pool.query('select 1'));
    return { backend: 'postgresql', reachable: true, warnings: [] };
  } catch (problem) {
    return { backend: 'postgresql', reachable: false, warnings: [wordsOf(problem)] };
  }
}
