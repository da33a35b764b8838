import type { ComplaintStatus, Ground, Id, ItemOutcome } from '#libs/domain';
import type { WorkspaceTransaction } from '../workspace-transaction.js';
import { anywhere } from './like.js';

export interface ComplaintFilter {
  platform?: string;
  status?: ComplaintStatus;
  outcome?: ItemOutcome;
  ground?: Ground;
  rightsHolderId?: Id;
  /** the import whose rows became it */
  importId?: Id;
  /** part of a reference, rights holder's name, listing address, seller or right's number */
  q?: string;
  from?: Date;
  to?: Date;
  /** a deadline that runs against the complainant or the platform has passed */
  overdue?: boolean;
}

export interface ComplaintListRow {
  id: Id;
  reference: string;
  platform: string;
  rightsHolderId: Id;
  rightsHolder: string;
  ground: Ground;
  status: ComplaintStatus;
  simulated: boolean;
  createdAt: Date;
  submittedAt: Date | null;
  overdue: boolean;
  items: number;
  outcomes: Partial<Record<ItemOutcome, number>>;
  firstUrl: string | null;
}

const overdueComplaint = `exists (select from deadline d where d.workspace_id = c.workspace_id and d.complaint_id = c.id
  and (d.state = 'missed' or (d.state = 'open' and d.due_at < $1)) and c.status not in ('decided', 'withdrawn'))`;

const sought = (parameter: string): string => `(c.reference ilike ${parameter} or h.name ilike ${parameter} or exists (
  select from item i join ip_right r on r.workspace_id = i.workspace_id and r.id = i.right_id
   where i.workspace_id = c.workspace_id and i.complaint_id = c.id
     and (i.url ilike ${parameter} or i.seller ilike ${parameter} or r.number ilike ${parameter})))`;

/** Each filter as a condition on one parameter. */
const conditions: { [Name in keyof ComplaintFilter]-?: (parameter: string) => string } = {
  platform: (p) => `c.platform = ${p}`,
  status: (p) => `c.status = ${p}`,
  outcome: (p) =>
    `exists (select from item i where i.workspace_id = c.workspace_id and i.complaint_id = c.id and i.outcome = ${p})`,
  ground: (p) => `c.ground = ${p}`,
  rightsHolderId: (p) => `c.rights_holder_id = ${p}`,
  importId: (p) => `c.import_id = ${p}`,
  q: sought,
  from: (p) => `c.created_at >= ${p}`,
  to: (p) => `c.created_at < ${p}`,
  overdue: (p) => `(${overdueComplaint}) = ${p}`,
};

function where(filter: ComplaintFilter, parameters: unknown[]): string[] {
  return (Object.keys(conditions) as (keyof ComplaintFilter)[]).flatMap((name) => {
    const value = filter[name];
    if (value === undefined) return [];
    parameters.push(name === 'q' ? anywhere(String(value)) : value);
    return [conditions[name](`$${parameters.length}`)];
  });
}

/**
 * Complaints, newest first, one page.
 * @param page `before` is the id of the last row of the page before (identifiers sort by time of birth)
 */
export async function listComplaints(
  tx: WorkspaceTransaction,
  filter: ComplaintFilter,
  page: { before?: Id; limit: number; now: Date },
): Promise<ComplaintListRow[]> {
  const parameters: unknown[] = [page.now, tx.workspaceId];
  const wanted = ['c.workspace_id = $2', ...where(filter, parameters)];
  if (page.before !== undefined) {
    parameters.push(page.before);
    wanted.push(`c.id < $${parameters.length}`);
  }
  parameters.push(page.limit);
  return tx.query<ComplaintListRow>(
    `select c.id, c.reference, c.platform, c.rights_holder_id as "rightsHolderId", h.name as "rightsHolder", c.ground, c.status,
            c.simulated, c.created_at as "createdAt", c.submitted_at as "submittedAt", ${overdueComplaint} as overdue,
            (select count(*)::int from item i where i.workspace_id = c.workspace_id and i.complaint_id = c.id) as items,
            (select coalesce(jsonb_object_agg(o.outcome, o.n), '{}') from (
               select i.outcome, count(*) as n from item i where i.workspace_id = c.workspace_id and i.complaint_id = c.id
                group by i.outcome) o) as outcomes,
            (select i.url from item i where i.workspace_id = c.workspace_id and i.complaint_id = c.id
              order by i.position limit 1) as "firstUrl"
       from complaint c join rights_holder h on h.workspace_id = c.workspace_id and h.id = c.rights_holder_id
      where ${wanted.join(' and ')}
      order by c.id desc limit $${parameters.length}`,
    parameters,
  );
}
