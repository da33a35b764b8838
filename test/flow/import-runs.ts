import { pino } from 'pino';
import { Reconcile } from '#libs/workflow';
import { startWorker } from '../../apps/worker/src/worker.js';
import { eventually } from '../support/app.js';
import type { TestApp, TestWorkspace } from '../support/app.js';
import { aRight, aRightsHolder } from '../support/builders.js';
import { expectStatus } from '../support/http.js';

/** Reading or committing, as a job does it. */
export interface Run {
  run(workspaceId: string, importId: string, signal: AbortSignal, onProgress?: (rows: number) => void): Promise<void>;
}

/** The rights holder and the right that the rows of `aRow` name. */
export async function registerVelora({ http }: TestWorkspace): Promise<void> {
  const velora = aRightsHolder({ name: 'Velora GmbH' });
  const { id } = expectStatus(await http.post<{ id: string }>('/rights-holders', velora), 201);
  expectStatus(await http.post('/rights', aRight(id, { number: 'DE 307' })), 201);
}

/** Works on an import to its end. @returns the rows done, each time this was told */
export async function inOneGo(run: Run, { id }: TestWorkspace, importId: string): Promise<number[]> {
  const told: number[] = [];
  await run.run(id, importId, new AbortController().signal, (rows) => told.push(rows));
  return told;
}

/** Works on an import as a process does that has to end once some rows are done. @returns rows done; null where none were */
export async function oneStep(run: Run, { id }: TestWorkspace, importId: string): Promise<number | null> {
  const stop = new AbortController();
  let done: number | null = null;
  await run.run(id, importId, stop.signal, (rows) => {
    done = rows;
    stop.abort();
  });
  return done;
}

/** Stops and goes on as often as can be. @returns the rows done at each stop */
export async function stepByStep(run: Run, workspace: TestWorkspace, importId: string): Promise<number[]> {
  const stops: number[] = [];
  for (;;) {
    const done = await oneStep(run, workspace, importId);
    if (done === null || done === stops.at(-1)) return stops;
    stops.push(done);
  }
}

/** Works on an import and dies while it writes to `table`: its transaction is open, and its connection is cut. */
export async function dyingIn(table: string, app: TestApp, work: () => Promise<unknown>): Promise<unknown> {
  await app.sql('begin');
  try {
    await app.sql(`lock table ${table} in share mode`);
    const ended = work().then(
      () => 'it went on',
      (problem: unknown) => problem,
    );
    await eventually(`somebody to write to ${table}`, async () => {
      const [cut] = await app.sql(
        `select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
          where d.datname = current_database() and l.relation = $1::regclass and not l.granted`,
        [table],
      );
      return cut ?? null;
    });
    return await ended;
  } finally {
    await app.sql('rollback');
  }
}

/** Jobs that wait to be handed to the queue, of one import. */
export const owed = async (app: TestApp, importId: string): Promise<string[]> => {
  const jobs = await app.sql<{ job: string }>(`select job from outbox where payload ->> 'importId' = $1`, [importId]);
  return jobs.map(({ job }) => job);
};

/** Loses the jobs of an import as a queue does that is emptied. */
export const loseJobs = async (app: TestApp, importId: string): Promise<unknown> =>
  app.sql(`delete from outbox where payload ->> 'importId' = $1`, [importId]);

/** Looks for work that nobody does any more, as the worker does from time to time. */
export const reconcile = async (app: TestApp, graceSeconds?: number): Promise<void> =>
  app.api.get(Reconcile).run(graceSeconds);

/** With another worker, which is there for as long as `work` takes. */
export async function withWorker<T>(app: TestApp, work: () => Promise<T>): Promise<T> {
  const worker = await startWorker(app.settings, pino({ level: 'silent' }));
  try {
    return await work();
  } finally {
    await worker.close();
  }
}
