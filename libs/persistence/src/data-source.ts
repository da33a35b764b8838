import { DataSource } from 'typeorm';
import { migrations } from './migrations/index.js';
import { SnakeCaseNames } from './snake-case-names.js';
import { tables } from './all-tables.js';

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
    entities: tables,
    migrations,
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
