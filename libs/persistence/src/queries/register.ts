import type { Id, Right, RightKind, RightsHolder } from '#libs/domain';
import type { WorkspaceTransaction } from '../workspace-transaction.js';

/** The rights holder with this name, letter case aside. */
export async function rightsHolderNamed(tx: WorkspaceTransaction, name: string): Promise<Id | null> {
  const [row] = await tx.query<{ id: Id }>(
    `select id from rights_holder where workspace_id = $1 and lower(name) = lower($2) order by created_at limit 1`,
    [tx.workspaceId, name],
  );
  return row?.id ?? null;
}

/** The right of this rights holder with this number or title; where none is named, the only one of these kinds. */
export async function rightOf(
  tx: WorkspaceTransaction,
  rightsHolderId: Id,
  named: string,
  kinds: readonly RightKind[],
): Promise<Id | null> {
  const rows = await tx.query<{ id: Id }>(
    `select id from ip_right where workspace_id = $1 and rights_holder_id = $2 and kind = any($3)
        and ($4 = '' or number = $4 or title = $4) order by created_at limit 2`,
    [tx.workspaceId, rightsHolderId, kinds, named],
  );
  return named === '' && rows.length > 1 ? null : (rows[0]?.id ?? null);
}

/** Which of these listings already stand under a complaint of the same right with the same platform. */
export async function listingsUnderComplaint(
  tx: WorkspaceTransaction,
  platform: string,
  rightId: Id,
  urls: readonly string[],
): Promise<string[]> {
  const rows = await tx.query<{ url: string }>(
    `select distinct i.url from item i join complaint c on c.workspace_id = i.workspace_id and c.id = i.complaint_id
      where i.workspace_id = $1 and c.platform = $2 and i.right_id = $3 and i.url = any($4) and c.status <> 'withdrawn'`,
    [tx.workspaceId, platform, rightId, urls],
  );
  return rows.map((row) => row.url);
}

interface Page {
  after: Id | undefined;
  limit: number;
}

/** Rights holders in the order they were entered. */
export async function listRightsHolders(tx: WorkspaceTransaction, page: Page): Promise<RightsHolder[]> {
  return tx.query<RightsHolder>(
    `select id, name, country, address, email, phone, programmes from rights_holder
      where workspace_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
    [tx.workspaceId, page.after ?? null, page.limit],
  );
}

/** Rights in the order they were entered, of one rights holder or of all. */
export async function listRights(
  tx: WorkspaceTransaction,
  page: Page & { rightsHolderId: Id | undefined },
): Promise<Right[]> {
  return tx.query<Right>(
    `select id, rights_holder_id as "rightsHolderId", kind, title, number, office, classes, valid_from::text as "validFrom",
            valid_to::text as "validTo", documents
       from ip_right where workspace_id = $1 and ($2::uuid is null or id > $2) and ($4::uuid is null or rights_holder_id = $4)
      order by id limit $3`,
    [tx.workspaceId, page.after ?? null, page.limit, page.rightsHolderId ?? null],
  );
}
