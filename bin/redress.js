#!/usr/bin/env node
// npx redress <verb>: the command line, on the embedded database where DATABASE_URL is unset.
import { build } from '../apps/launcher/builder/build.js';
import { root, runCommand } from '../apps/launcher/builder/prepare.js';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

await runCommand(async () => {
  // An installation without the sources' tools (the container image) is built already.
  if (existsSync(join(root, 'node_modules', '@swc', 'cli'))) await build(root).server;
  const { runVerb } = await import(pathToFileURL(join(root, 'dist/apps/launcher/src/verb.js')).href);
  process.exitCode = await runVerb(root, process.argv.slice(2));
});
