import { fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { post } from './load.js';

const built = fileURLToPath(new URL('../../dist/apps/worker/src/main.js', import.meta.url));

/** Starts one worker of the product, as built, with these further settings. */
export async function startWorker(product, settings) {
  const env = { ...product.env, INBOUND_SMTP_PORT: String(await freePort()), ...settings };
  const child = fork(built, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code} before it was ready`)));
  });
  return {
    close: async () => {
      // What hangs is not waited for: the bench is over.
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** A Redis that keeps nothing, or null where there is none on this machine. */
export async function startRedis() {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-redis-'));
  const child = spawn('redis-server', ['--port', String(port), '--save', '', '--dir', folder], { stdio: 'ignore' });
  const started = await new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('spawn', () => resolve(true));
  });
  const close = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.kill()) await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return started ? { url: `redis://127.0.0.1:${port}`, close } : null;
}

/** Enters a rights holder and a right, and answers how to file one complaint with a platform. */
export async function filer({ url, headers }) {
  const enter = async (path, body, status = 201) => {
    const answer = await post(undefined, { url: `${url}/api/v1${path}`, headers, body: () => JSON.stringify(body) });
    if (answer.status !== status) throw new Error(`POST ${path}: ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text).id;
  };
  const holder = { name: 'Velora Ltd', country: 'GB', email: 'legal@velora.example', address: 'High St 1, London' };
  const rightsHolderId = await enter('/rights-holders', holder);
  const right = await enter('/rights', { rightsHolderId, kind: 'copyright', title: 'Autumn catalogue' });
  let serial = 0;
  return (platform, listing) => {
    serial += 1;
    return enter('/complaints', {
      platform,
      rightsHolderId,
      rightIds: [right],
      ground: 'copyright-copy',
      explanation: 'The photographs of our autumn catalogue are copied without our permission.',
      items: [{ url: listing(serial), title: `Listing ${serial}` }],
      statements: { goodFaith: true, accuracy: true, authority: true },
      signature: { name: 'A. Velora', capacity: 'owner' },
      submit: true,
    });
  };
}

/** Statements as the owner of the database, past every workspace. */
export async function owner({ postgres }) {
  const client = new pg.Client(postgres.adminUrl.replace(/\/postgres$/, '/redress'));
  await client.connect();
  return {
    rows: async (sql, parameters = []) => (await client.query(sql, parameters)).rows,
    close: async () => client.end(),
  };
}

/** Asks until it is so. @throws after so many seconds */
export async function until(what, isSo, seconds) {
  const end = Date.now() + seconds * 1000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
