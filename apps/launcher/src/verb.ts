import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { readSettings } from '#libs/settings';

import { entry } from './house.js';
import { keepsakes } from './keepsakes.js';
import { takeLock } from './lock.js';
import { findPostgresServer, startPostgresServer } from './postgres/server.js';
import { within } from './processes.js';

/** Verbs that compute from files alone. */
const WITHOUT_DATABASE = ['measures', 'help'];

interface LentDatabase {
  url: string;
  giveBack: () => Promise<void>;
}

function needsDatabase(args: readonly string[]): boolean {
  const [verb] = args;
  return verb !== undefined && !verb.startsWith('-') && !WITHOUT_DATABASE.includes(verb) && !args.includes('--help');
}

/** The embedded database of `npm start` where that runs, else one for as long as the verb takes. */
async function lend(dataDir: string): Promise<LentDatabase> {
  const folder = join(dataDir, 'postgres');
  mkdirSync(dataDir, { recursive: true });
  const lock = await takeLock(dataDir).catch(() => undefined);
  if (lock) {
    const server = await startPostgresServer({ dataDir: folder, log: (line) => process.stderr.write(`${line}\n`) });
    const giveBack = async (): Promise<void> => {
      await server.stop();
      lock.release();
    };
    return { url: server.url, giveBack };
  }
  let url: string | undefined;
  await within(30_000, async () => (url = (await findPostgresServer(folder))?.url) !== undefined);
  if (url === undefined)
    throw new Error('Redress is just starting or stopping in another window: try again in a moment.');
  return { url, giveBack: () => Promise.resolve() };
}

/**
 * Runs a verb of the command line. Standard output belongs to the verb alone.
 * @returns the verb's exit status
 */
export async function runVerb(root: string, args: readonly string[]): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeAllListeners(signal);
  if (!needsDatabase(args)) return run(root, args, process.env);
  const settings = readSettings();
  if (settings.DATABASE_URL !== undefined) return run(root, args, process.env);
  const dataDir = resolve(root, settings.REDRESS_DATA_DIR);
  const database = await lend(dataDir);
  try {
    const { secret, password } = keepsakes(dataDir, settings);
    return await run(root, args, {
      ...process.env,
      DATABASE_URL: database.url,
      REDRESS_DATA_DIR: dataDir,
      REDRESS_SECRET: secret,
      REDRESS_BOOTSTRAP_PASSWORD: password,
    });
  } finally {
    await database.giveBack();
  }
}

function run(root: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, [entry(root, 'cli'), ...args], { env, stdio: 'inherit' });
  // Ctrl-C reaches the verb by itself; we wait for its end, so that the database is given back.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolveStatus, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolveStatus(code ?? 1);
    });
  });
}
