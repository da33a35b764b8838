#!/usr/bin/env node
// npm run build: the same builder that npm start uses.
import { build } from '../apps/launcher/builder/build.js';
import { root, runCommand } from '../apps/launcher/builder/prepare.js';

await runCommand(async () => {
  const parts = build(root);
  for (const part of await Promise.all([parts.server, parts.web])) {
    if (part) process.stdout.write(`built ${part.name} in ${(part.milliseconds / 1000).toFixed(1)} s\n`);
  }
});
