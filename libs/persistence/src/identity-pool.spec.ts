import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestDatabase } from './a-database.spec-data.js';
import type { TestDatabase } from './a-database.spec-data.js';
import { identityPool } from './identity.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
}, 60_000);
afterAll(async () => db.close(), 30_000);

it('the connections of the sign-in outlive a database that cuts them while nobody uses them', async () => {
  const pool = identityPool(db.url, 1);
  try {
    const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
    await db.owner('select pg_terminate_backend($1)', [rows[0]?.pid]);
    // the loss is told some time after the answer
    while (pool.totalCount > 0) await pause(10);
    expect((await pool.query('select current_user::text as role')).rows).toEqual([{ role: 'redress_app' }]);
  } finally {
    await pool.end();
  }
});
