import type { Id, Right, RightKind, RightsHolder } from '#libs/domain';
import type { WorkspaceTransaction } from '../workspace-transaction.js';
import { anywhere } from './like.js';

/** The rights holder with this name, letter case aside. */
export async function rightsHolderNamed(tx: WorkspaceTransaction, name: string): Promise<RightsHolder | null> {
  const [row] = await tx.rightsHolders.matching('lower(name) = lower($2)', [name], 'order by created_at limit 1');
  return row ?? null;
}

/** The right of this rights holder with this number or title; where none is named, the only one of these kinds. */
export async function rightOf(
  tx: WorkspaceTransaction,
  rightsHolderId: Id,
  named: string,
  kinds: readonly RightKind[],
): Promise<Right | null> {
  const rows = await tx.rights.matching(
    `rights_holder_id = $2 and kind = any($3) and ($4 = '' or number = $4 or title = $4)`,
    [rightsHolderId, kinds, named],
    'order by created_at limit 2',
  );
  return named === '' && rows.length > 1 ? null : (rows[0] ?? null);
}

interface Page {
  after: Id | undefined;
  limit: number;
}

/** Rights holders in the order they were entered. */
export async function listRightsHolders(
  tx: WorkspaceTransaction,
  page: Page & { q?: string | undefined },
): Promise<RightsHolder[]> {
  return tx.rightsHolders.matching(
    `($2::uuid is null or id > $2) and ($4::text is null or name ilike $4)`,
    [page.after ?? null, page.limit, page.q === undefined ? null : anywhere(page.q)],
    'order by id limit $3',
  );
}

export interface RightsFilter {
  rightsHolderId?: Id | undefined;
  kind?: RightKind | undefined;
  /** part of a title, number or office */
  q?: string | undefined;
}

/** Rights in the order they were entered. */
export async function listRights(tx: WorkspaceTransaction, page: Page, filter: RightsFilter): Promise<Right[]> {
  const q = filter.q === undefined ? null : anywhere(filter.q);
  return tx.rights.matching(
    `($2::uuid is null or id > $2) and ($4::uuid is null or rights_holder_id = $4) and ($5::text is null or kind = $5)
      and ($6::text is null or title ilike $6 or number ilike $6 or office ilike $6)`,
    [page.after ?? null, page.limit, filter.rightsHolderId ?? null, filter.kind ?? null, q],
    'order by id limit $3',
  );
}

/** Something of the register that ends: the day it ends, calendar date. */
export interface Expiry {
  kind: 'right' | 'power-of-attorney';
  id: Id;
  /** the right's title, or the agent */
  title: string;
  rightsHolderId: Id;
  rightsHolder: string;
  on: string;
}

/**
 * Rights and powers of attorney that end between two calendar days, both inclusive, the soonest first. A power that
 * another one outlasts for the same rights holder and scope is not among them.
 */
export async function expiries(tx: WorkspaceTransaction, from: string, to: string): Promise<Expiry[]> {
  return tx.query<Expiry>(
    `select 'right' as kind, r.id, r.title, r.rights_holder_id as "rightsHolderId", h.name as "rightsHolder", r.valid_to::text as on
       from ip_right r join rights_holder h on h.workspace_id = r.workspace_id and h.id = r.rights_holder_id
      where r.workspace_id = $1 and r.valid_to between $2 and $3
      union all
     select 'power-of-attorney', p.id, p.agent, p.rights_holder_id, h.name, p.valid_to::text
       from power_of_attorney p join rights_holder h on h.workspace_id = p.workspace_id and h.id = p.rights_holder_id
      where p.workspace_id = $1 and p.revoked_at is null and p.valid_to between $2 and $3
        and not exists (select from power_of_attorney o where o.workspace_id = p.workspace_id and o.rights_holder_id = p.rights_holder_id
          and o.id <> p.id and o.revoked_at is null and coalesce(o.valid_to, 'infinity') > p.valid_to
          and o.right_ids = p.right_ids and o.platforms = p.platforms)
      order by "on", title limit 500`,
    [tx.workspaceId, from, to],
  );
}
