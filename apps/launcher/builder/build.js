// Builds what is stale. Plain JavaScript: it runs before anything is built.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { readStamp, sourceStamp, writeStamp } from './stamp.js';

/** @typedef {{ name: string, milliseconds: number }} BuiltPart a part that was stale, and how long its build took */
/** @typedef {{ server: Promise<BuiltPart | undefined>, web: Promise<BuiltPart | undefined> }} Build undefined: was fresh */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/**
 * Runs a tool of node_modules; its words appear only when it fails.
 * @param {string} root @param {string} tool @param {string[]} args @returns {Promise<void>}
 */
function run(root, tool, args) {
  const script = join(root, 'node_modules', tool);
  if (!existsSync(script)) {
    throw new Error(
      `${tool} is not installed: run \`npm install --include=dev\`, which brings the tools that build Redress.`,
    );
  }
  const env = { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' };
  const child = spawn(process.execPath, [script, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  /** @type {Buffer[]} */
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(data));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(child);
      if (code === 0) resolve();
      else reject(new Error(`The build failed (${tool}):\n${Buffer.concat(said).toString().trim()}`));
    });
  });
}

/** Compiled beside the old tree and then put in its place, so that a file that is gone from the sources is gone here too. */
async function buildServer(/** @type {string} */ root) {
  const draft = join('dist', `.server-${process.pid}`);
  rmSync(join(root, draft), { recursive: true, force: true });
  const leftOut = ['apps/web/**', 'apps/launcher/builder/**', '**/*.spec.ts', '**/*.spec-data.ts'].join(',');
  await run(root, '@swc/cli/bin/swc.js', ['apps', 'libs', '-d', draft, '--copy-files', '--quiet', '--ignore', leftOut]);
  for (const part of ['apps', 'libs']) {
    rmSync(join(root, 'dist', part), { recursive: true, force: true });
    if (existsSync(join(root, draft, part))) renameSync(join(root, draft, part), join(root, 'dist', part));
  }
  rmSync(join(root, draft), { recursive: true, force: true });
}

async function buildWeb(/** @type {string} */ root) {
  await run(root, 'vite/bin/vite.js', ['build', '--config', 'apps/web/vite.config.ts', '--logLevel', 'warn']);
}

/**
 * @param {string} root @param {'server' | 'web'} part @param {string[]} sources @param {(root: string) => Promise<void>} make
 * @returns {Promise<BuiltPart | undefined>}
 */
async function refresh(root, part, sources, make) {
  const stamp = sourceStamp(root, sources);
  const result = join(root, 'dist', part === 'web' ? 'web' : 'apps');
  if (existsSync(result) && readStamp(root, part) === stamp) return undefined;
  const began = performance.now();
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeStamp(root, part, undefined);
  await make(root);
  writeStamp(root, part, stamp);
  return { name: part, milliseconds: performance.now() - began };
}

/**
 * Builds server and web pages at the same time, skipping what is fresh.
 * @param {string} root the project's folder
 * @returns {Build}
 */
export function build(root) {
  const server = refresh(root, 'server', ['apps', 'libs', '.swcrc', 'package.json', 'package-lock.json'], buildServer);
  const hasWeb = existsSync(join(root, 'apps', 'web', 'vite.config.ts'));
  const web = hasWeb ? refresh(root, 'web', ['apps/web', 'package-lock.json'], buildWeb) : Promise.resolve(undefined);
  // Whoever awaits them hears of a failure; until then it must not end the process as unheard.
  web.catch(() => undefined);
  return { server, web };
}

/** @param {string} root @returns {string} the oldest Node that package.json allows, e.g. 20.19.0 */
export function neededNode(root) {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node.replace(/[^\d.]/g, '');
}
