/**
 * Runs one server for a test run and ends it when that run ends, however it ends: a jest worker that is killed can't clean up
 * after itself, and listeners put on jest's copy of `process` are never called.
 * Argument: { command, args, uid?, gid?, directory, watch, log }, where `watch` is the process id of the test run.
 * SIGTERM ends the server at once. The directory is removed at the end.
 */
import { spawn } from 'node:child_process';
import { openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { command, args, uid, gid, directory, watch, log } = JSON.parse(process.argv[2]);
const output = openSync(log, 'a');
const server = spawn(command, args, { cwd: directory, stdio: ['ignore', output, output], uid, gid });
writeFileSync(join(directory, 'server.pid'), String(server.pid ?? ''));

const finish = () => {
  rmSync(directory, { recursive: true, force: true });
  process.exit();
};
const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return problem.code === 'EPERM';
  }
};
const end = () => {
  clearInterval(watching);
  if (server.exitCode !== null || server.signalCode !== null) return finish();
  server.on('exit', finish);
  // SIGINT is the fast shutdown of PostgreSQL and the clean end of Redis; a stopped process hears only SIGKILL.
  server.kill('SIGINT');
  setTimeout(() => server.kill('SIGKILL'), 3000);
};
const watching = setInterval(() => {
  if (!alive(watch)) end();
}, 500);
server.on('error', finish);
process.on('SIGTERM', end);
process.on('SIGINT', () => undefined);
