import type { Handlers } from '#libs/queue';
import type { CommitImport, DeliverAttempt, ReadImport, ReadReply, Reconcile, WatchDeadlines } from '#libs/workflow';

export interface Verbs {
  commitImport: CommitImport;
  deliverAttempt: DeliverAttempt;
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
  'read-import': async ({ workspaceId, importId }, { signal }) => verbs.readImport.run(workspaceId, importId, signal),
  'commit-import': async ({ workspaceId, importId }, { signal }) =>
    verbs.commitImport.run(workspaceId, importId, signal),
  reconcile: async () => verbs.reconcile.run(),
  'watch-deadlines': async () => verbs.watchDeadlines.run(),
});
