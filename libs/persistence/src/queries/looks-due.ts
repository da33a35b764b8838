import type { Id } from '#libs/domain';
import type { WorkspaceTransaction } from '../workspace-transaction.js';

/** Items put under watch, or looked for again after a decision, in one go. */
const AT_ONCE = 1000;

/** Listings that can be looked at: filed, on a web address, and on a real platform. */
const watchable = `i.status = 'filed' and i.listing_key is not null and i.outcome <> 'withdrawn'
    and exists (select from complaint c where c.workspace_id = i.workspace_id and c.id = i.complaint_id and not c.simulated)`;

/** Puts delivered items under watch: first looked at a day after the platform had the notice, unless that is over a year ago. */
export async function watchDelivered(tx: WorkspaceTransaction, now: Date): Promise<void> {
  await tx.query(
    `update item set next_look_at = greatest(delivered_at + interval '1 day', $2)
      where workspace_id = $1 and id in
        (select i.id from item i
          where i.workspace_id = $1 and i.next_look_at is null and i.looked_at is null
            and i.delivered_at > $2::timestamptz - interval '365 days' and ${watchable} limit ${AT_ONCE})`,
    [tx.workspaceId, now],
  );
}

/** Brings the next look forward where a removal was decided since the last one. */
export async function lookAfterRemovals(tx: WorkspaceTransaction, now: Date): Promise<void> {
  await tx.query(
    `update item set next_look_at = greatest(decided_at + interval '1 day', $2)
      where workspace_id = $1 and id in
        (select i.id from item i
          where i.workspace_id = $1 and i.decided_at > i.looked_at and i.outcome in ('removed', 'partial', 'relisted')
            and (i.next_look_at is null or i.next_look_at > greatest(i.decided_at + interval '1 day', $2))
            and ${watchable} limit ${AT_ONCE})`,
    [tx.workspaceId, now],
  );
}

/**
 * Takes items that are due to be looked at, one of each host, so that no host is asked more often than this is called. They
 * are due again at `again`, unless the look says otherwise: one that was lost is made up for.
 */
export async function takeLooksDue(tx: WorkspaceTransaction, due: { now: Date; again: Date }): Promise<Id[]> {
  const rows = await tx.query<{ id: Id }>(
    `with due as (
       select id, next_look_at, split_part(listing_key, '/', 1) as host from item
        where workspace_id = $1 and next_look_at <= $2 order by next_look_at limit ${AT_ONCE}),
     one as (select distinct on (host) id from due order by host, next_look_at),
     taken as (update item i set next_look_at = $3 where i.workspace_id = $1 and i.id in (select id from one) and i.next_look_at <= $2 returning i.id)
     select id from taken`,
    [tx.workspaceId, due.now, due.again],
  );
  return rows.map(({ id }) => id);
}

/** How many looks people of the workspace asked for since then. */
export async function looksAskedSince(tx: WorkspaceTransaction, since: Date): Promise<number> {
  const [row] = await tx.query<{ asked: number }>(
    'select count(*)::int as asked from item where workspace_id = $1 and look_asked_at > $2',
    [tx.workspaceId, since],
  );
  return row?.asked ?? 0;
}
