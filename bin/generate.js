#!/usr/bin/env node
// npm run generate: docs/openapi.json from the API, and the web application's types from that.
// With --check nothing is written: the command fails where a committed file is stale.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../apps/launcher/builder/build.js';
import { root, runCommand } from '../apps/launcher/builder/prepare.js';

/** Runs a program of ours or of node_modules; its words appear when it fails. @param {string[]} args */
function run(...args) {
  const done = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (done.status !== 0) throw new Error(`${args.join(' ')} failed:\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

await runCommand(async () => {
  await build(root).server;
  const scratch = mkdtempSync(join(tmpdir(), 'redress-generate-'));
  const made = join(scratch, 'openapi.json');
  const types = join(scratch, 'schema.d.ts');
  try {
    writeFileSync(made, run('dist/apps/api/src/print-openapi.js'));
    run('node_modules/openapi-typescript/bin/cli.js', made, '-o', types);
    const artefacts = /** @type {const} */ ([
      ['docs/openapi.json', made],
      ['apps/web/src/api/schema.d.ts', types],
    ]);
    for (const [committed, fresh] of artefacts) keep(join(root, committed), readFileSync(fresh, 'utf8'));
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

/** @param {string} path @param {string} fresh */
function keep(path, fresh) {
  if (!process.argv.includes('--check')) return writeFileSync(path, fresh);
  let committed = '';
  try {
    committed = readFileSync(path, 'utf8');
  } catch {
    // missing is stale
  }
  if (committed !== fresh) throw new Error(`${path} is stale: run npm run generate and commit what it writes.`);
}
