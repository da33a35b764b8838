import type { Handlers } from '#libs/queue';
import type { DeliverAttempt, ReadReply, Reconcile, WatchDeadlines } from '#libs/workflow';

export interface Verbs {
  deliverAttempt: DeliverAttempt;
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
  reconcile: async () => verbs.reconcile.run(),
  'watch-deadlines': async () => verbs.watchDeadlines.run(),
});
