import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantSecurity, workspace } from './tenant-security.js';

/** Filing errors: what a person saw, from which network, and the judgement whether the platform prevented the filing. */
export class FilingErrors1764200600000 implements MigrationInterface {
  readonly name = 'FilingErrors1764200600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    for (const table of filingErrorsTableNames) await runner.query(tenantSecurity(table));
    await runner.query(exceptions);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Filing errors are not taken back: restore a backup instead.'));
  }
}

/** Tables this migration adds; see `tenantTableNames`. */
export const filingErrorsTableNames = ['filing_judgement'] as const;

const tables = `
alter table filing_error
  add network text,
  add confirms uuid,
  add screenshot_id uuid,
  add foreign key (workspace_id, confirms) references filing_error deferrable initially deferred,
  add foreign key (workspace_id, screenshot_id) references evidence_file deferrable initially deferred;

-- id: of the complaint
create table filing_judgement (
  ${workspace}, id uuid not null, verdict text not null, attribution text, code text, until timestamptz, because jsonb not null,
  judged_at timestamptz not null, primary key (workspace_id, id));
create index filing_judgement_due on filing_judgement (until) where verdict = 'provisional';

alter table workspace_rules add filing_window_days integer not null default 5;
`;

const exceptions = `
-- Whose window has ended: the judgement itself is not for the relay.
create policy relay_reads on filing_judgement for select to redress_relay using (true);
grant select (workspace_id, id, verdict, until) on filing_judgement to redress_relay;
`;
