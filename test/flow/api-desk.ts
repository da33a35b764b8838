import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { projectRoot } from '#libs/settings';
import type { ApiBehaviour } from '#libs/simulation';
import { startSandbox } from '../../apps/sandbox/src/sandbox.js';
import type { Sandbox } from '../../apps/sandbox/src/sandbox.js';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aListing, file, registerParties } from '../support/builders.js';
import type { Filed } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Client } from '../support/http.js';

export const CLIENT_SECRET = 'api-secret';
export const ACCOUNT = '/platforms/sandbox-api/account';
export const anAccount = { name: 'Velora at Interlink', secrets: { clientId: 'velora', clientSecret: CLIENT_SECRET } };

/** The product beside a simulated interface that fails as a test says; without a word, never. */
export interface ApiDesk {
  app: TestApp;
  sandbox: Sandbox;
  close: () => Promise<void>;
}

export async function openApiDesk(
  options: { api?: Omit<ApiBehaviour, 'failures'> & { failures: Record<string, number> }; worker?: boolean } = {},
): Promise<ApiDesk> {
  const behavioursDir = await mkdtemp(join(tmpdir(), 'redress-behaviour-'));
  const shipped = parse(await readFile(join(projectRoot(), 'config/sandbox/sandbox-api.yaml'), 'utf8')) as object;
  const behaviour = { ...shipped, api: options.api ?? { fails: 0, failures: {}, passes: 1 } };
  await writeFile(join(behavioursDir, 'sandbox-api.yaml'), stringify(behaviour));
  const inboundSmtp = { host: '127.0.0.1', port: 1 };
  const sandbox = await startSandbox({ smtpPort: 0, httpPort: 0, behavioursDir, inboundSmtp, secondsPerDay: 0.1 });
  const app = await startApp({
    worker: options.worker ?? true,
    env: { SANDBOX_HTTP_PORT: String(sandbox.httpPort) },
  });
  const close = async (): Promise<void> => {
    await app.close();
    await sandbox.close();
    await rm(behavioursDir, { recursive: true, force: true });
  };
  return { app, sandbox, close };
}

export const enterAccount = async (http: Client): Promise<void> => {
  expectStatus(await http.put(ACCOUNT, anAccount), 200);
};

let listings = 0;
const aReported = () => aListing({ url: `https://api.sandbox.redress.test/item/${(listings += 1)}` });

/** A complaint about three listings of the simulated interface's platform. */
export const report = async (http: Client): Promise<Filed> =>
  file(http, await registerParties(http), { platform: 'sandbox-api', items: [aReported(), aReported(), aReported()] });
