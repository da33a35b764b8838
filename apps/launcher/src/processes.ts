import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that can be recognised later, when its number may have gone to another. */
export interface ProcessIdentity {
  pid: number;
  /** when the process began, in the operating system's own words; empty where it does not tell */
  began: string;
}

/** State and start of a process as Linux tells them: fields 3 and 22 of /proc/PID/stat (proc(5)). */
function linuxStat(pid: number): { state: string; began: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', began: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

/** Whether a process of this number runs; one that ended and waits to be collected by its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: there is one, of another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return linuxStat(pid)?.state !== 'Z';
}

export function identify(pid: number): ProcessIdentity {
  return { pid, began: linuxStat(pid)?.began ?? askPs(pid, 'lstart=') };
}

/** The command line of a process; empty where the operating system does not tell. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return askPs(pid, 'command=');
  }
}

function askPs(pid: number, format: string): string {
  if (process.platform === 'win32') return '';
  try {
    return execFileSync('ps', ['-o', format, '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return '';
  }
}

/** Whether this very process still runs, not another that got its number. */
export function isSame(identity: ProcessIdentity): boolean {
  return isAlive(identity.pid) && identify(identity.pid).began === identity.began;
}

/** Waits until a condition holds; false when it did not within the limit (milliseconds). */
export async function within(limit: number, holds: () => boolean | Promise<boolean>): Promise<boolean> {
  const end = Date.now() + limit;
  for (let pause = 10; ; pause = Math.min(pause * 1.5, 100)) {
    if (await holds()) return true;
    if (Date.now() >= end) return false;
    await sleep(pause);
  }
}

/** Sends a signal to a process that may be gone already. */
export function send(signal: NodeJS.Signals, pid: number): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already, which is what the signal was for.
  }
}
