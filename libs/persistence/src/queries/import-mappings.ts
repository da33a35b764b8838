import type { ColumnMapping, Id } from '#libs/domain';
import type { WorkspaceTransaction } from '../workspace-transaction.js';

/** The mapping this workspace last used for files with these headings. */
export async function recallMapping(tx: WorkspaceTransaction, headingsKey: string): Promise<ColumnMapping | null> {
  const [row] = await tx.query<{ mapping: ColumnMapping }>(
    `select mapping from import_mapping where workspace_id = $1 and headings_key = $2`,
    [tx.workspaceId, headingsKey],
  );
  return row?.mapping ?? null;
}

export async function rememberMapping(
  tx: WorkspaceTransaction,
  remembered: { id: Id; headingsKey: string; mapping: ColumnMapping; at: Date },
): Promise<void> {
  const { id, headingsKey, mapping, at } = remembered;
  await tx.query(
    `insert into import_mapping (workspace_id, id, headings_key, mapping, updated_at) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, headings_key) do update set mapping = excluded.mapping, updated_at = excluded.updated_at`,
    [tx.workspaceId, id, headingsKey, JSON.stringify(mapping), at],
  );
}
