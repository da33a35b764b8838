import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { startPostgresServer } from './postgres-server.js';

export interface TestPostgres {
  /** connection string of a database of this server, for its superuser */
  url(database: string): string;
  /** a new empty database; answers its connection string */
  createDatabase(): Promise<string>;
  /** drops the databases made through this handle; the server itself ends with the test run */
  stop(): Promise<void>;
}

/**
 * The real PostgreSQL of this test run: the first test that asks starts it, every other test file and jest worker of the run
 * shares it, and it ends with the run. Tests stay apart by taking a database of their own.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const url = databaseUrls(await sharedPort());
  const made: string[] = [];
  return {
    url,
    createDatabase: async () => {
      const name = `test_${process.pid}_${Date.now()}_${Math.floor(Math.random() * 1e6)}`;
      await execute(url('postgres'), `create database ${name}`);
      made.push(name);
      return url(name);
    },
    stop: async () => {
      for (const name of made.splice(0)) await execute(url('postgres'), `drop database if exists ${name} with (force)`);
    },
  };
}

/** Connection strings for a server on this port of this machine. */
export const databaseUrls =
  (port: number) =>
  (database: string): string =>
    `postgres://postgres@127.0.0.1:${port}/${database}`;

async function execute(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Jest's own process, which outlives its workers; a worker has a channel to it, the process itself has none. */
const runOf = (): number => (process.send === undefined ? process.pid : process.ppid);

async function sharedPort(): Promise<number> {
  const meeting = join(tmpdir(), `redress-postgres-of-${runOf()}`);
  const note = join(meeting, 'started.json');
  const first = await mkdir(meeting).then(
    () => true,
    () => false,
  );
  if (first) await leaveNote(note, await startNoted(meeting));
  const deadline = Date.now() + 90_000;
  while (!existsSync(note)) {
    if (Date.now() > deadline)
      throw new Error(`Nobody started PostgreSQL in ${meeting}; remove that folder and try again`);
    await pause(50);
  }
  const { port, problem } = JSON.parse(await readFile(note, 'utf8')) as Note;
  if (port === undefined) throw new Error(`PostgreSQL did not start for these tests: ${problem ?? ''}`);
  return port;
}

interface Note {
  port?: number;
  problem?: string;
}

async function startNoted(meeting: string): Promise<Note> {
  try {
    const { port } = await startPostgresServer({ directory: meeting, watch: runOf() });
    return { port };
  } catch (problem) {
    await mkdir(meeting, { recursive: true });
    setTimeout(() => void rm(meeting, { recursive: true, force: true }), 5000).unref();
    return { problem: String(problem) };
  }
}

async function leaveNote(note: string, content: Note): Promise<void> {
  await writeFile(`${note}.new`, JSON.stringify(content));
  await rename(`${note}.new`, note);
}
