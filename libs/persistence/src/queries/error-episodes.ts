import type { Attribution, ChannelKind, ErrorCode } from '#libs/domain';
import type { WorkspaceTransaction } from '../workspace-transaction.js';

export interface EpisodeFilter {
  from?: Date;
  to?: Date;
  channel?: ChannelKind;
  code?: ErrorCode;
  attribution?: Attribution;
}

/** One outage: what was met with a platform on one day, by one channel, as one code, on one side. */
export interface Episode {
  /** `YYYY-MM-DD`, UTC */
  day: string;
  channel: ChannelKind;
  code: ErrorCode;
  attribution: Attribution;
  /** how often it was met; confirmations are no further tries */
  tries: number;
  attempts: number;
  complaints: number;
  /** items of these complaints */
  items: number;
  /** entries of people, who met or confirmed it */
  seenByPeople: number;
  firstSeen: Date;
  lastSeen: Date;
}

const wanted: { [Name in keyof EpisodeFilter]-?: (parameter: string) => string } = {
  from: (p) => `occurred_at >= ${p}`,
  to: (p) => `occurred_at < ${p}`,
  channel: (p) => `channel = ${p}`,
  code: (p) => `code = ${p}`,
  attribution: (p) => `attribution = ${p}`,
};

/** Episodes of a platform, the latest first. 500 failed tries in one outage are one episode. */
export async function listEpisodes(
  tx: WorkspaceTransaction,
  platform: string,
  filter: EpisodeFilter,
  limit: number,
): Promise<Episode[]> {
  const parameters: unknown[] = [tx.workspaceId, platform, limit];
  const conditions = (Object.keys(wanted) as (keyof EpisodeFilter)[]).flatMap((name) => {
    if (filter[name] === undefined) return [];
    parameters.push(filter[name]);
    return [wanted[name](`$${parameters.length}`)];
  });
  return tx.query<Episode>(
    `select to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD') as day, channel, code, attribution,
            (count(*) filter (where confirms is null))::int as tries, count(distinct attempt_id)::int as attempts,
            count(distinct complaint_id)::int as complaints,
            (select count(*)::int from item i where i.workspace_id = $1 and i.complaint_id = any(array_agg(distinct e.complaint_id))) as items,
            (count(*) filter (where recorded_by <> 'automatic'))::int as "seenByPeople",
            min(occurred_at) as "firstSeen", max(occurred_at) as "lastSeen"
       from filing_error e
      where ${[`workspace_id = $1`, `platform = $2`, ...conditions].join(' and ')}
      group by 1, 2, 3, 4 order by 1 desc, max(occurred_at) desc, 2, 3, 4 limit $3`,
    parameters,
  );
}

export interface ErrorsOfPlatform {
  platform: string;
  /** distinct channels and codes */
  episodes: number;
}

/** Errors on the side of the platforms since an instant of one day, the most episodes first. */
export async function errorsSince(tx: WorkspaceTransaction, from: Date): Promise<ErrorsOfPlatform[]> {
  return tx.query<ErrorsOfPlatform>(
    `select platform, count(distinct (channel, code))::int as episodes from filing_error
      where workspace_id = $1 and attribution = 'platform' and occurred_at >= $2 group by platform order by 2 desc, 1`,
    [tx.workspaceId, from],
  );
}
