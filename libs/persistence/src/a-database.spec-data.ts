import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { newId } from '#libs/domain';
import type { Id } from '#libs/domain';
import { startPostgres } from '../../../test/support/postgres.js';
import { migrate } from './data-source.js';
import { Database } from './database.js';
import { Identity } from './identity.js';

/** A migrated database with two workspaces, seen as the application and as its owner. */
export interface TestDatabase {
  url: string;
  database: Database;
  one: Id;
  two: Id;
  /** as the owner, past row-level security */
  owner<Row = Record<string, unknown>>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** one transaction in this role, in this workspace; what it did is rolled back */
  as<Row = Record<string, unknown>>(
    role: string,
    workspace: Id | null,
    sql: string,
    parameters?: readonly unknown[],
  ): Promise<Row[]>;
  close(): Promise<void>;
}

export const anId = (): Id => newId(Date.now(), randomBytes(10));

export async function openTestDatabase(): Promise<TestDatabase> {
  const postgres = await startPostgres();
  const url = await postgres.createDatabase();
  await migrate(url);
  const database = await Database.connect({ url, poolSize: 6 });
  const client = new Client({ connectionString: url });
  await client.connect();
  const [one, two] = [anId(), anId()];
  const identity = new Identity(database);
  await identity.addWorkspace({ id: one, name: 'One', slug: 'one', simulated: false });
  await identity.addWorkspace({ id: two, name: 'Two', slug: 'two', simulated: false });
  return {
    url,
    database,
    one,
    two,
    owner: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await client.query(sql, [...parameters])).rows as Row[],
    as: async <Row>(role: string, workspace: Id | null, sql: string, parameters: readonly unknown[] = []) => {
      await client.query('begin');
      try {
        await client.query(`set local role ${role}`);
        if (workspace !== null) await client.query(`select set_config('app.workspace', $1, true)`, [workspace]);
        return (await client.query(sql, [...parameters])).rows as Row[];
      } finally {
        await client.query('rollback');
      }
    },
    close: async () => {
      await client.end();
      await database.close();
      await postgres.stop();
    },
  };
}
