import type { Id } from '#libs/domain';
import type { WorkspaceTransaction } from '../workspace-transaction.js';

/** What the platforms of a programme decided on the items of one of its members. */
export interface ProgrammeCounts {
  decided: number;
  /** taken down in whole or in part */
  removed: number;
  /** taken down, and restored or countered since */
  countered: number;
}

export async function programmeCounts(
  tx: WorkspaceTransaction,
  member: { rightsHolderId: Id; platforms: readonly string[]; since: Date },
): Promise<ProgrammeCounts> {
  const [row] = await tx.query<ProgrammeCounts>(
    `select count(*)::int as decided,
            count(*) filter (where i.outcome in ('removed', 'partial', 'relisted', 'countered', 'reinstated'))::int as removed,
            count(*) filter (where i.outcome in ('countered', 'reinstated'))::int as countered
       from item i join complaint c on c.workspace_id = i.workspace_id and c.id = i.complaint_id
      where i.workspace_id = $1 and c.rights_holder_id = $2 and c.platform = any($3) and i.decided_at >= $4
        and i.outcome in ('removed', 'partial', 'refused', 'relisted', 'countered', 'reinstated')`,
    [tx.workspaceId, member.rightsHolderId, member.platforms, member.since],
  );
  return row ?? { decided: 0, removed: 0, countered: 0 };
}
