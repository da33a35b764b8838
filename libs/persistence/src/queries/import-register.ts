import type { WorkspaceTransaction } from '../workspace-transaction.js';

/** Until this transaction ends, no other import of the workspace enters names in the register. */
export async function lockRegister(tx: WorkspaceTransaction): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('register ' || $1, 0))`, [tx.workspaceId]);
}
