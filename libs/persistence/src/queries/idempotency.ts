import type { Database } from '../database.js';
import type { Id } from '#libs/domain';

export type Seen =
  | { state: 'new' }
  | { state: 'running' }
  | { state: 'answered'; status: number; body: unknown }
  | { state: 'other-body' };

/** Reserves a key for a request, or says what became of the request that had it. */
export async function reserveKey(
  database: Database,
  workspaceId: Id,
  key: string,
  requestHash: string,
  at: Date,
): Promise<Seen> {
  return database.inWorkspace(workspaceId, async (tx) => {
    const made = await tx.query(
      `insert into idempotency_key (workspace_id, key, request_hash, created_at) values ($1, $2, $3, $4) on conflict do nothing returning key`,
      [workspaceId, key, requestHash, at],
    );
    if (made.length > 0) return { state: 'new' };
    const [row] = await tx.query<{ request_hash: string; status: number | null; body: unknown }>(
      `select request_hash, status, body from idempotency_key where workspace_id = $1 and key = $2`,
      [workspaceId, key],
    );
    if (row === undefined) return { state: 'running' };
    if (row.request_hash !== requestHash) return { state: 'other-body' };
    return row.status === null ? { state: 'running' } : { state: 'answered', status: row.status, body: row.body };
  });
}

/** Keeps the answer; or, where the request failed, gives the key back so that it can be tried again. */
export async function settleKey(
  database: Database,
  workspaceId: Id,
  key: string,
  answer: { status: number; body: unknown } | null,
): Promise<void> {
  await database.inWorkspace(workspaceId, async (tx) => {
    if (answer === null) {
      await tx.query(`delete from idempotency_key where workspace_id = $1 and key = $2`, [workspaceId, key]);
    } else {
      await tx.query(`update idempotency_key set status = $3, body = $4 where workspace_id = $1 and key = $2`, [
        workspaceId,
        key,
        answer.status,
        JSON.stringify(answer.body),
      ]);
    }
  });
}
