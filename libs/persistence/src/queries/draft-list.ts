import type { FilingDraft } from '#libs/domain';
import type { WorkspaceTransaction } from '../workspace-transaction.js';

/** The drafts a person can go on with: the person's own and those that were shared, latest first. */
export async function listDrafts(tx: WorkspaceTransaction, ownerId: string, limit: number): Promise<FilingDraft[]> {
  return tx.drafts.matching(
    'discarded_at is null and (owner_id = $2 or shared)',
    [ownerId, limit],
    'order by updated_at desc limit $3',
  );
}
