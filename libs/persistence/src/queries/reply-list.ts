import type { Id, Reply } from '#libs/domain';
import type { WorkspaceTransaction } from '../workspace-transaction.js';

export const triageTabs = ['waiting', 'unmatched', 'automatic', 'bounces', 'all'] as const;
export type TriageTab = (typeof triageTabs)[number];

const isBounce = `r.suggestion ->> 'kind' in ('bounce', 'delayed')`;
const conditions: Record<TriageTab, string> = {
  waiting: `r.state = 'waiting'`,
  unmatched: `r.state = 'unmatched'`,
  automatic: `r.state = 'automatic' and not coalesce(${isBounce}, false)`,
  bounces: `r.state = 'automatic' and ${isBounce}`,
  all: 'true',
};

export type ReplyListRow = Reply & { reference: string | null; platform: string | null };

/** Replies of one tab of the triage, newest first, one page. */
export async function listReplies(
  tx: WorkspaceTransaction,
  tab: TriageTab,
  page: { before?: Id; limit: number; complaintId?: Id; replyId?: Id },
): Promise<ReplyListRow[]> {
  return tx.query<ReplyListRow>(
    `select r.id, r.workspace_id as "workspaceId", r.complaint_id as "complaintId", r.attempt_id as "attemptId",
            r.document_id as "documentId", r.sha256, r.via, r.recipients, r.message_id as "messageId", r.sender, r.subject, r.text,
            r.language, r.state, r.match, r.suggestion, r.sent_at as "sentAt", r.received_at as "receivedAt", r.read_at as "readAt",
            r.coded_by as "codedBy", r.coded_at as "codedAt", c.reference, c.platform
       from reply r left join complaint c on c.workspace_id = r.workspace_id and c.id = r.complaint_id
      where r.workspace_id = $1 and ${conditions[tab]} and ($2::uuid is null or r.id < $2) and ($4::uuid is null or r.complaint_id = $4)
        and ($5::uuid is null or r.id = $5)
      order by r.id desc limit $3`,
    [tx.workspaceId, page.before ?? null, page.limit, page.complaintId ?? null, page.replyId ?? null],
  );
}

export interface TriageCounts {
  waiting: number;
  unmatched: number;
  automatic: number;
  bounces: number;
}

export async function countReplies(tx: WorkspaceTransaction): Promise<TriageCounts> {
  const [row] = await tx.query<TriageCounts>(
    `select count(*) filter (where ${conditions.waiting})::int as waiting, count(*) filter (where ${conditions.unmatched})::int as unmatched,
            count(*) filter (where ${conditions.automatic})::int as automatic, count(*) filter (where ${conditions.bounces})::int as bounces
       from reply r where workspace_id = $1`,
    [tx.workspaceId],
  );
  return row ?? { waiting: 0, unmatched: 0, automatic: 0, bounces: 0 };
}

/** Complaints a person has to look at. */
export interface WaitingComplaints {
  /** a second person has to approve them */
  approvals: number;
  /** filing needs a hand */
  needsHuman: number;
  /** a clock has run out */
  overdue: number;
}

export async function countWaiting(tx: WorkspaceTransaction, now: Date): Promise<WaitingComplaints> {
  const [row] = await tx.query<WaitingComplaints>(
    `select count(*) filter (where c.status = 'awaiting-approval')::int as approvals,
            count(*) filter (where c.status = 'needs-human')::int as "needsHuman",
            count(*) filter (where c.status not in ('decided', 'withdrawn') and exists (select from deadline d
              where d.workspace_id = c.workspace_id and d.complaint_id = c.id
                and (d.state = 'missed' or (d.state = 'open' and d.due_at < $2))))::int as overdue
       from complaint c where c.workspace_id = $1`,
    [tx.workspaceId, now],
  );
  return row ?? { approvals: 0, needsHuman: 0, overdue: 0 };
}
