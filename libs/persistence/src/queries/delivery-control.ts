import type { ChannelHealth, ErrorCode, Id, PlatformPace } from '#libs/domain';
import type { WorkspaceTransaction } from '../workspace-transaction.js';

/** One channel of one platform. */
export interface ChannelKey {
  platform: string;
  channel: string;
}

/** of `delivery.channel_health h` */
export const healthColumns = `h.state, h.failures, h.code, h.opened_at as "openedAt", h.next_probe_at as "nextProbeAt",
  h.probes_failed as "probesFailed"`;

export interface Hindrance {
  paused: boolean;
  /** null: nothing bad was ever heard of the channel */
  health: ChannelHealth | null;
}

/** What holds back notices of this workspace on a channel, in one statement: every delivery asks it. */
export async function hindranceOf(tx: WorkspaceTransaction, { platform, channel }: ChannelKey): Promise<Hindrance> {
  const [row] = await tx.query<{ paused: boolean } & Nullable<ChannelHealth>>(
    `select exists (select from platform_pause where workspace_id = $1 and platform in ($2, '*'))
              or exists (select from delivery.pause where platform in ($2, '*')) as paused, ${healthColumns}
       from (select 1) once left join delivery.channel_health h on h.platform = $2 and h.channel = $3`,
    [tx.workspaceId, platform, channel],
  );
  if (row === undefined) return { paused: false, health: null };
  const { paused, ...health } = row;
  return { paused, health: isWhole(health) ? health : null };
}

type Nullable<Row> = { [Key in keyof Row]: Row[Key] | null };

const isWhole = (health: Nullable<ChannelHealth>): health is ChannelHealth => health.state !== null;

/** What is known of a channel; nobody else changes it until this transaction ends. */
export async function lockHealth(tx: WorkspaceTransaction, key: ChannelKey): Promise<ChannelHealth> {
  await tx.query(
    `insert into delivery.channel_health (platform, channel, state, failures, probes_failed)
     values ($1, $2, 'closed', 0, 0) on conflict do nothing`,
    [key.platform, key.channel],
  );
  const [row] = await tx.query<ChannelHealth>(
    `select ${healthColumns} from delivery.channel_health h where platform = $1 and channel = $2 for update`,
    [key.platform, key.channel],
  );
  if (row === undefined) throw new Error(`no health of ${key.platform} ${key.channel}`);
  return row;
}

/** Keeps what is now known of a channel; the caller holds its row. */
export async function keepHealth(tx: WorkspaceTransaction, key: ChannelKey, health: ChannelHealth): Promise<void> {
  await tx.query(
    `update delivery.channel_health set state = $3, failures = $4, code = $5, opened_at = $6, next_probe_at = $7,
            probes_failed = $8 where platform = $1 and channel = $2`,
    [
      ...[key.platform, key.channel, health.state, health.failures],
      ...[health.code, health.openedAt, health.nextProbeAt, health.probesFailed],
    ],
  );
}

export interface Outage extends ChannelKey {
  code: ErrorCode | null;
  failures: number;
  beganAt: Date;
  endedAt: Date | null;
}

export async function beginOutage(tx: WorkspaceTransaction, id: Id, outage: Omit<Outage, 'endedAt'>): Promise<void> {
  await tx.query(
    `insert into delivery.outage (id, platform, channel, code, failures, began_at) values ($1, $2, $3, $4, $5, $6)`,
    [id, outage.platform, outage.channel, outage.code, outage.failures, outage.beganAt],
  );
}

export async function endOutage(tx: WorkspaceTransaction, key: ChannelKey, at: Date): Promise<void> {
  await tx.query(`update delivery.outage set ended_at = $3 where platform = $1 and channel = $2 and ended_at is null`, [
    key.platform,
    key.channel,
    at,
  ]);
}

/**
 * Asks for leave to depart within a pace that holds over all workers. Null: it departs now; otherwise when it can.
 * @param counts what is counted together: a channel, or `*` for the platform
 * @param leaseSeconds a departure nothing more is heard of is no longer under way after this time
 */
export async function depart(
  tx: WorkspaceTransaction,
  counts: ChannelKey,
  attemptId: Id,
  pace: PlatformPace,
  { now, leaseSeconds }: { now: Date; leaseSeconds: number },
): Promise<Date | null> {
  const [row] = await tx.query<{ at: Date | null }>(
    `select delivery.depart($1, $2, $3, $4, $5, $6, $7, make_interval(secs => $8)) as at`,
    [
      ...[counts.platform, counts.channel, attemptId],
      ...[pace.perMinute ?? null, pace.perDay ?? null, pace.concurrent ?? null, now, leaseSeconds],
    ],
  );
  return row?.at ?? null;
}

/** What departed has arrived, or came back: it is under way no more. */
export async function arrive(tx: WorkspaceTransaction, attemptId: Id): Promise<void> {
  await tx.query(
    `update delivery.departure set under_way_until = null where attempt_id = $1 and under_way_until is not null`,
    [attemptId],
  );
}

/** When one more of those that wait for a channel may look again: at least `stepMs` after the one before. */
export async function nextLook(
  tx: WorkspaceTransaction,
  { platform, channel }: ChannelKey,
  earliest: Date,
  stepMs: number,
): Promise<Date> {
  const [row] = await tx.query<{ at: Date }>(
    `select delivery.next_look($1, $2, $3, make_interval(secs => $4::float8 / 1000)) as at`,
    [platform, channel, earliest, stepMs],
  );
  return row?.at ?? earliest;
}
