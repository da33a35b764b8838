import type { Id, ItemOutcome } from '#libs/domain';
import type { WorkspaceTransaction } from '../workspace-transaction.js';

/** The latest report of a listing for a right, in a complaint that was submitted. */
export interface EarlierItem {
  listingKey: string;
  rightId: Id;
  reference: string;
  outcome: ItemOutcome;
}

/**
 * What became of these listings when they were last reported for one of these rights to the platform: one row for each
 * listing and right that was. Drafts and withdrawn complaints don't count, and neither does the complaint itself.
 */
export async function earlierReports(
  tx: WorkspaceTransaction,
  sought: { platform: string; rightIds: readonly Id[]; listingKeys: readonly string[]; except: Id | null },
): Promise<EarlierItem[]> {
  if (sought.listingKeys.length === 0) return [];
  return tx.query<EarlierItem>(
    `select distinct on (i.listing_key, i.right_id) i.listing_key as "listingKey", i.right_id as "rightId", c.reference, i.outcome
       from item i join complaint c on c.workspace_id = i.workspace_id and c.id = i.complaint_id
      where i.workspace_id = $1 and i.listing_key = any($2) and i.right_id = any($3) and c.platform = $4
        and c.status not in ('draft', 'withdrawn') and ($5::uuid is null or c.id <> $5)
      order by i.listing_key, i.right_id, i.id desc`,
    [tx.workspaceId, sought.listingKeys, sought.rightIds, sought.platform, sought.except],
  );
}

/** A listing that a complaint holds already. */
export interface ListingUnderComplaint {
  listingKey: string;
  complaintId: Id;
  reference: string;
  outcome: ItemOutcome;
}

/** Which of these listings stand under any complaint that was not withdrawn, drafts included, whatever the right. */
export async function listingsUnderComplaint(
  tx: WorkspaceTransaction,
  listingKeys: readonly string[],
): Promise<ListingUnderComplaint[]> {
  if (listingKeys.length === 0) return [];
  return tx.query(
    `select distinct on (i.listing_key) i.listing_key as "listingKey", c.id as "complaintId", c.reference, i.outcome
       from item i join complaint c on c.workspace_id = i.workspace_id and c.id = i.complaint_id
      where i.workspace_id = $1 and i.listing_key = any($2) and c.status <> 'withdrawn'
      order by i.listing_key, i.id desc`,
    [tx.workspaceId, listingKeys],
  );
}
