import type { Handlers, JobContext } from '#libs/queue';
import type {
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
  Reconcile,
  WatchDeadlines,
} from '#libs/workflow';

export interface Verbs {
  commitImport: CommitImport;
  deliverAttempt: DeliverAttempt;
  deliverWebhook: DeliverWebhook;
  judgeFilings: JudgeFilings;
  observeListing: ObserveListing;
  observeListings: ObserveListings;
  queryStatus: QueryStatus;
  queryStatuses: QueryStatuses;
  readImport: ReadImport;
  readReply: ReadReply;
  reconcile: Reconcile;
  watchDeadlines: WatchDeadlines;
}

/** Which verb does which job. */
export const handlers = (verbs: Verbs): Handlers => ({
  'deliver-attempt': async ({ workspaceId, attemptId }, { signal }) => {
    await verbs.deliverAttempt.run(workspaceId, attemptId, signal);
  },
  'read-reply': async ({ workspaceId, replyId }) => verbs.readReply.run(workspaceId, replyId),
  'read-import': untilAborted(async ({ workspaceId, importId }, signal) =>
    verbs.readImport.run(workspaceId, importId, signal),
  ),
  'commit-import': untilAborted(async ({ workspaceId, importId }, signal) =>
    verbs.commitImport.run(workspaceId, importId, signal),
  ),
  'deliver-webhook': async ({ workspaceId, deliveryId }, { signal }) =>
    verbs.deliverWebhook.run(workspaceId, deliveryId, signal),
  'observe-listing': async ({ workspaceId, itemId }, { signal }) =>
    verbs.observeListing.run(workspaceId, itemId, signal),
  'observe-listings': async () => verbs.observeListings.run(),
  'query-status': async ({ workspaceId, attemptId }, { signal }) =>
    verbs.queryStatus.run(workspaceId, attemptId, signal),
  'query-statuses': async () => verbs.queryStatuses.run(),
  reconcile: async () => verbs.reconcile.run(),
  'judge-filings': async () => verbs.judgeFilings.run(),
  'watch-deadlines': async () => verbs.watchDeadlines.run(),
});

/** Long work stops where it is when the worker has to end: the job is not done, and is begun again elsewhere. */
function untilAborted<Payload>(
  work: (payload: Payload, signal: AbortSignal) => Promise<void>,
): (payload: Payload, context: JobContext) => Promise<void> {
  return async (payload, { signal }) => {
    await work(payload, signal);
    signal.throwIfAborted();
  };
}
