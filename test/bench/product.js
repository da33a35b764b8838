import { execFile, fork } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = (path) => join(root, 'dist', path);
const KEY = 'bench-key-of-the-workspace-main';

/**
 * @typedef {object} Product the product as it runs, on a database that is safe against a power cut
 * @property {string} url of the API
 * @property {Record<string, string>} headers of every request: the bootstrap key
 * @property {Record<string, string>} env settings of its processes
 * @property {{ url: string, adminUrl: string, log: string }} postgres
 * @property {() => number | null} cpuSeconds processor time the api has used so far; null where the system does not tell
 * @property {() => Promise<void>} close ends every process and removes every file
 */

/**
 * Starts an embedded PostgreSQL as `npm start` does (fsync on), migrates, and starts one api process on it.
 * @param {Record<string, string>} settings further ones, e.g. `REDIS_URL`
 * @returns {Promise<Product>}
 */
export async function startProduct(settings = {}) {
  if (!existsSync(built('apps/api/src/main.js')))
    throw new Error('dist/ is missing: run `npm run bench`, which builds it first');
  const dataDir = mkdtempSync(join(tmpdir(), 'redress-bench-'));
  /** @type {(() => Promise<unknown> | void)[]} */
  const cleanup = [() => rmSync(dataDir, { recursive: true, force: true })];
  const close = async () => {
    for (const step of cleanup.splice(0).reverse()) await step();
  };
  try {
    // PostgreSQL's own user must be able to enter the folder where this runs as root.
    chmodSync(dataDir, 0o755);
    const { startPostgresServer } = await import(built('apps/launcher/src/postgres/server.js'));
    const server = await startPostgresServer({ dataDir, fsync: true });
    cleanup.push(() => server.stop());
    const port = await freePort();
    const env = { ...environment(server.url, port, dataDir), ...settings };
    await promisify(execFile)(process.execPath, [built('apps/cli/src/main.js'), 'migrate'], { env });
    const api = await startApi(env);
    cleanup.push(() => api.close());
    const postgres = { url: server.url, adminUrl: server.adminUrl, log: join(dataDir, 'postgres.log') };
    return {
      url: `http://127.0.0.1:${port}`,
      headers: { authorization: `Bearer ${KEY}` },
      env,
      postgres,
      cpuSeconds: api.cpuSeconds,
      close,
    };
  } catch (problem) {
    await close();
    throw problem;
  }
}

const environment = (databaseUrl, port, dataDir) => ({
  PATH: process.env.PATH,
  DATABASE_URL: databaseUrl,
  PORT: String(port),
  LOG_LEVEL: 'error',
  REDRESS_DATA_DIR: dataDir,
  REDRESS_BOOTSTRAP_PASSWORD: 'of-no-use-in-a-bench',
  REDRESS_BOOTSTRAP_API_KEY: KEY,
});

/** The compiled api; it ends by itself when this process is gone, since its channel closes then. */
async function startApi(env) {
  const child = fork(built('apps/api/src/main.js'), { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the api ended with ${code} before it was ready`)));
  });
  return {
    cpuSeconds: () => cpuSecondsOf(child.pid),
    close: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Fields 14 and 15 of /proc/PID/stat, in hundredths of a second (proc(5)). */
function cpuSecondsOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
