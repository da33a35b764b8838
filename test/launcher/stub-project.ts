import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { createServer } from 'node:net';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** A long-running stand-in: one server on a port, ready at once, in the launcher's hands. */
const LONG_RUNNING = `
import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
import { announceReady, readSettings, superviseChild } from '#libs/settings';
const settings = readSettings();
const name = '__NAME__';
writeFileSync(settings.REDRESS_DATA_DIR + '/' + name + '.pid', String(process.pid));
if (name !== 'api') { setInterval(() => undefined, 1000); announceReady(); superviseChild({ onStop: () => undefined }); }
else {
  const server = createServer((request, response) => {
    if (request.url === '/die') process.exit(7);
    response.end(JSON.stringify(settings));
  });
  server.listen(settings.PORT, settings.HOST, () => announceReady());
  superviseChild({ onStop: () => { server.closeAllConnections(); server.close(); } });
}
`;

const CLI = `
import { appendFileSync } from 'node:fs';
appendFileSync(process.env.REDRESS_DATA_DIR + '/cli.txt', process.argv.slice(2).join(' ') + '\\n');
process.stdout.write(process.argv[2] + ' ' + new URL(process.env.DATABASE_URL ?? 'none:').protocol + '\\n');
`;

export interface Started {
  process: ChildProcess;
  /** all it printed so far */
  said: () => string;
  /** resolves to the exit status */
  ended: Promise<number | string>;
}

/** The real launcher, builder and settings, with stand-ins for the apps it runs. */
export class StubProject {
  readonly root: string;
  private readonly started: ChildProcess[] = [];

  constructor(
    /** ordinary user to run as; unset: ourselves */
    private readonly user?: { uid: number; gid: number },
    parent = '/tmp',
  ) {
    this.root = mkdtempSync(join(parent, 'redress-launcher-'));
    chmodSync(this.root, user ? 0o777 : 0o755);
    for (const part of ['package.json', '.swcrc', 'bin', 'apps/launcher', 'libs/settings', 'libs/domain']) {
      cpSync(join(PROJECT, part), join(this.root, part), { recursive: true });
    }
    symlinkSync(join(PROJECT, 'node_modules'), join(this.root, 'node_modules'));
    for (const name of ['api', 'worker', 'sandbox']) this.write(name, LONG_RUNNING.replace('__NAME__', name));
    this.write('cli', CLI);
  }

  get data(): string {
    return join(this.root, '.redress');
  }

  write(app: string, source: string): void {
    mkdirSync(join(this.root, 'apps', app, 'src'), { recursive: true });
    writeFileSync(join(this.root, 'apps', app, 'src', 'main.ts'), source);
  }

  run(script: string, args: string[], env: Record<string, string> = {}): Started {
    const child = spawn(process.execPath, [join(this.root, 'bin', script), ...args], {
      cwd: this.root,
      env: { PATH: process.env['PATH'], HOME: this.root, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...this.user,
    });
    this.started.push(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (text += data.toString()));
    const ended = new Promise<number | string>((resolve) => {
      child.once('close', (code, signal) => {
        resolve(code ?? signal ?? 'unknown');
      });
    });
    return { process: child, said: () => text, ended };
  }

  /** npm start, until it says that it is ready. */
  async start(env: Record<string, string>): Promise<Started> {
    const started = this.run('start.js', [], env);
    await until(() => started.said().includes('Ctrl-C') || started.process.exitCode !== null, started.said);
    if (!started.said().includes('Ctrl-C')) throw new Error(`It did not start:\n${started.said()}`);
    return started;
  }

  pidOf(name: string): number {
    return Number(readFileSync(join(this.data, `${name}.pid`), 'utf8'));
  }

  /** the first line of the server's own pid file, wherever the launcher put the cluster */
  postgresPid(): number {
    return Number(readFileSync(join(this.cluster(), 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  cluster(): string {
    const kept = JSON.parse(readFileSync(join(this.data, 'postgres', 'location.json'), 'utf8')) as { cluster: string };
    return kept.cluster;
  }

  remove(): void {
    for (const child of this.started) child.kill('SIGKILL');
    for (const pid of processesOf(this.root)) process.kill(pid, 'SIGKILL');
    if (existsSync(join(this.data, 'postgres', 'location.json'))) {
      const cluster = this.cluster();
      if (!cluster.startsWith(this.root)) rmSync(join(cluster, '..', '..'), { recursive: true, force: true });
    }
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Every living process whose command line names this folder (Linux). One that ended and waits to be collected has none. */
export function processesOf(root: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return pid !== process.pid && command !== '' && command.includes(root);
    } catch {
      return false;
    }
  });
}

export async function until(holds: () => boolean | Promise<boolean>, why: () => string, limit = 60_000): Promise<void> {
  const end = Date.now() + limit;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited in vain:\n${why()}`);
    await sleep(50);
  }
}

export function freePort(): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
      server.close(() => {
        resolve(String(port));
      });
    });
  });
}
