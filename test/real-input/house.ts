import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { migrate } from '#libs/persistence';
import { readSettings } from '#libs/settings';
import { Bootstrap } from '#libs/workflow';
import { apiLogger, buildServer } from '../../apps/api/src/server.js';
import { startSandbox } from '../../apps/sandbox/src/sandbox.js';
import type { Sandbox } from '../../apps/sandbox/src/sandbox.js';
import { startWorker } from '../../apps/worker/src/worker.js';
import { startPostgres } from '../support/postgres.js';
import { freePort } from '../support/server.js';

export const EMAIL = 'filing@redress.localhost';
const KEY = 'real-input-key-of-the-tests';

/** The product as it runs: api, worker and sandbox on a database of their own, and a view of the database beside it. */
export interface House {
  api: NestFastifyApplication;
  sandbox: Sandbox;
  /** a request below /api/v1 with the bootstrap key */
  ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer>;
  /** a query past row-level security: the oracle's own look at the database */
  rows<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export interface Answer {
  status: number;
  text: string;
  json(): unknown;
}

export async function openHouse(secondsPerDay: number): Promise<House> {
  const postgres = await startPostgres();
  const url = await postgres.createDatabase();
  await migrate(url);
  const [port, inboundPort, smtpPort] = [await freePort(), await freePort(), await freePort()];
  const settings = readSettings({
    DATABASE_URL: url, PORT: String(port), INBOUND_SMTP_PORT: String(inboundPort), SANDBOX_SMTP_PORT: String(smtpPort), LOG_LEVEL: 'silent',
  });
  const log = apiLogger(settings);
  const api = await buildServer(settings, log);
  await api.listen(port, '127.0.0.1');
  await api.get(Bootstrap).run({ email: EMAIL, password: 'not-used-here', apiKey: KEY });
  const worker = await startWorker(settings, log);
  const sandbox = await startSandbox({
    smtpPort, httpPort: 0, behavioursDir: 'config/sandbox', inboundSmtp: { host: '127.0.0.1', port: inboundPort }, secondsPerDay,
  });
  const database = new Client({ connectionString: url });
  await database.connect();
  return {
    api,
    sandbox,
    ask: async (method, path, body) => ask(`http://127.0.0.1:${port}/api/v1${path}`, method, body),
    rows: async <Row>(sql: string, parameters: readonly unknown[] = []) => (await database.query(sql, [...parameters])).rows as Row[],
    close: async () => {
      await sandbox.close();
      await worker.close();
      await api.close();
      await database.end();
      await postgres.stop();
    },
  };
}

async function ask(url: string, method: 'GET' | 'POST', body?: unknown): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${KEY}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text, json: () => JSON.parse(text) as unknown };
}
