import type { WorkspaceTransaction } from '#libs/persistence';

/**
 * Waits until no other transaction of this workspace works under this name, and keeps others waiting until this one ends:
 * for rows that two may add at the same time, since what is not there yet can't be locked.
 */
export async function oneAtATime(tx: WorkspaceTransaction, name: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${name} ${tx.workspaceId}`]);
}
