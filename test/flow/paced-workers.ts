import { NestFactory } from '@nestjs/core';
import type { PlatformPace } from '#libs/domain';
import { Obligations } from '#libs/persistence';
import { jobNames, startRelay } from '#libs/queue';
import type { Handlers } from '#libs/queue';
import type { Settings } from '#libs/settings';
import { DeliverAttempt, Rulebook, WorkflowModule, openJobQueues } from '#libs/workflow';

/** Nothing is done about the other jobs; `fromEntries` forgets which names there are. */
const idle = Object.fromEntries(jobNames.map((name) => [name, async () => Promise.resolve()])) as unknown as Handlers;

/** What a worker does about deliveries, with its own connections; `close` as a process ends. */
export interface PacedWorker {
  close(): Promise<void>;
}

/** A worker for which the profile of the platform `sandbox` states this pace. */
export async function aPacedWorker(settings: Settings, pace: PlatformPace): Promise<PacedWorker> {
  const app = await NestFactory.createApplicationContext(WorkflowModule.with(settings), { logger: false });
  Object.assign(app.get(Rulebook).platform('sandbox'), { pace });
  const queues = openJobQueues(settings);
  const relay = startRelay({ source: app.get(Obligations), queues, idleMs: 50, batch: 50 });
  const verb = app.get(DeliverAttempt);
  const working = await queues.work({
    ...idle,
    'deliver-attempt': async ({ workspaceId, attemptId }, { signal }) => {
      await verb.run(workspaceId, attemptId, signal);
    },
  });
  return {
    close: async () => {
      await relay.stop();
      await working.close({ graceMs: 2000 });
      await queues.close();
      await app.close();
    },
  };
}
