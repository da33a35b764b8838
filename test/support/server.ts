import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface ServerCommand {
  command: string;
  args: readonly string[];
  /** the folder of the server; removed at its end */
  directory: string;
  /** user and group to run as; unset: the same as the tests */
  uid?: number;
  gid?: number;
  /** the server ends when the process with this id has ended */
  watch: number;
}

export interface RunningServer {
  /** process id of the server itself, for tests that stop or kill it */
  pid: number;
  /** ends the server and removes its folder; waits until both are done */
  stop(): Promise<void>;
}

const keeper = fileURLToPath(new URL('server-keeper.mjs', import.meta.url));

/** A TCP port of this machine that nobody listened on a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free TCP port on 127.0.0.1');
  return address.port;
}

/** Starts a server under a keeper that ends it with the test run. `ready` is tried until it no longer throws (30 s). */
export async function startServer(server: ServerCommand, ready: () => Promise<void>): Promise<RunningServer> {
  const log = join(server.directory, 'server.log');
  const process = spawn(globalThis.process.execPath, [keeper, JSON.stringify({ ...server, log })], {
    detached: true,
    stdio: 'ignore',
  });
  process.unref();
  const stop = async (): Promise<void> => {
    if (process.exitCode === null && process.kill('SIGTERM')) {
      while (existsSync(server.directory)) await pause(20);
    }
  };
  try {
    await untilReady(
      ready,
      async () => `${server.command} did not start: ${await readFile(log, 'utf8').catch(() => '')}`,
    );
    return { pid: Number(await readFile(join(server.directory, 'server.pid'), 'utf8')), stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

async function untilReady(ready: () => Promise<void>, explain: () => Promise<string>): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      await ready();
      return;
    } catch (problem) {
      if (Date.now() > deadline) throw new Error(await explain(), { cause: problem });
      await pause(50);
    }
  }
}
