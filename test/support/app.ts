import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client as PgClient } from 'pg';
import { pino } from 'pino';
import type { Id } from '#libs/domain';
import { migrate } from '#libs/persistence';
import { projectRoot, readSettings } from '#libs/settings';
import type { Settings } from '#libs/settings';
import { ApiKeys, Bootstrap } from '#libs/workflow';
import type { Scope } from '#libs/workflow';
import { buildServer } from '../../apps/api/src/server.js';
import { startSandbox } from '../../apps/sandbox/src/sandbox.js';
import type { Sandbox } from '../../apps/sandbox/src/sandbox.js';
import { startWorker } from '../../apps/worker/src/worker.js';
import type { RunningWorker } from '../../apps/worker/src/worker.js';
import { bearer, client } from './http.js';
import type { Client } from './http.js';
import { startPostgres } from './postgres.js';
import { freePort } from './server.js';

export interface AppOptions {
  /** starts the worker, with its inbound mail server */
  worker?: boolean;
  /** starts the simulated platforms; a day of theirs lasts this many seconds */
  secondsPerDay?: number;
  /** further settings, e.g. `SMTP_URL`; they win */
  env?: Readonly<Record<string, string>>;
}

/** A workspace with a key that may do everything in it. */
export interface TestWorkspace {
  id: Id;
  slug: string;
  key: string;
  http: Client;
}

export interface TestApp {
  /** where the API listens */
  url: string;
  settings: Settings;
  api: NestFastifyApplication;
  worker: RunningWorker | null;
  sandbox: Sandbox | null;
  /** workspace `main`, with the bootstrap key */
  main: TestWorkspace;
  administrator: { email: string; password: string };
  /** a further workspace, of which the administrator is a member */
  addWorkspace(name: string): Promise<TestWorkspace>;
  addKey(workspaceId: Id, scopes: readonly Scope[]): Promise<string>;
  /** rows as the database's owner sees them: of all workspaces */
  sql<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

const administrator = { email: 'admin@redress.example', password: 'correct-horse-battery' };
const bootstrapKey = 'test-key-0123456789abcdef';

/**
 * The whole product in this process, on a fresh database: api, and on request worker and sandbox. Nothing it started is
 * left after `close`, whatever failed in between.
 */
export async function startApp(options: AppOptions = {}): Promise<TestApp> {
  const cleanup: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const step of cleanup.splice(0).reverse()) await step();
  };
  try {
    return await start(options, cleanup, close);
  } catch (problem) {
    await close();
    throw problem;
  }
}

type Cleanup = (() => Promise<void>)[];

async function start(options: AppOptions, cleanup: Cleanup, close: () => Promise<void>): Promise<TestApp> {
  const postgres = await startPostgres();
  cleanup.push(async () => postgres.stop());
  const databaseUrl = await postgres.createDatabase();
  await migrate(databaseUrl);
  const [port, inboundPort] = [await freePort(), await freePort()];
  const sandbox = options.secondsPerDay === undefined ? null : await openSandbox(options.secondsPerDay, inboundPort);
  if (sandbox !== null) cleanup.push(async () => sandbox.close());
  const dataDir = await mkdtemp(join(tmpdir(), 'redress-data-'));
  cleanup.push(async () => rm(dataDir, { recursive: true, force: true }));
  const settings = settingsFor({
    databaseUrl,
    dataDir,
    port,
    inboundPort,
    sandboxPort: sandbox?.smtpPort ?? (await freePort()),
    sandboxWebPort: sandbox?.httpPort ?? (await freePort()),
    env: options.env ?? {},
  });
  const owner = new PgClient({ connectionString: databaseUrl });
  await owner.connect();
  cleanup.push(async () => owner.end());
  const api = await buildServer(settings, pino({ level: settings.LOG_LEVEL }));
  cleanup.push(async () => api.close());
  await api.get(Bootstrap).run({ ...administrator, apiKey: bootstrapKey });
  await api.listen(settings.PORT, settings.HOST);
  const worker = options.worker === true ? await startWorker(settings, pino({ level: settings.LOG_LEVEL })) : null;
  if (worker !== null) cleanup.push(async () => worker.close());
  const workspaces = workspacesOf(api, settings.REDRESS_PUBLIC_URL);
  return {
    url: settings.REDRESS_PUBLIC_URL,
    settings,
    api,
    worker,
    sandbox,
    administrator,
    ...workspaces,
    main: await workspaces.main(),
    sql: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await owner.query(sql, [...parameters])).rows as Row[],
    close,
  };
}

const openSandbox = async (secondsPerDay: number, inboundPort: number): Promise<Sandbox> =>
  startSandbox({
    smtpPort: 0,
    httpPort: 0,
    behavioursDir: join(projectRoot(), 'config', 'sandbox'),
    inboundSmtp: { host: '127.0.0.1', port: inboundPort },
    secondsPerDay,
  });

interface Ports {
  databaseUrl: string;
  /** where evidence files and imports lie */
  dataDir: string;
  port: number;
  inboundPort: number;
  sandboxPort: number;
  sandboxWebPort: number;
  env: Readonly<Record<string, string>>;
}

const settingsFor = ({ databaseUrl, dataDir, port, inboundPort, sandboxPort, sandboxWebPort, env }: Ports): Settings =>
  readSettings({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    REDRESS_DATA_DIR: dataDir,
    PORT: String(port),
    INBOUND_SMTP_PORT: String(inboundPort),
    SANDBOX_SMTP_PORT: String(sandboxPort),
    SANDBOX_HTTP_PORT: String(sandboxWebPort),
    REDRESS_SECRET: 'a-secret-of-the-tests-and-of-nothing-else',
    REDRESS_MAIL_DOMAIN: 'replies.redress.example',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    ...env,
  });

type Workspaces = Pick<TestApp, 'addKey' | 'addWorkspace'> & { main(): Promise<TestWorkspace> };

function workspacesOf(api: NestFastifyApplication, url: string): Workspaces {
  const addKey: TestApp['addKey'] = async (workspaceId, scopes) =>
    api.get(ApiKeys).create(workspaceId, { name: 'test', scopes });
  const workspace = ({ id, slug }: { id: Id; slug: string }, key: string): TestWorkspace => ({
    id,
    slug,
    key,
    http: client(url, bearer(key)),
  });
  const bootstrap = api.get(Bootstrap);
  return {
    addKey,
    main: async () =>
      workspace(await bootstrap.workspace({ name: 'Main', slug: 'main', simulated: false }), bootstrapKey),
    addWorkspace: async (name) => {
      const made = await bootstrap.createWorkspace(name);
      await bootstrap.join(made, (await bootstrap.run(administrator)).person);
      return workspace(made, await addKey(made.id, ['*']));
    },
  };
}

/** Asks until the answer is not null. @throws after `ms`, saying what was waited for and what was seen last */
export async function eventually<T>(what: string, ask: () => Promise<T | null>, ms = 20_000): Promise<T> {
  const deadline = Date.now() + ms;
  for (;;) {
    const found = await ask();
    if (found !== null) return found;
    if (Date.now() > deadline) throw new Error(`Waited ${ms} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
