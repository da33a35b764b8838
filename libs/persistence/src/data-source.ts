import { DataSource } from 'typeorm';
import { Foundation1764000000000 } from './migrations/0001-foundation.js';
import { SnakeCaseNames } from './snake-case-names.js';
import { apiKeyTable } from './tables/api-key.table.js';
import { attemptTable } from './tables/attempt.table.js';
import { auditEventTable } from './tables/audit-event.table.js';
import { complaintTable } from './tables/complaint.table.js';
import { deadlineTable } from './tables/deadline.table.js';
import { decisionTable } from './tables/decision.table.js';
import { documentTable } from './tables/document.table.js';
import { filingErrorTable } from './tables/filing-error.table.js';
import { idempotencyKeyTable } from './tables/idempotency-key.table.js';
import { itemTable } from './tables/item.table.js';
import { keptMailTable } from './tables/kept-mail.table.js';
import { observationTable } from './tables/observation.table.js';
import { outboxTable } from './tables/outbox.table.js';
import { replyTable } from './tables/reply.table.js';
import { rightTable } from './tables/right.table.js';
import { rightsHolderTable } from './tables/rights-holder.table.js';
import { timelineEventTable } from './tables/timeline-event.table.js';

/** The role a process runs as inside the database; `owner` is whoever the URL signs in (migrations only). */
export type DatabaseRole = 'owner' | 'redress_app' | 'redress_relay';

export interface ConnectionSettings {
  /** postgres:// URL */
  url: string;
  /** most connections held open by this process */
  poolSize?: number;
}

/** Connects TypeORM. The role is set when a connection starts, so that no statement ever runs with the owner's rights. */
export function dataSource({ url, poolSize = 10 }: ConnectionSettings, role: DatabaseRole): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    namingStrategy: new SnakeCaseNames(),
    entities: [
      apiKeyTable,
      attemptTable,
      auditEventTable,
      complaintTable,
      deadlineTable,
      decisionTable,
      documentTable,
      filingErrorTable,
      idempotencyKeyTable,
      itemTable,
      keptMailTable,
      observationTable,
      outboxTable,
      replyTable,
      rightTable,
      rightsHolderTable,
      timelineEventTable,
    ],
    migrations: [Foundation1764000000000],
    migrationsTransactionMode: 'each',
    extra: { max: poolSize, ...(role === 'owner' ? {} : { options: `-c role=${role}` }) },
  });
}

/** Brings the database to the newest schema. Returns the names of the migrations that ran. */
export async function migrate(url: string): Promise<string[]> {
  const source = await dataSource({ url, poolSize: 1 }, 'owner').initialize();
  try {
    // Two processes that start at the same time migrate one after the other.
    await source.query('select pg_advisory_lock(7240001)');
    const ran = await source.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
