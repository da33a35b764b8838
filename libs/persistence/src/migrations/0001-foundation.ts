import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantSecurity, workspace } from './tenant-security.js';

/**
 * The foundation: identity (schema `auth`, read and written by better-auth), the tables of every workspace, their
 * row-level security, and the two roles the processes run as.
 *
 * - `redress_app` serves requests and jobs. It owns nothing and can't bypass row-level security: without
 *   `app.workspace` set in the transaction it sees no row of any workspace.
 * - `redress_relay` moves obligations of all workspaces to the queue and sees nothing but those.
 */
export class Foundation1764000000000 implements MigrationInterface {
  readonly name = 'Foundation1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(roles);
    await runner.query(identity);
    await runner.query(tenantTables);
    for (const table of foundationTableNames) await runner.query(tenantSecurity(table));
    await runner.query(exceptions);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('The foundation is not taken back: restore a backup instead.'));
  }
}

const roles = `
do $$
declare wanted text;
begin
  foreach wanted in array array['redress_app', 'redress_relay'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin nosuperuser nobypassrls', wanted);
      end if;
    exception when duplicate_object or unique_violation then null; -- another database of this server was migrated at the same time
    end;
    if not pg_has_role(current_user, wanted, 'set') then
      execute format('grant %I to current_user', wanted);
    end if;
  end loop;
end $$;
grant usage on schema public to redress_app, redress_relay;
`;

const identity = `
create schema auth;
grant usage on schema auth to redress_app, redress_relay;

create table auth."user" (
  id uuid primary key, name text not null, email text not null unique, "emailVerified" boolean not null default false, image text,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now());
create table auth.session (
  id uuid primary key, "expiresAt" timestamptz not null, token text not null unique, "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(), "ipAddress" text, "userAgent" text,
  "userId" uuid not null references auth."user" on delete cascade, "activeOrganizationId" uuid);
create index on auth.session ("userId");
create table auth.account (
  id uuid primary key, "accountId" text not null, "providerId" text not null, "userId" uuid not null references auth."user" on delete cascade,
  "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz,
  scope text, password text, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now());
create index on auth.account ("userId");
create table auth.verification (
  id uuid primary key, identifier text not null, value text not null, "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now());
create index on auth.verification (identifier);
create table auth.organization (
  id uuid primary key, name text not null, slug text not null unique, logo text, "createdAt" timestamptz not null default now(), metadata text);
create table auth.member (
  id uuid primary key, "organizationId" uuid not null references auth.organization on delete cascade,
  "userId" uuid not null references auth."user" on delete cascade, role text not null, "createdAt" timestamptz not null default now(),
  unique ("organizationId", "userId"));
create index on auth.member ("userId");
create table auth.invitation (
  id uuid primary key, "organizationId" uuid not null references auth.organization on delete cascade, email text not null, role text,
  status text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz not null default now(),
  "inviterId" uuid not null references auth."user" on delete cascade);
grant select, insert, update, delete on all tables in schema auth to redress_app;
grant select on auth.organization to redress_relay;
`;

/** References are checked when the transaction commits: a transaction writes its tables in whatever order suits it. */
const ofComplaint = 'foreign key (workspace_id, complaint_id) references complaint deferrable initially deferred';

