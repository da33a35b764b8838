import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantSecurity, workspace } from './tenant-security.js';

/** Notices that were too large for one mail: each of their mails, as it was sealed. */
export class NoticeParts1764200200000 implements MigrationInterface {
  readonly name = 'NoticeParts1764200200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    for (const table of noticePartTableNames) await runner.query(tenantSecurity(table));
    await runner.query(exceptions);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('NoticeParts is not taken back: restore a backup instead.'));
  }
}

const tables = `
create table notice_part (
  ${workspace}, id uuid not null, attempt_id uuid not null, number integer not null, message_id text not null,
  document_id uuid not null, files text[] not null, primary key (workspace_id, id), unique (workspace_id, attempt_id, number),
  foreign key (workspace_id, attempt_id) references attempt deferrable initially deferred,
  foreign key (workspace_id, document_id) references document deferrable initially deferred);
`;

/** Tables this migration adds; see \`tenantTableNames\`. */
export const noticePartTableNames = ['notice_part'] as const;

const exceptions = `
-- Evidence only grows.
revoke update, delete on notice_part from redress_app;
`;
