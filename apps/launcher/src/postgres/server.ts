import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort } from '../ports.js';
import { within } from '../processes.js';
import { postgresAccount } from './account.js';
import { installedBinaries, program, usableBinaries } from './binaries.js';
import { createCluster, exists, readAccess, renewPasswords, SERVER_ENVIRONMENT, writeAccess } from './cluster.js';
import type { Access, Cluster } from './cluster.js';
import { keptLocation, locate } from './location.js';
import { findOrphan, isReady, stopPostmaster } from './postmaster.js';

export interface PostgresOptions {
  /** folder of everything about this server: cluster, access file, log; made when absent */
  dataDir: string;
  /** wanted port; unset: the one used before, or any free one */
  port?: number;
  /** false gives up safety against a power cut for speed: tests only */
  fsync?: boolean;
  /** told what people may want to know, one line at a time */
  log?: (line: string) => void;
}

export interface PostgresServer {
  /** address of the database `redress` for its owner, who is no superuser: row-level security binds it */
  url: string;
  /** address of the database `postgres` for the superuser */
  adminUrl: string;
  pid: number;
  port: number;
  /** true when the server of an earlier, killed launcher was taken over */
  adopted: boolean;
  /** folder of the cluster; elsewhere than dataDir when PostgreSQL's user cannot enter that */
  cluster: string;
  stop: () => Promise<void>;
}

const READY_WITHIN = 60_000;
const ATTEMPTS = 3;
const LOG_LIMIT = 5_000_000;

/**
 * Starts the PostgreSQL that npm brought, on 127.0.0.1 and with a password, as root or as an ordinary user; makes its
 * cluster at the first start. Takes over the server of a launcher that was killed.
 * @throws Error that says what PostgreSQL said, or what to change
 */
export async function startPostgresServer(options: PostgresOptions): Promise<PostgresServer> {
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const orphan = await findPostgresServer(dataDir);
  if (orphan) return orphan;
  const cluster = prepareCluster(dataDir, options);
  const access = await prepareAccess(dataDir, cluster, options);
  for (let attempt = 1; ; attempt += 1) {
    access.port = await freePort(options.port ?? (access.port || undefined));
    writeAccess(dataDir, access);
    const outcome = await launch(dataDir, cluster, access.port, options);
    if (typeof outcome === 'number') return describe(access, outcome, cluster.folder, false);
    if (attempt === ATTEMPTS) throw new Error(`PostgreSQL did not start: ${outcome}`);
    // Processes of a server that was killed keep its memory or its port for a moment.
    await sleep(500 * attempt);
  }
}

/**
 * The server that runs on this data folder already: of another launcher, or left behind by a killed one.
 * @throws Error when its access file belongs to another user
 */
export async function findPostgresServer(dataDir: string): Promise<PostgresServer | undefined> {
  const location = keptLocation(dataDir);
  const orphan = location && (await findOrphan(location.cluster));
  if (!location || !orphan) return undefined;
  const access = readAccess(dataDir);
  if (access) return describe({ ...access, port: orphan.port }, orphan.pid, location.cluster, true);
  await stopPostmaster(orphan.pid);
  return undefined;
}

function prepareCluster(dataDir: string, { log }: PostgresOptions): Cluster {
  const account = postgresAccount(keptLocation(dataDir)?.cluster ?? join(dataDir, 'server'));
  const location = keptLocation(dataDir) ?? locate(dataDir, account);
  const installed = installedBinaries();
  const binaries = usableBinaries(installed, account, location.copies);
  if (!location.cluster.startsWith(dataDir))
    log?.(`PostgreSQL's user cannot enter ${dataDir}: data in ${location.cluster}`);
  if (binaries !== installed) log?.(`PostgreSQL's programs are copied to ${binaries.root}`);
  return { folder: location.cluster, binaries, account };
}

async function prepareAccess(dataDir: string, cluster: Cluster, { fsync = true }: PostgresOptions): Promise<Access> {
  const kept = readAccess(dataDir);
  if (exists(cluster.folder)) return kept ?? { ...(await renewPasswords(cluster)), port: 0 };
  return { ...(await createCluster(cluster, fsync)), port: kept?.port ?? 0 };
}

function serverSettings(port: number, fsync: boolean): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=100',
    'shared_buffers=128MB',
    'max_wal_size=1GB',
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
    'lc_messages=C',
    ...(fsync ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  return settings.flatMap((setting) => ['-c', setting]);
}

function openLog(dataDir: string): number {
  const file = join(dataDir, 'postgres.log');
  if (existsSync(file) && statSync(file).size > LOG_LIMIT) {
    rmSync(`${file}.1`, { force: true });
    renameSync(file, `${file}.1`);
  }
  return openSync(file, 'a', 0o600);
}

/** Resolves to the server's process number once it is ready, or to its last words when it ended before. */
async function launch(
  dataDir: string,
  cluster: Cluster,
  port: number,
  { fsync = true }: PostgresOptions,
): Promise<number | string> {
  const log = openLog(dataDir);
  // A group of its own: Ctrl-C reaches us, and we end the server last, when nobody needs it any more.
  const child = spawn(program(cluster.binaries, 'postgres'), ['-D', cluster.folder, ...serverSettings(port, fsync)], {
    ...cluster.account,
    cwd: cluster.folder,
    env: SERVER_ENVIRONMENT,
    stdio: ['ignore', log, log],
    detached: true,
    windowsHide: true,
  });
  closeSync(log);
  let ended: string | undefined;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, signal) => (ended ??= `it ended with ${String(code ?? signal)}`));
  child.unref();
  const pid = child.pid ?? 0;
  await within(READY_WITHIN, async () => ended !== undefined || (await isReady(cluster.folder, pid)));
  if (ended === undefined && (await isReady(cluster.folder, pid))) return pid;
  if (ended === undefined) await stopPostmaster(pid);
  return `${ended ?? 'it was not ready in time'}\n${lastLines(join(dataDir, 'postgres.log'))}`;
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-10).join('\n');
}

function describe(access: Access, pid: number, cluster: string, adopted: boolean): PostgresServer {
  const { port, password, adminPassword } = access;
  return {
    url: `postgres://redress:${password}@127.0.0.1:${port}/redress`,
    adminUrl: `postgres://postgres:${adminPassword}@127.0.0.1:${port}/postgres`,
    pid,
    port,
    adopted,
    cluster,
    stop: () => stopPostmaster(pid),
  };
}
