import { NestFactory } from '@nestjs/core';
import type { Logger } from 'pino';
import { startInboundSmtp } from '#libs/answers';
import { Obligations } from '#libs/persistence';
import { startRelay } from '#libs/queue';
import type { QueueLog, Queues } from '#libs/queue';
import type { Settings } from '#libs/settings';
import {
  CommitImport,
  DeliverAttempt,
  DeliverWebhook,
  JudgeFilings,
  ObserveListing,
  ObserveListings,
  QueryStatus,
  QueryStatuses,
  ReadImport,
  ReadReply,
  ReceiveReply,
  Reconcile,
  WatchDeadlines,
  WorkflowModule,
  browserForms,
  browserFormsInWords,
  openJobQueues,
} from '#libs/workflow';
import { handlers } from './handlers.js';

/** Largest message taken in from platforms. */
const MAX_MESSAGE_BYTES = 50 * 1024 * 1024;

export interface RunningWorker {
  /** port of the inbound mail server */
  smtpPort: number;
  queues: Queues;
  close(): Promise<void>;
}

/** Starts everything that happens behind the API: relay, jobs, schedules, and the mail server that platforms answer to. */
export async function startWorker(settings: Settings, log: Logger): Promise<RunningWorker> {
  const app = await NestFactory.createApplicationContext(WorkflowModule.with(settings), { logger: ['error', 'warn'] });
  log.info(`Platforms' web forms: ${browserFormsInWords(browserForms(settings))}`);
  const queues = openJobQueues(settings, queueLog(log));
  const relay = startRelay({ source: app.get(Obligations), queues, idleMs: 100, batch: 200, log: queueLog(log) });
  const working = await queues.work(
    handlers({
      commitImport: app.get(CommitImport),
      deliverAttempt: app.get(DeliverAttempt),
      deliverWebhook: app.get(DeliverWebhook),
      judgeFilings: app.get(JudgeFilings),
      observeListing: app.get(ObserveListing),
      observeListings: app.get(ObserveListings),
      queryStatus: app.get(QueryStatus),
      queryStatuses: app.get(QueryStatuses),
      readImport: app.get(ReadImport),
      readReply: app.get(ReadReply),
      reconcile: app.get(Reconcile),
      watchDeadlines: app.get(WatchDeadlines),
    }),
  );
  await queues.schedule();
  const inbound = await startInbound(settings, app.get(ReceiveReply), log);
  return {
    smtpPort: inbound.port,
    queues,
    close: async () => {
      await inbound.close();
      await relay.stop();
      await working.close();
      await queues.close();
      await app.close();
    },
  };
}

async function startInbound(
  settings: Settings,
  receiveReply: ReceiveReply,
  log: Logger,
): ReturnType<typeof startInboundSmtp> {
  return startInboundSmtp({
    host: settings.INBOUND_SMTP_HOST,
    port: settings.INBOUND_SMTP_PORT,
    maxBytes: MAX_MESSAGE_BYTES,
    maxClients: 100,
    accepts: async (address) => Promise.resolve(receiveReply.workspaceOf(address) !== null),
    store: async (raw, { to }) => {
      const workspaces = new Set(to.map((address) => receiveReply.workspaceOf(address)).filter((id) => id !== null));
      for (const workspaceId of workspaces) await receiveReply.run(workspaceId, { raw, via: 'smtp', recipients: to });
    },
    log: (line) => {
      log.warn(line);
    },
  });
}

const queueLog = (log: Logger): QueueLog => ({
  info: (words) => {
    log.info(words);
  },
  warn: (words) => {
    log.warn(words);
  },
});
