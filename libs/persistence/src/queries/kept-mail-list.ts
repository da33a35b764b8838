import type { Id } from '#libs/domain';
import type { WorkspaceTransaction } from '../workspace-transaction.js';

export interface KeptMailRow {
  id: Id;
  complaintId: Id | null;
  reference: string | null;
  documentId: Id;
  recipients: string[];
  at: Date;
  bytes: Buffer;
}

/** Messages of the dev mailbox with their bytes, newest first, one page. */
export async function listKeptMails(
  tx: WorkspaceTransaction,
  page: { before: Id | undefined; limit: number },
): Promise<KeptMailRow[]> {
  return tx.query<KeptMailRow>(
    `select m.id, m.complaint_id as "complaintId", c.reference, m.document_id as "documentId", m.recipients, m.at, d.bytes
       from kept_mail m
       join document d on d.workspace_id = m.workspace_id and d.id = m.document_id
       left join complaint c on c.workspace_id = m.workspace_id and c.id = m.complaint_id
      where m.workspace_id = $1 and ($2::uuid is null or m.id < $2) order by m.id desc limit $3`,
    [tx.workspaceId, page.before ?? null, page.limit],
  );
}
