import type { Id } from '#libs/domain';
import type { WorkspaceTransaction } from '../workspace-transaction.js';

/** References for `count` new complaints, e.g. `RD-2026-00001`. Numbers are unique; a filing that fails leaves a gap. */
export async function reserveReferences(tx: WorkspaceTransaction, year: number, count: number): Promise<string[]> {
  const [row] = await tx.query<{ last: number }>(
    `insert into complaint_number (workspace_id, year, last) values ($1, $2, $3)
     on conflict (workspace_id, year) do update set last = complaint_number.last + $3 returning last`,
    [tx.workspaceId, year, count],
  );
  const first = (row?.last ?? count) - count + 1;
  return Array.from({ length: count }, (_, at) => `RD-${String(year)}-${String(first + at).padStart(5, '0')}`);
}

export interface FoundComplaint {
  complaintId: Id;
  attemptId: Id | null;
  /** the sign it was found by, as it stands in the message */
  sign: string;
}

/** Complaints whose attempts carry one of these Message-IDs. */
export const byMessageIds = async (
  tx: WorkspaceTransaction,
  messageIds: readonly string[],
): Promise<FoundComplaint[]> =>
  tx.query(
    `select complaint_id as "complaintId", id as "attemptId", message_id as sign from attempt where workspace_id = $1 and message_id = any($2)`,
    [tx.workspaceId, messageIds],
  );

export const byReferences = async (
  tx: WorkspaceTransaction,
  references: readonly string[],
): Promise<FoundComplaint[]> =>
  tx.query(
    `select id as "complaintId", null as "attemptId", reference as sign from complaint where workspace_id = $1 and reference = any($2)`,
    [tx.workspaceId, references],
  );

export const byCaseNumbers = async (
  tx: WorkspaceTransaction,
  caseNumbers: readonly string[],
): Promise<FoundComplaint[]> =>
  tx.query(
    `select id as "complaintId", null as "attemptId", case_number as sign from complaint where workspace_id = $1 and case_number = any($2)`,
    [tx.workspaceId, caseNumbers],
  );

/** Complaints under which one of these listings stands and is not yet decided. */
export const byListings = async (tx: WorkspaceTransaction, urls: readonly string[]): Promise<FoundComplaint[]> =>
  tx.query(
    `select distinct on (complaint_id) complaint_id as "complaintId", null as "attemptId", url as sign from item
      where workspace_id = $1 and url = any($2) and status = 'filed'`,
    [tx.workspaceId, urls],
  );

/** How many other decisions with different stated reasons carry the same normalised text: the test of boilerplate. */
export async function sameTextElsewhere(tx: WorkspaceTransaction, textHash: string, complaintId: Id): Promise<number> {
  const [row] = await tx.query<{ complaints: number }>(
    `select count(distinct complaint_id)::int as complaints from decision
      where workspace_id = $1 and text_hash = $2 and complaint_id <> $3 and outcome = 'refused' and not superseded`,
    [tx.workspaceId, textHash, complaintId],
  );
  return row?.complaints ?? 0;
}
