import { spawnSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startServer } from './server.js';
import type { RunningServer } from './server.js';

export interface RedisServer extends RunningServer {
  url: string;
  port: number;
  /** sends one command of plain words, e.g. `FLUSHALL`; answers the first line of the reply */
  ask(command: string): Promise<string>;
}

/** Whether redis-server is installed here; see {@link redisHow}. */
export const redisAvailable = (): boolean => spawnSync('redis-server', ['--version']).status === 0;
export const redisNeeds = 'redis-server';
export const redisHow = 'apt-get install redis-server';

const asked = { save: '', appendonly: 'no', 'maxmemory-policy': 'noeviction' };

/**
 * A Redis of its own on a free port of 127.0.0.1, without persistence, ended with the test run at the latest.
 * @param settings directives that replace the defaults, e.g. `{ 'maxmemory-policy': 'allkeys-lru' }`
 */
export async function startRedis(settings: Readonly<Record<string, string>> = {}): Promise<RedisServer> {
  const port = await freePort();
  const directory = await mkdtemp(join(tmpdir(), 'redress-redis-'));
  const directives = Object.entries({ ...asked, ...settings }).flatMap(([name, value]) => [`--${name}`, value]);
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory, ...directives];
  const server = await startServer({ command: 'redis-server', args, directory, watch: process.pid }, () => ping(port));
  return { ...server, port, url: `redis://127.0.0.1:${port}`, ask: (command) => ask(port, command) };
}

async function ping(port: number): Promise<void> {
  const answer = await ask(port, 'PING');
  if (answer !== '+PONG') throw new Error(`Redis answered ${answer}`);
}

const ask = (port: number, command: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.once('error', reject);
    socket.once('data', (answer) => {
      socket.destroy();
      resolve(answer.toString().split('\r\n', 1)[0] ?? '');
    });
  });
