import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { readPrivate, writePrivate } from './private-file.js';
import { identify, isSame, send, within } from './processes.js';
import type { ProcessIdentity } from './processes.js';

/** Keeps a data folder to one launcher, and remembers its children so that a later one can see them off. */
export interface Lock {
  /** remembers the processes that run now */
  record: (children: readonly number[]) => void;
  release: () => void;
}

interface Holder {
  launcher: ProcessIdentity;
  children: ProcessIdentity[];
}

function isIdentity(value: unknown): value is ProcessIdentity {
  return typeof value === 'object' && value !== null && 'pid' in value && 'began' in value;
}

function readHolder(file: string): Holder | undefined {
  const { launcher, children } = readPrivate(file) ?? {};
  return isIdentity(launcher) && Array.isArray(children)
    ? { launcher, children: children.filter(isIdentity) }
    : undefined;
}

/** Takes the lock only if there is none: a link is made or it is not, whoever else tries at the same moment. */
function tryTake(file: string, holder: Holder): boolean {
  const draft = `${file}.${process.pid}.take`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Puts a dead launcher's lock aside; if a living one took it in between, gives it back and reports that. */
function putAside(file: string): void {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
  } catch {
    return; // another start was faster
  }
  const holder = readHolder(aside);
  if (holder && isSame(holder.launcher)) linkSync(aside, file);
  rmSync(aside, { force: true });
}

/** Children of a killed launcher end by themselves; one that hangs is ended, so that its ports are free. */
async function seeOff(children: readonly ProcessIdentity[]): Promise<void> {
  const areGone = (): boolean => !children.some((child) => isSame(child));
  if (await within(10_000, areGone)) return;
  for (const child of children) if (isSame(child)) send('SIGKILL', child.pid);
  await within(2_000, areGone);
}

/**
 * Takes the data folder for this launcher.
 * @throws Error that names the process which has it already
 */
export async function takeLock(dataDir: string): Promise<Lock> {
  const file = join(dataDir, 'launcher.lock');
  const mine: Holder = { launcher: identify(process.pid), children: [] };
  const before = readHolder(file);
  if (!tryTake(file, mine)) {
    if (!before || !isSame(before.launcher)) putAside(file);
    if (!tryTake(file, mine)) throw new Error(inUse(dataDir, readHolder(file)?.launcher.pid));
  }
  await seeOff(before?.children ?? []);
  return {
    record: (children) => {
      writePrivate(file, { ...mine, children: children.map(identify) });
    },
    release: () => {
      rmSync(file, { force: true });
    },
  };
}

function inUse(dataDir: string, pid: number | undefined): string {
  return (
    `Redress runs from ${dataDir} already (process ${String(pid ?? 'unknown')}). Stop it with Ctrl-C in its window, ` +
    'or start this one with another REDRESS_DATA_DIR and PORT.'
  );
}
