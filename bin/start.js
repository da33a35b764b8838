#!/usr/bin/env node
// npm start: builds what is stale, then runs the launcher.
import { loadBuilt, root, runCommand } from '../apps/launcher/builder/prepare.js';

await runCommand(async () => {
  const began = performance.now();
  const { module, server, web } = await loadBuilt('apps/launcher/src/main.js');
  await module.start({ root, began, server, web });
});