const tenantTables = `
create table rights_holder (
  ${workspace}, id uuid not null, name text not null, country text, address text, email text, phone text,
  programmes text[] not null default '{}', created_at timestamptz not null, primary key (workspace_id, id));

create table ip_right (
  ${workspace}, id uuid not null, rights_holder_id uuid not null, kind text not null, title text not null, number text, office text,
  classes integer[] not null default '{}', valid_from date, valid_to date, documents text[] not null default '{}',
  created_at timestamptz not null, primary key (workspace_id, id),
  foreign key (workspace_id, rights_holder_id) references rights_holder deferrable initially deferred);
create index on ip_right (workspace_id, rights_holder_id);

create table complaint_number (${workspace}, year integer not null, last integer not null, primary key (workspace_id, year));

create table complaint (
  ${workspace}, id uuid not null, reference text not null, platform text not null, rights_holder_id uuid not null,
  right_ids uuid[] not null, ground text not null, regime text, regime_version text, language text not null, explanation text not null,
  status text not null, statements jsonb not null, signature jsonb, evidence_urls text[] not null default '{}', payload_hash text,
  programme_member boolean not null, resubmission_of uuid, material_change text, simulated boolean not null, created_by text not null, filer_email text,
  created_at timestamptz not null, submitted_at timestamptz, case_number text,
  primary key (workspace_id, id), unique (workspace_id, reference),
  foreign key (workspace_id, rights_holder_id) references rights_holder deferrable initially deferred,
  foreign key (workspace_id, resubmission_of) references complaint deferrable initially deferred);
create index on complaint (workspace_id, platform, created_at desc);
create index on complaint (workspace_id, status);
create index on complaint (workspace_id, case_number) where case_number is not null;

create table item (
  ${workspace}, id uuid not null, complaint_id uuid not null, right_id uuid not null, position integer not null, url text not null,
  title text, seller text, price text, status text not null, outcome text not null, equivalence_group text, ready_at timestamptz,
  delivered_at timestamptz, prevented boolean not null, stalled boolean not null, error_attribution text, decided_at timestamptz,
  withdrawn_at timestamptz, last_seen_up timestamptz, first_seen_down timestamptz, relisted_at timestamptz,
  primary key (workspace_id, id), ${ofComplaint}, foreign key (workspace_id, right_id) references ip_right deferrable initially deferred);
create index on item (workspace_id, complaint_id);
create index on item (workspace_id, url);

create table document (
  ${workspace}, id uuid not null, sha256 text not null, media_type text not null, size integer not null, bytes bytea not null,
  created_at timestamptz not null, primary key (workspace_id, id));

create table attempt (
  ${workspace}, id uuid not null, complaint_id uuid not null, channel text not null, state text not null, tries integer not null,
  fence integer not null, lease_until timestamptz, message_id text, recipient text, notice_document_id uuid,
  possible_repeat boolean not null, code text, message text, proof jsonb, reference text, queued_at timestamptz not null,
  next_try_at timestamptz, started_at timestamptz, finished_at timestamptz,
  primary key (workspace_id, id), ${ofComplaint}, foreign key (workspace_id, notice_document_id) references document deferrable initially deferred);
create index on attempt (workspace_id, complaint_id);
create index on attempt (workspace_id, message_id);
create index attempt_open on attempt (state, queued_at) where state in ('queued', 'sending');

create table filing_error (
  ${workspace}, id uuid not null, complaint_id uuid not null, attempt_id uuid, platform text not null, channel text not null,
  code text not null, attribution text not null, message text not null, url text, occurred_at timestamptz not null,
  recorded_at timestamptz not null, recorded_by text not null, primary key (workspace_id, id), ${ofComplaint});
create index on filing_error (workspace_id, complaint_id);
create index on filing_error (workspace_id, platform, occurred_at);

create table reply (
  ${workspace}, id uuid not null, complaint_id uuid, attempt_id uuid, document_id uuid not null, sha256 text not null, via text not null,
  recipients jsonb not null, message_id text, sender text, subject text, text text not null, language text, state text not null,
  match jsonb, suggestion jsonb, sent_at timestamptz, received_at timestamptz not null, read_at timestamptz, coded_by text,
  coded_at timestamptz, primary key (workspace_id, id), unique (workspace_id, sha256), ${ofComplaint},
  foreign key (workspace_id, document_id) references document deferrable initially deferred);
create index on reply (workspace_id, complaint_id);
create index on reply (workspace_id, state, received_at desc);
create index reply_unread on reply (received_at) where read_at is null;

create table decision (
  ${workspace}, id uuid not null, complaint_id uuid not null, item_id uuid not null, reply_id uuid, outcome text not null,
  stated_reason text, assessed_reason text, false_deficiency boolean, text text, language text, justification jsonb not null,
  level text, text_hash text, boilerplate boolean, coded boolean not null, source text not null, decided_at timestamptz not null,
  recorded_at timestamptz not null, recorded_by text not null, superseded boolean not null, primary key (workspace_id, id), ${ofComplaint},
  foreign key (workspace_id, item_id) references item deferrable initially deferred);
create index on decision (workspace_id, complaint_id);
create unique index decision_in_force on decision (workspace_id, item_id) where not superseded;
create index on decision (workspace_id, text_hash) where text_hash is not null;

create table observation (
  ${workspace}, id uuid not null, item_id uuid not null, state text not null, at timestamptz not null, source text not null,
  primary key (workspace_id, id), foreign key (workspace_id, item_id) references item deferrable initially deferred);
create index on observation (workspace_id, item_id, at);

create table deadline (
  ${workspace}, id uuid not null, complaint_id uuid not null, kind text not null, runs_against text not null, hook text not null,
  due_at timestamptz not null, state text not null, closed_at timestamptz, primary key (workspace_id, id), ${ofComplaint});
create index on deadline (workspace_id, complaint_id);
create index deadline_open on deadline (due_at) where state = 'open';

create table timeline_event (
  ${workspace}, id uuid not null, complaint_id uuid not null, at timestamptz not null, recorded_at timestamptz not null,
  actor jsonb not null, kind text not null, data jsonb not null, primary key (workspace_id, id), ${ofComplaint});
create index on timeline_event (workspace_id, complaint_id, at);

create table kept_mail (
  ${workspace}, id uuid not null, complaint_id uuid, document_id uuid not null, message_id text not null, sender text not null,
  recipients text[] not null, subject text not null, at timestamptz not null, primary key (workspace_id, id),
  foreign key (workspace_id, document_id) references document deferrable initially deferred);

create table api_key (
  ${workspace}, id uuid not null, name text not null, hash text not null unique, scopes text[] not null, created_by text not null,
  created_at timestamptz not null, expires_at timestamptz, revoked_at timestamptz, primary key (workspace_id, id));

create table idempotency_key (
  ${workspace}, key text not null, request_hash text not null, status integer, body jsonb, created_at timestamptz not null,
  primary key (workspace_id, key));

create table outbox (
  ${workspace}, id uuid not null, job text not null, payload jsonb not null, not_before timestamptz, created_at timestamptz not null,
  primary key (workspace_id, id));
create index on outbox (created_at);

create table audit_event (
  ${workspace}, id uuid not null, at timestamptz not null, actor jsonb not null, action text not null, subject text,
  data jsonb not null, primary key (workspace_id, id));
create index on audit_event (workspace_id, at);
`;

