import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Part, SimulationResult } from '#libs/workflow';
import type { World } from './simulated-world.js';

/** What a part tells while it lives, and at its end. */
export type PartMessage = { done: number } | { result: SimulationResult };

const MOST_PARTS = 4;

type LivePart = (part: Part, onDone: (count: number) => void) => Promise<SimulationResult>;

/**
 * Lives through a world on several threads, since the verbs compute more than the database does.
 * @param liveHere lives one part on this thread
 */
export async function liveInParts(
  world: World,
  liveHere: LivePart,
  progress: (done: number, of: number) => void,
): Promise<SimulationResult> {
  const of = Math.min(availableParallelism(), MOST_PARTS);
  const done = new Array<number>(of).fill(0);
  const results = await Promise.all(
    done.map(async (_none, index) => {
      const live: LivePart = index === 0 ? liveHere : async (part, onDone) => livePart({ world, part }, onDone);
      return live({ index, of }, (count) => {
        done[index] = count;
        progress(
          done.reduce((sum, each) => sum + each, 0),
          world.complaints,
        );
      });
    }),
  );
  return results.reduce((sum, each) => ({
    complaints: sum.complaints + each.complaints,
    delivered: sum.delivered + each.delivered,
    prevented: sum.prevented + each.prevented,
    replies: sum.replies + each.replies,
  }));
}

async function livePart(workerData: object, onDone: (count: number) => void): Promise<SimulationResult> {
  const worker = new Worker(new URL('./simulate-part.js', import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    worker.on('message', (message: PartMessage) => {
      if ('result' in message) resolve(message.result);
      else onDone(message.done);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      reject(new Error(`a part of the simulation ended with status ${code} before it was done`));
    });
  });
}
