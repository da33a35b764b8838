import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

import { LogFile } from './log-file.js';

const running = new Set<ChildProcess>();

/** Ends what runs now; for a launcher that is told to stop while it starts. */
export function stopTasks(): void {
  for (const child of running) child.kill('SIGTERM');
}

/** Runs a compiled file to its end; its words go to the log. @throws Error with its last words when it fails */
export async function runTask(name: string, command: string[], env: NodeJS.ProcessEnv, logs: string): Promise<void> {
  const log = new LogFile(`${logs}/${name}.log`);
  const child = spawn(process.execPath, ['--enable-source-maps', ...command], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      log.write(data.toString());
      said = (said + data.toString()).slice(-4_000);
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  running.delete(child);
  if (code !== 0) throw new Error(`${name} failed; the whole log is ${logs}/${name}.log:\n${said.trim()}`);
}
