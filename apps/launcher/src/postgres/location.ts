import { createHash } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

import { readPrivate, writePrivate } from '../private-file.js';
import { canUse } from './account.js';
import type { Account } from './account.js';

/** Where root keeps what another user must reach when the project lies in a closed folder. */
const OPEN_FOLDER = '/var/lib/redress';

/** Where the database of a data folder lies; the choice is made once and kept beside it. */
export interface Location {
  /** folder of the database cluster */
  cluster: string;
  /** folder for a copy of the binaries, should one be needed */
  copies: string;
}

function prepare(folder: string, account: Account): boolean {
  const server = join(folder, 'server');
  mkdirSync(server, { recursive: true, mode: 0o700 });
  if (account.uid === undefined || account.gid === undefined) return true;
  // Entering is enough for the account; the files in here stay closed by their own modes.
  chmodSync(folder, 0o711);
  chownSync(server, account.uid, account.gid);
  return canUse(account, server, 'write');
}

/** The folder chosen by an earlier start. */
export function keptLocation(dataDir: string): Location | undefined {
  const kept = readPrivate(join(dataDir, 'location.json'));
  const { cluster, copies } = kept ?? {};
  return typeof cluster === 'string' && typeof copies === 'string' ? { cluster, copies } : undefined;
}

/**
 * The data folder itself when PostgreSQL's user can enter it, else one below /var/lib/redress named after it, so that
 * every later start finds the same.
 * @throws Error with the remedy when neither can be used
 */
export function locate(dataDir: string, account: Account): Location {
  const location = choose(dataDir, account);
  writePrivate(join(dataDir, 'location.json'), location);
  return location;
}

function choose(dataDir: string, account: Account): Location {
  if (prepare(dataDir, account)) return { cluster: join(dataDir, 'server', 'cluster'), copies: dataDir };
  const name = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 12);
  const open = join(OPEN_FOLDER, name);
  try {
    mkdirSync(OPEN_FOLDER, { recursive: true, mode: 0o755 });
    if (prepare(open, account)) return { cluster: join(open, 'server', 'cluster'), copies: OPEN_FOLDER };
  } catch {
    // Told below together with the other way it can fail.
  }
  throw new Error(
    `PostgreSQL's user can enter neither ${dataDir} nor ${open}: set REDRESS_DATA_DIR to a folder outside the home of ` +
      'root, or DATABASE_URL to a PostgreSQL of your own.',
  );
}
