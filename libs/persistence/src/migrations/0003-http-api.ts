import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantSecurity, workspace } from './tenant-security.js';

/** Filing through interfaces: the accounts of a workspace, and when a platform is asked what became of a report. */
export class HttpApi1764200600000 implements MigrationInterface {
  readonly name = 'HttpApi1764200600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    for (const table of httpApiTableNames) await runner.query(tenantSecurity(table));
    await runner.query(relay);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Accounts are not taken back: restore a backup instead.'));
  }
}

const tables = `
create table channel_account (
  ${workspace}, id uuid not null, platform text not null, channel text not null, name text not null, sealed text not null,
  set_by text not null, created_at timestamptz not null, updated_at timestamptz not null, primary key (workspace_id, id),
  unique (workspace_id, platform, channel));

create table status_query (
  ${workspace}, id uuid not null, queries integer not null, next_at timestamptz not null, done boolean not null,
  last_sha256 text, primary key (workspace_id, id));
`;

/** Tables this migration adds; see `tenantTableNames`. */
export const httpApiTableNames = ['channel_account', 'status_query'] as const;

const relay = `
create policy relay_reads on status_query for select to redress_relay using (true);
grant select (workspace_id, id, next_at, done) on status_query to redress_relay;
grant select (channel, finished_at) on attempt to redress_relay;
create index attempt_to_ask_about on attempt (finished_at) where channel = 'http-api' and state in ('delivered', 'unknown');
`;
