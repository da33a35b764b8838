import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/** Under which user PostgreSQL runs. Both undefined: the user who started us. */
export interface Account {
  uid?: number;
  gid?: number;
}

/** Names to look for, in this order: PostgreSQL's own on Linux, on macOS, and the one we make. */
const NAMES = ['postgres', '_postgres', 'redress'];

function lookUp(name: string): Account | undefined {
  try {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })),
    );
    return uid !== undefined && gid !== undefined && uid > 0 ? { uid, gid } : undefined;
  } catch {
    return undefined;
  }
}

function create(): Account | undefined {
  const commands: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'redress']],
    ['adduser', ['-S', '-D', '-H', 'redress']],
  ];
  for (const [command, args] of commands) {
    if (spawnSync(command, args, { stdio: 'ignore' }).status === 0) return lookUp('redress');
  }
  return undefined;
}

/**
 * PostgreSQL refuses to run as root: find an unprivileged user, or make one. The owner of data that exists already comes
 * first, so that every start uses the same.
 * @throws Error with the remedy when root has no unprivileged user and cannot make one
 */
export function postgresAccount(existingData: string): Account {
  if (process.getuid?.() !== 0) return {};
  if (existsSync(existingData)) {
    const { uid, gid } = statSync(existingData);
    if (uid > 0) return { uid, gid };
  }
  for (const name of NAMES) {
    const account = lookUp(name);
    if (account) return account;
  }
  const account = create() ?? lookUp('nobody');
  if (account) return account;
  throw new Error(
    'PostgreSQL does not run as root: create a user with `useradd redress`, or start as an ordinary user.',
  );
}

/** Whether that user can enter the folder and run what lies in it, or write into it. */
export function canUse(account: Account, folder: string, need: 'run' | 'write'): boolean {
  if (process.platform === 'win32') return true;
  const test = need === 'run' ? 'cd "$1" && test -x postgres && test -r ../share' : 'cd "$1" && test -w .';
  return spawnSync('/bin/sh', ['-c', test, 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}
