import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { readPrivate, writePrivate } from '../private-file.js';
import type { Account } from './account.js';
import { program } from './binaries.js';
import type { Binaries } from './binaries.js';

/** How to reach a cluster: kept in a file that only this user reads. */
export interface Access {
  port: number;
  /** password of `redress`, who owns the database and is bound by row-level security */
  password: string;
  /** password of `postgres`, the superuser, for looking after the database by hand */
  adminPassword: string;
}

/** A cluster and what is needed to work on it while no server runs. */
export interface Cluster {
  folder: string;
  binaries: Binaries;
  account: Account;
}

/** Only this machine, only with a password; the server opens no local socket. */
const HOST_RULES = 'host all all 127.0.0.1/32 scram-sha-256\n';

/** The server's own words must not depend on who starts it. */
export const SERVER_ENVIRONMENT = {
  PATH: process.env['PATH'] ?? '',
  LC_ALL: 'C',
  TZ: 'UTC',
  ...(process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'], TEMP: process.env['TEMP'] } : {}),
};

/** @throws Error when the file belongs to another user: the data is theirs */
export function readAccess(dataDir: string): Access | undefined {
  const file = join(dataDir, 'access.json');
  if (existsSync(file)) requireReadable(file);
  const { port, password, adminPassword } = readPrivate(file) ?? {};
  if (typeof port !== 'number' || typeof password !== 'string' || typeof adminPassword !== 'string') return undefined;
  return { port, password, adminPassword };
}

function requireReadable(file: string): void {
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw new Error(`${file} belongs to another user: start as that user, or choose another REDRESS_DATA_DIR.`);
  }
}

export function writeAccess(dataDir: string, access: Access): void {
  writePrivate(join(dataDir, 'access.json'), access);
}

/** Runs one of PostgreSQL's programs to its end. @throws Error with what it said */
function run(cluster: Cluster, name: 'initdb' | 'postgres', args: string[], input = ''): Promise<void> {
  const { account, folder, binaries } = cluster;
  const child = spawn(program(binaries, name), args, { ...account, cwd: dirname(folder), env: SERVER_ENVIRONMENT });
  const said: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => said.push(data));
  child.stderr.on('data', (data: Buffer) => said.push(data));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const text = Buffer.concat(said).toString();
      // A single-user server ends well even when a statement failed: only its words tell.
      if (code === 0 && !/^.*\b(ERROR|FATAL|PANIC):/m.test(text)) resolve();
      else reject(new Error(`PostgreSQL's ${name} failed (${String(code)}): ${text.trim()}`));
    });
  });
}

/** Statements one a line, run by a server that listens to nobody. */
function runAlone(cluster: Cluster, folder: string, statements: string[]): Promise<void> {
  const args = ['--single', '-D', folder, '-c', 'unix_socket_directories=', 'postgres'];
  return run(cluster, 'postgres', args, `${statements.join('\n')}\n`);
}

function passwords(): Omit<Access, 'port'> {
  return { password: randomBytes(24).toString('hex'), adminPassword: randomBytes(24).toString('hex') };
}

/**
 * Makes the cluster, the role and the database, in a draft that gets its name when all is done: a start that was
 * interrupted leaves nothing half-made. Text sorts and folds case by Unicode, alike on every operating system.
 */
export async function createCluster(cluster: Cluster, durable: boolean): Promise<Omit<Access, 'port'>> {
  const draft = `${cluster.folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8'];
  const access = ['--username=postgres', '--auth-host=reject', '--auth-local=reject'];
  await run(cluster, 'initdb', [`--pgdata=${draft}`, ...locale, ...access, ...(durable ? [] : ['--no-sync'])]);
  const { password, adminPassword } = passwords();
  await runAlone(cluster, draft, [
    `ALTER ROLE postgres PASSWORD '${adminPassword}'`,
    `CREATE ROLE redress LOGIN CREATEDB CREATEROLE PASSWORD '${password}'`,
    'CREATE DATABASE redress OWNER redress',
  ]);
  writeFileSync(join(draft, 'pg_hba.conf'), HOST_RULES);
  renameSync(draft, cluster.folder);
  return { password, adminPassword };
}

/** New passwords for a cluster whose access file was lost. No server may run on it. */
export async function renewPasswords(cluster: Cluster): Promise<Omit<Access, 'port'>> {
  const { password, adminPassword } = passwords();
  await runAlone(cluster, cluster.folder, [
    `ALTER ROLE postgres PASSWORD '${adminPassword}'`,
    `ALTER ROLE redress PASSWORD '${password}'`,
  ]);
  return { password, adminPassword };
}

export function exists(cluster: string): boolean {
  return existsSync(join(cluster, 'PG_VERSION'));
}
