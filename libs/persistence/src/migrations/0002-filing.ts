import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantSecurity, workspace } from './tenant-security.js';

/**
 * Filing in full: the register of rights with powers of attorney and verification, evidence files, drafts and templates,
 * approval by a second person, and imports of listings.
 */
export class Filing1764100000000 implements MigrationInterface {
  readonly name = 'Filing1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(register);
    await runner.query(filing);
    await runner.query(imports);
    for (const table of filingTableNames) await runner.query(tenantSecurity(table));
    await runner.query(exceptions);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Filing is not taken back: restore a backup instead.'));
  }
}

const ofRightsHolder =
  'foreign key (workspace_id, rights_holder_id) references rights_holder deferrable initially deferred';

const register = `
alter table rights_holder
  add website text,
  add represented_by_agent boolean not null default false,
  add updated_at timestamptz;
update rights_holder set updated_at = created_at;
alter table rights_holder alter updated_at set not null;
create index on rights_holder (workspace_id, lower(name));

alter table ip_right
  add registration text,
  add locarno text[] not null default '{}',
  add covers text,
  add territories text[] not null default '{}',
  add owners jsonb not null default '[]',
  add updated_at timestamptz;
update ip_right set updated_at = created_at, registration = case when number is null then 'unregistered' else 'registered' end;
alter table ip_right alter updated_at set not null, alter registration set not null;
-- What was a list of titles becomes a list of documents.
alter table ip_right alter documents drop default;
alter table ip_right add document_list jsonb not null default '[]';
update ip_right set document_list = (select coalesce(jsonb_agg(jsonb_build_object('kind', 'other', 'title', title, 'fileId', null,
  'language', null) order by place), '[]') from unnest(documents) with ordinality as listed (title, place));
alter table ip_right drop documents;
alter table ip_right rename document_list to documents;
create index on ip_right (workspace_id, number);

create table power_of_attorney (
  ${workspace}, id uuid not null, rights_holder_id uuid not null, agent text not null, right_ids uuid[] not null, platforms text[] not null,
  valid_from date not null, valid_to date, revoked_at timestamptz, file_id uuid, created_at timestamptz not null,
  primary key (workspace_id, id), ${ofRightsHolder});
create index on power_of_attorney (workspace_id, rights_holder_id);

create table right_verification (
  ${workspace}, id uuid not null, right_id uuid not null, desk text not null, status text not null, since date not null, note text,
  recorded_by text not null, recorded_at timestamptz not null, primary key (workspace_id, id), unique (workspace_id, right_id, desk),
  foreign key (workspace_id, right_id) references ip_right deferrable initially deferred);
`;

const filing = `
alter table complaint
  add evidence_file_ids uuid[] not null default '{}',
  add goods_classes integer[] not null default '{}',
  add renewed_because text,
  add import_id uuid,
  add submitter jsonb,
  add approver jsonb,
  add approved_at timestamptz;
create index on complaint (workspace_id, import_id) where import_id is not null;

alter table item add listing_key text;
update item set listing_key = regexp_replace(url, '^https?://(www\\.)?', '', 'i') where url ~* '^https?://';
create index on item (workspace_id, listing_key);
drop index item_workspace_id_url_idx;

create table evidence_file (
  ${workspace}, id uuid not null, sha256 text not null, media_type text not null, size bigint not null, name text not null,
  captured_at timestamptz, added_by text not null, added_at timestamptz not null, primary key (workspace_id, id));

create table filing_draft (
  ${workspace}, id uuid not null, owner_id text not null, owner_name text not null, shared boolean not null, complaint_id uuid,
  answers jsonb not null, version integer not null, updated_at timestamptz not null, discarded_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, complaint_id) references complaint deferrable initially deferred);
create index on filing_draft (workspace_id, owner_id, updated_at desc);

create table filing_template (
  ${workspace}, id uuid not null, name text not null, answers jsonb not null, created_by text not null, updated_at timestamptz not null,
  primary key (workspace_id, id));
create unique index on filing_template (workspace_id, lower(name));

create table workspace_rules (
  ${workspace}, id uuid not null, approval text not null, approval_above integer not null, updated_at timestamptz not null,
  primary key (workspace_id, id), check (id = workspace_id));
`;

const imports = `
create table listing_import (
  ${workspace}, id uuid not null, file_name text not null, sha256 text not null, size bigint not null, format jsonb not null,
  headings text[] not null, mapping jsonb not null, register boolean not null, state text not null, paused boolean not null, failure jsonb,
  rows integer not null, accepted integer not null, rejected integer not null, duplicates integer not null, committed integer not null,
  complaints integer not null, read_to jsonb not null, committed_to jsonb not null, created_by jsonb not null, filer_email text, created_at timestamptz not null,
  updated_at timestamptz not null, primary key (workspace_id, id));
create index listing_import_open on listing_import (updated_at) where state in ('reading', 'committing') and not paused;

-- Rows of a file as they were read. group_row is the first row of the complaint a row belongs to: rows are committed in the order
-- (group_row, row), and how far that went stands in the import, so that committing changes no row here. A duplicate says what it repeats.
create table import_row (
  ${workspace}, import_id uuid not null, row integer not null, line integer not null, state text not null, cells text[] not null,
  faults jsonb not null, dedupe_key uuid, group_key uuid, group_row integer not null, repeats_row integer, repeats_complaint uuid,
  primary key (workspace_id, import_id, row),
  foreign key (workspace_id, import_id) references listing_import on delete cascade deferrable initially deferred);
create index import_row_dedupe on import_row (workspace_id, import_id, dedupe_key) where state = 'accepted';
create index import_row_group on import_row (workspace_id, import_id, group_key, group_row) where group_key is not null;
create index import_row_order on import_row (workspace_id, import_id, group_row, row) where state = 'accepted';

create table import_mapping (
  ${workspace}, id uuid not null, headings_key text not null, mapping jsonb not null, updated_at timestamptz not null,
  primary key (workspace_id, id), unique (workspace_id, headings_key));
`;

/** Tables this migration adds; see `tenantTableNames`. */
export const filingTableNames = [
  'power_of_attorney',
  'right_verification',
  'evidence_file',
  'filing_draft',
  'filing_template',
  'workspace_rules',
  'listing_import',
  'import_row',
  'import_mapping',
] as const;

const exceptions = `
create policy relay_reads on listing_import for select to redress_relay using (true);
grant select (workspace_id, id, state, paused, updated_at) on listing_import to redress_relay;

-- Evidence only grows.
revoke update, delete on evidence_file from redress_app;
`;
