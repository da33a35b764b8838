import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { answersAsPostgres } from '../ports.js';
import { commandOf, isAlive, send, within } from '../processes.js';

/** What a server writes about itself into postmaster.pid (PostgreSQL source, src/include/utils/pidfile.h). */
export interface Postmaster {
  pid: number;
  port: number;
  status: string;
}

/** The server that the cluster's pid file speaks of, whether it still runs or not. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3] ?? 0), status: (lines[7] ?? '').trim() };
}

/** True once the server accepts connections. */
export async function isReady(cluster: string, pid: number): Promise<boolean> {
  const postmaster = readPostmaster(cluster);
  return postmaster?.pid === pid && postmaster.status === 'ready' && answersAsPostgres(postmaster.port);
}

function isPostgres(pid: number): boolean {
  const command = commandOf(pid);
  // Windows tells no command line here; the connection is the only witness then.
  return isAlive(pid) && (command === '' || command.includes('postgres'));
}

/**
 * Finds the server that a killed launcher left behind. A pid file without its server (a crash, a power cut, a number that
 * another process got since) is removed. A server that answers nobody is stopped: its data recovers at the next start.
 * @returns the server, ready for connections, or undefined when none runs
 */
export async function findOrphan(cluster: string): Promise<Postmaster | undefined> {
  const postmaster = readPostmaster(cluster);
  if (!postmaster) return undefined;
  if (!isPostgres(postmaster.pid)) {
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
    return undefined;
  }
  if (await within(20_000, async () => !isAlive(postmaster.pid) || (await isReady(cluster, postmaster.pid)))) {
    return isAlive(postmaster.pid) ? readPostmaster(cluster) : undefined;
  }
  await stopPostmaster(postmaster.pid);
  return undefined;
}

/**
 * Ends a server: first politely, disconnecting its clients ("fast"), then without a checkpoint ("immediate", recovers at
 * the next start), at last by force. Windows has no signals: its server ends at once and recovers at the next start.
 */
export async function stopPostmaster(pid: number): Promise<void> {
  const isGone = (): boolean => !isAlive(pid);
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    send(signal, pid);
    if (await within(signal === 'SIGINT' ? 15_000 : 5_000, isGone)) return;
  }
}