/** Tables this migration makes; see `tenantTableNames`. */
export const foundationTableNames = [
  'rights_holder',
  'ip_right',
  'complaint_number',
  'complaint',
  'item',
  'document',
  'attempt',
  'filing_error',
  'reply',
  'decision',
  'observation',
  'deadline',
  'timeline_event',
  'kept_mail',
  'api_key',
  'idempotency_key',
  'outbox',
  'audit_event',
] as const;

const exceptions = `
-- Who holds a key sees the row of that key: this is how a request finds its workspace.
create policy by_secret on api_key for select to redress_app
  using (hash = nullif(current_setting('app.api_key_hash', true), ''));

-- The relay hands over what any workspace owes, and looks for obligations that were left open.
create policy relay_all on outbox to redress_relay using (true) with check (true);
grant select, insert, update, delete on outbox to redress_relay;
create policy relay_reads on attempt for select to redress_relay using (true);
create policy relay_reads on reply for select to redress_relay using (true);
create policy relay_reads on deadline for select to redress_relay using (true);
grant select (workspace_id, id, complaint_id, state, queued_at, next_try_at, lease_until) on attempt to redress_relay;
grant select (workspace_id, id, received_at, read_at) on reply to redress_relay;
grant select (workspace_id, id, complaint_id, due_at, state) on deadline to redress_relay;

-- Evidence and the audit log only grow.
revoke update, delete on document, timeline_event, audit_event, filing_error, kept_mail from redress_app;
create function refuse_change() returns trigger language plpgsql as $$
begin raise exception '% only grows: rows are never changed or removed', tg_table_name; end $$;
create trigger append_only before update or delete on audit_event for each row execute function refuse_change();
create trigger append_only before update or delete on document for each row execute function refuse_change();
`;
