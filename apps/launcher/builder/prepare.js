import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { build, neededNode } from './build.js';
import { requireNode } from './node-version.js';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs a command's work and ends the process with its error, told without a stack: it is for people who start Redress. */
export async function runCommand(/** @type {() => Promise<void>} */ work) {
  process.once('SIGTERM', () => process.exit(143));
  process.once('SIGINT', () => process.exit(130));
  try {
    requireNode(neededNode(root));
    if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
    await work();
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** Builds the server if need be, then loads a compiled file. @param {string} file below dist */
export async function loadBuilt(file) {
  const parts = build(root);
  const server = await parts.server;
  const module = await import(pathToFileURL(join(root, 'dist', file)).href);
  return { module, server, web: parts.web };
}
