import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { Simulate } from '#libs/workflow';
import type { Part } from '#libs/workflow';
import { withOffice } from './office.js';
import type { PartMessage } from './simulate-parts.js';
import { worldOptions } from './simulated-world.js';
import type { World } from './simulated-world.js';

// One thread of a simulation: see simulate-parts.ts.
const { world, part } = workerData as { world: World; part: Part };
const tell = (message: PartMessage): void => parentPort?.postMessage(message);

await withOffice(async (office) => {
  const onProgress = (done: number): void => {
    tell({ done });
  };
  tell({ result: await office.get(Simulate).live({ ...worldOptions(world), onProgress }, part) });
});
