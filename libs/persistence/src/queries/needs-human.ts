import type { AttemptState, ChannelKind, ErrorCode, Id } from '#libs/domain';
import type { WorkspaceTransaction } from '../workspace-transaction.js';

/** A filing that waits for a person: to carry it out, or to find out whether it arrived. */
export interface ByHandRow {
  /** of the attempt */
  id: Id;
  complaintId: Id;
  reference: string;
  platform: string;
  rightsHolder: string;
  items: number;
  channel: ChannelKind;
  state: Extract<AttemptState, 'needs-human' | 'unknown'>;
  /** what to do, or what happened */
  what: string | null;
  code: ErrorCode | null;
  /** the page or address the notice goes to */
  recipient: string | null;
  since: Date;
}

/** Oldest first, one page. */
export async function listByHand(tx: WorkspaceTransaction, page: { after?: Id; limit: number }): Promise<ByHandRow[]> {
  return tx.query<ByHandRow>(
    `select a.id, c.id as "complaintId", c.reference, c.platform, h.name as "rightsHolder", a.channel, a.state, a.message as what,
            a.code, a.recipient, coalesce(a.finished_at, a.queued_at) as since,
            (select count(*)::int from item i where i.workspace_id = c.workspace_id and i.complaint_id = c.id) as items
       from attempt a join complaint c on c.workspace_id = a.workspace_id and c.id = a.complaint_id
       join rights_holder h on h.workspace_id = c.workspace_id and h.id = c.rights_holder_id
      where a.workspace_id = $1 and a.state in ('needs-human', 'unknown') and c.status = 'needs-human'
        and ($2::uuid is null or a.id > $2)
      order by a.id limit $3`,
    [tx.workspaceId, page.after ?? null, page.limit],
  );
}
