import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantSecurity, workspace } from './tenant-security.js';

/** Telling others: webhooks with their messages and deliveries, and the calendar feeds of people. */
export class Webhooks1764200400000 implements MigrationInterface {
  readonly name = 'Webhooks1764200400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    for (const table of webhookTableNames) await runner.query(tenantSecurity(table));
    await runner.query(exceptions);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Webhooks are not taken back: restore a backup instead.'));
  }
}

const tables = `
create table webhook (
  ${workspace}, id uuid not null, url text not null, description text, events text[] not null, enabled boolean not null,
  stopped_because text, failing_since timestamptz, secret text not null, former_secret text, former_until timestamptz,
  created_by text not null, created_at timestamptz not null, updated_at timestamptz not null, primary key (workspace_id, id));
create index webhook_enabled on webhook (workspace_id) where enabled;

create table webhook_message (
  ${workspace}, id uuid not null, type text not null, body text not null, created_at timestamptz not null,
  primary key (workspace_id, id));

create table webhook_delivery (
  ${workspace}, id uuid not null, webhook_id uuid not null, message_id uuid not null, state text not null, tries integer not null,
  next_try_at timestamptz, lease_until timestamptz, last_tried_at timestamptz, status integer, answer text,
  created_at timestamptz not null, finished_at timestamptz, primary key (workspace_id, id),
  foreign key (workspace_id, webhook_id) references webhook on delete cascade deferrable initially deferred,
  foreign key (workspace_id, message_id) references webhook_message deferrable initially deferred);
create index on webhook_delivery (workspace_id, webhook_id, id desc);
create index on webhook_delivery (workspace_id, message_id);
create index webhook_delivery_waiting on webhook_delivery (next_try_at) where state = 'waiting';

create table calendar_feed (
  ${workspace}, id uuid not null, person_id uuid not null, hash text not null unique,
  created_at timestamptz not null, primary key (workspace_id, id), unique (workspace_id, person_id));
`;

/** Tables this migration adds; see \`tenantTableNames\`. */
export const webhookTableNames = ['webhook', 'webhook_message', 'webhook_delivery', 'calendar_feed'] as const;

const exceptions = `
-- Whoever holds the address of a feed sees the row of that feed: this is how a request without a sign-in finds its workspace.
create policy by_secret on calendar_feed for select to redress_app
  using (hash = nullif(current_setting('app.calendar_feed_hash', true), ''));

create policy relay_reads on webhook_delivery for select to redress_relay using (true);
grant select (workspace_id, id, state, next_try_at, lease_until) on webhook_delivery to redress_relay;

-- What was said is not changed afterwards.
revoke update on webhook_message from redress_app;

-- Opens a transaction for one workspace, and says in the same statement whether anybody outside listens to it: so filing
-- costs no further question where nobody does.
create function enter_workspace(entered uuid) returns boolean language plpgsql as $$
begin
  perform set_config('app.workspace', entered::text, true);
  return exists (select from webhook where workspace_id = entered and enabled);
end $$;
`;
