import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantSecurity, workspace } from './tenant-security.js';

/**
 * What holds deliveries back: pauses by people, outages of channels, and the pace a platform asks for. Outages and pace are of
 * the platform and not of a workspace, so all workers share them, in schema `delivery`; nothing of a complaint stands there.
 */
export class DeliveryControl1764200500000 implements MigrationInterface {
  readonly name = 'DeliveryControl1764200500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ofWorkspaces);
    for (const table of deliveryControlTableNames) await runner.query(tenantSecurity(table));
    await runner.query(ofPlatforms);
    await runner.query(functions);
    await runner.query(rights);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Delivery control is not taken back: restore a backup instead.'));
  }
}

/** Tables of the workspaces that this migration makes; see `tenantTableNames`. */
export const deliveryControlTableNames = ['platform_pause'] as const;

const ofWorkspaces = `
alter table attempt add waits_for text;
create index attempt_held on attempt (workspace_id, waits_for) where state = 'queued' and waits_for is not null;
create index attempt_by_hand on attempt (workspace_id, id) where state in ('needs-human', 'unknown');

-- platform '*' stands for every platform
create table platform_pause (
  ${workspace}, platform text not null, reason text not null, paused_by text not null, at timestamptz not null,
  primary key (workspace_id, platform));
`;

const ofPlatforms = `
create schema delivery;

-- A pause for the whole installation, as its operator sets it.
create table delivery.pause (
  platform text primary key, reason text not null, paused_by text not null, at timestamptz not null);

create table delivery.channel_health (
  platform text not null, channel text not null, state text not null, failures integer not null, code text, opened_at timestamptz,
  next_probe_at timestamptz, probes_failed integer not null, primary key (platform, channel));

-- Evidence: every time a channel was given up for a while, and when it answered again.
create table delivery.outage (
  id uuid primary key, platform text not null, channel text not null, code text, failures integer not null,
  began_at timestamptz not null, ended_at timestamptz);
create index on delivery.outage (platform, began_at desc);
create unique index outage_open on delivery.outage (platform, channel) where ended_at is null;

-- One row for each of what is counted together; who decides about a departure holds it. look_at: when the last of those that
-- were put off looks again.
create table delivery.line (
  platform text not null, channel text not null, look_at timestamptz not null default '-infinity', primary key (platform, channel));

-- Notices that left (at: when), or are to leave no sooner than at.
create table delivery.departure (
  id bigint generated always as identity primary key, platform text not null, channel text not null, attempt_id uuid not null,
  at timestamptz not null, has_left boolean not null, under_way_until timestamptz);
create index on delivery.departure (platform, channel, at desc);
create index on delivery.departure (attempt_id);
`;

const functions = `
-- Asks for leave to depart now, within the pace of what is counted together. Null: it has left, and counts. Otherwise the
-- instant before which it can't: a place is kept for it there, so that no two are put off to the same one.
create function delivery.depart(
  of_platform text, of_channel text, attempt uuid, per_minute integer, per_day integer, concurrent integer, now_at timestamptz,
  lease interval) returns timestamptz language plpgsql as $$
declare
  kept timestamptz;
  free timestamptz := now_at;
  only_left boolean;
begin
  insert into delivery.line (platform, channel) values (of_platform, of_channel) on conflict do nothing;
  perform from delivery.line where platform = of_platform and channel = of_channel for update;
  delete from delivery.departure
   where platform = of_platform and channel = of_channel and at < now_at - interval '1 day' and coalesce(under_way_until, at) < now_at;
  delete from delivery.departure where attempt_id = attempt and not has_left returning at into kept;
  if concurrent <= (select count(*) from delivery.departure
      where platform = of_platform and channel = of_channel and under_way_until > now_at) then
    return delivery.next_look(of_platform, of_channel, now_at + interval '1 second', interval '250 milliseconds');
  end if;
  -- Whoever comes to a place that was kept for it is not sent back behind those that wait for theirs.
  only_left := coalesce(kept > now_at - interval '10 seconds', false);
  free := greatest(free,
    interval '60 seconds' + delivery.at_of_last(of_platform, of_channel, per_minute, only_left, now_at),
    interval '1 day' + delivery.at_of_last(of_platform, of_channel, per_day, only_left, now_at));
  if free > now_at then
    -- The one before may leave a little later than it could: a second keeps the two apart all the same.
    free := free + interval '1 second';
    insert into delivery.departure (platform, channel, attempt_id, at, has_left) values (of_platform, of_channel, attempt, free, false);
    return free;
  end if;
  insert into delivery.departure (platform, channel, attempt_id, at, has_left, under_way_until)
  values (of_platform, of_channel, attempt, now_at, true, now_at + lease);
  return null;
end $$;

-- The instant of the n-th departure counted from the last: the next may follow a whole span after it. Null without a limit.
create function delivery.at_of_last(
  of_platform text, of_channel text, n integer, only_left boolean, now_at timestamptz) returns timestamptz language sql as $$
  select at from delivery.departure
   where n is not null and platform = of_platform and channel = of_channel and (has_left or (not only_left and at > now_at))
   order by at desc offset coalesce(n, 1) - 1 limit 1
$$;

-- When the next of those that were put off may look again: each a step after the one before, so that a crowd that waits for one
-- platform comes one by one.
create function delivery.next_look(of_platform text, of_channel text, earliest timestamptz, step interval)
  returns timestamptz language sql as $$
  insert into delivery.line as line (platform, channel, look_at) values (of_platform, of_channel, earliest)
  on conflict (platform, channel) do update set look_at = greatest(earliest, line.look_at + step) returning look_at
$$;
`;

const rights = `
grant usage on schema delivery to redress_app, redress_relay;
grant select, insert, update, delete on delivery.pause, delivery.channel_health, delivery.line, delivery.departure to redress_app;
grant select, insert on delivery.outage to redress_app;
grant update (ended_at) on delivery.outage to redress_app;

create policy relay_reads on platform_pause for select to redress_relay using (true);
grant select (workspace_id, platform) on platform_pause to redress_relay;
grant select (platform) on delivery.pause to redress_relay;
`;
