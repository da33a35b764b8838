import type { TestApp } from '../support/app.js';

/** How many rows each table of the product holds: what is equal before and after stored nothing. */
export async function rowCounts(app: TestApp): Promise<Record<string, number>> {
  const tables = await app.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [{ rows } = { rows: -1 }] = await app.sql<{ rows: number }>(`select count(*)::int as rows from ${name}`);
    counts[name] = rows;
  }
  return counts;
}
