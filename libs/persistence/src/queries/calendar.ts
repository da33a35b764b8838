import type { Deadline } from '#libs/domain';
import type { WorkspaceTransaction } from '../workspace-transaction.js';

export type CalendarDeadline = Pick<
  Deadline,
  'id' | 'complaintId' | 'kind' | 'runsAgainst' | 'hook' | 'dueAt' | 'state' | 'closedAt'
> & { reference: string; platform: string };

/** More than a calendar program shows anybody; the soonest come first. */
const MOST = 2000;

/**
 * Deadlines for a calendar: those that run against the complainant, and the platforms' decision clocks unless only one's own
 * are asked for. Open ones, and those cancelled since `cancelledSince`.
 */
export async function calendarDeadlines(
  tx: WorkspaceTransaction,
  asked: { mine: boolean; cancelledSince: Date },
): Promise<CalendarDeadline[]> {
  return tx.query<CalendarDeadline>(
    `select d.id, d.complaint_id as "complaintId", d.kind, d.runs_against as "runsAgainst", d.hook, d.due_at as "dueAt", d.state,
            d.closed_at as "closedAt", c.reference, c.platform
       from deadline d join complaint c on c.workspace_id = d.workspace_id and c.id = d.complaint_id
      where d.workspace_id = $1 and (d.runs_against = 'complainant' or (d.kind = 'decision' and not $2::boolean))
        and (d.state = 'open' or (d.state = 'cancelled' and d.closed_at > $3))
      order by d.state = 'cancelled', d.due_at, d.id limit ${MOST}`,
    [tx.workspaceId, asked.mine, asked.cancelledSince],
  );
}
