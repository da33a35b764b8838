import type { Id } from '#libs/domain';
import type { Database } from '../database.js';
import type { WorkspaceTransaction } from '../workspace-transaction.js';
import type { Outage } from './delivery-control.js';

/** Every platform, where one platform could be named. */
export const EVERY_PLATFORM = '*';

/** Nothing leaves for a platform until it is taken back. */
export interface Pause {
  /** a slug, or `*` */
  platform: string;
  reason: string;
  pausedBy: string;
  at: Date;
}

const columns = `platform, reason, paused_by as "pausedBy", at`;

/** The pauses of this workspace, and those of the whole installation. */
export async function pausesOf(tx: WorkspaceTransaction): Promise<(Pause & { everywhere: boolean })[]> {
  return tx.query(
    `select ${columns}, false as everywhere from platform_pause where workspace_id = $1
      union all select ${columns}, true from delivery.pause order by platform, everywhere`,
    [tx.workspaceId],
  );
}

export async function setPause(tx: WorkspaceTransaction, pause: Pause): Promise<void> {
  await tx.query(
    `insert into platform_pause (workspace_id, platform, reason, paused_by, at) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, platform) do update set reason = excluded.reason, paused_by = excluded.paused_by`,
    [tx.workspaceId, pause.platform, pause.reason, pause.pausedBy, pause.at],
  );
}

/** @returns whether there was one */
export async function liftPause(tx: WorkspaceTransaction, platform: string): Promise<boolean> {
  const rows = await tx.query<{ platform: string }>(
    `with lifted as (delete from platform_pause where workspace_id = $1 and platform = $2 returning platform)
     select platform from lifted`,
    [tx.workspaceId, platform],
  );
  return rows.length > 0;
}

/** Lets go of what waited for a pause to end: its next try is now. @returns whose job is owed again */
export async function releasePaused(tx: WorkspaceTransaction, platform: string): Promise<Id[]> {
  const rows = await tx.query<{ id: Id }>(
    `with released as (
       update attempt a set waits_for = null, next_try_at = null from complaint c
        where a.workspace_id = $1 and a.state = 'queued' and a.waits_for = 'paused'
          and c.workspace_id = a.workspace_id and c.id = a.complaint_id and ($2 = '*' or c.platform = $2)
       returning a.id)
     select id from released order by id`,
    [tx.workspaceId, platform],
  );
  return rows.map(({ id }) => id);
}

export type OutageRow = Outage & { id: Id };

/** The latest outages of a platform's channels, newest first. */
export async function outagesOf(tx: WorkspaceTransaction, platform: string, limit: number): Promise<OutageRow[]> {
  return tx.query<OutageRow>(
    `select id, platform, channel, code, failures, began_at as "beganAt", ended_at as "endedAt" from delivery.outage
      where platform = $1 order by began_at desc limit $2`,
    [platform, limit],
  );
}

/** How many attempts of this workspace wait on a platform without having been tried, by what they wait for. */
export async function countHeld(tx: WorkspaceTransaction, platform: string): Promise<Record<string, number>> {
  const rows = await tx.query<{ reason: string; n: number }>(
    `select a.waits_for as reason, count(*)::int as n from attempt a
       join complaint c on c.workspace_id = a.workspace_id and c.id = a.complaint_id
      where a.workspace_id = $1 and a.state = 'queued' and a.waits_for is not null and c.platform = $2 group by 1`,
    [tx.workspaceId, platform],
  );
  return Object.fromEntries(rows.map(({ reason, n }) => [reason, n]));
}

/** Pauses for every workspace of the installation. */
export async function setPauseEverywhere(database: Database, pause: Pause): Promise<void> {
  await database.identity(
    `insert into delivery.pause (platform, reason, paused_by, at) values ($1, $2, $3, $4)
     on conflict (platform) do update set reason = excluded.reason, paused_by = excluded.paused_by`,
    [pause.platform, pause.reason, pause.pausedBy, pause.at],
  );
}

/** @returns whether there was one */
export async function liftPauseEverywhere(database: Database, platform: string): Promise<boolean> {
  const rows = await database.identity(
    `with lifted as (delete from delivery.pause where platform = $1 returning platform) select platform from lifted`,
    [platform],
  );
  return rows.length > 0;
}
