import type { Ground, Id, ItemFact } from '#libs/domain';
import type { WorkspaceTransaction } from '../workspace-transaction.js';

/** Which items: period of filing (the complaint's submission) and the usual filters. */
export interface ItemFilter {
  platform?: string;
  ground?: Ground;
  rightsHolderId?: Id;
  from?: Date;
  to?: Date;
}

const select = `
select i.id as "itemId", c.id as "complaintId", h.id as "rightsHolder", i.seller, c.platform, r.kind as "rightKind", c.ground,
       c.programme_member as "programmeMember", c.regime is not null as complete, c.resubmission_of is null as "firstInstance",
       c.resubmission_of as "resubmissionOf",
       c.material_change as "materialChange", i.equivalence_group as "equivalenceGroup", i.ready_at as "readyAt",
       i.delivered_at as "deliveredAt", i.prevented, i.stalled, i.error_attribution as "errorAttribution", i.outcome,
       i.decided_at as "decidedAt", i.withdrawn_at as "withdrawnAt", d.stated_reason as "statedReason",
       d.assessed_reason as "assessedReason", d.false_deficiency as "falseDeficiency", coalesce(d.coded, false) as coded,
       coalesce(d.justification, '{}') as justification, d.boilerplate, i.last_seen_up as "lastSeenUp",
       i.first_seen_down as "firstSeenDown", i.relisted_at as "relistedAt"
  from item i
  join complaint c on c.workspace_id = i.workspace_id and c.id = i.complaint_id
  join rights_holder h on h.workspace_id = c.workspace_id and h.id = c.rights_holder_id
  join ip_right r on r.workspace_id = i.workspace_id and r.id = i.right_id
  left join decision d on d.workspace_id = i.workspace_id and d.item_id = i.id and not d.superseded
`;

const filters: { [Name in keyof ItemFilter]-?: (parameter: string) => string } = {
  platform: (p) => `c.platform = ${p}`,
  ground: (p) => `c.ground = ${p}`,
  rightsHolderId: (p) => `c.rights_holder_id = ${p}`,
  from: (p) => `c.submitted_at >= ${p}`,
  to: (p) => `c.submitted_at < ${p}`,
};

/**
 * Rows of the analysis table, oldest first; drafts are not in it. Names of rights holders are their ids: the table goes
 * into public annexes.
 * @param page `after` is the item id of the last row read; without a limit, all rows
 */
export async function itemFacts(
  tx: WorkspaceTransaction,
  filter: ItemFilter,
  page: { after?: Id; limit?: number } = {},
): Promise<ItemFact[]> {
  const parameters: unknown[] = [tx.workspaceId];
  const wanted = [`i.workspace_id = $1`, `i.status <> 'draft'`];
  for (const name of Object.keys(filters) as (keyof ItemFilter)[]) {
    if (filter[name] === undefined) continue;
    parameters.push(filter[name]);
    wanted.push(filters[name](`$${parameters.length}`));
  }
  if (page.after !== undefined) {
    parameters.push(page.after);
    wanted.push(`i.id > $${parameters.length}`);
  }
  const limit = page.limit === undefined ? '' : ` limit ${String(Math.trunc(page.limit))}`;
  return tx.query<ItemFact>(`${select} where ${wanted.join(' and ')} order by i.id${limit}`, parameters);
}

/** Distinct (platform, channel, code, day) of filing errors attributed to the platform: 500 failed tries in one outage are 1. */
export async function errorEpisodes(tx: WorkspaceTransaction, platform: string, from: Date, to: Date): Promise<number> {
  const [row] = await tx.query<{ episodes: number }>(
    `select count(distinct (channel, code, date_trunc('day', occurred_at at time zone 'UTC')))::int as episodes from filing_error
      where workspace_id = $1 and platform = $2 and attribution = 'platform' and occurred_at >= $3 and occurred_at < $4`,
    [tx.workspaceId, platform, from, to],
  );
  return row?.episodes ?? 0;
}
