import type { Id } from '#libs/domain';
import type { DataSource } from 'typeorm';
import { dataSource } from './data-source.js';
import type { ConnectionSettings } from './data-source.js';

export interface OwedJob {
  workspaceId: Id;
  id: Id;
  job: string;
  payload: Record<string, string>;
  notBefore: Date | null;
}

export interface OwedRow {
  workspaceId: Id;
  id: Id;
}

/** A pause of one platform (or `*`), of one workspace (or of the installation: null). */
export interface PausedRow {
  workspaceId: Id | null;
  platform: string;
}

/** What every workspace still owes: jobs to hand to the queue, and open obligations that may have lost theirs. */
export class Obligations {
  private constructor(private readonly source: DataSource) {}

  static async connect(settings: ConnectionSettings): Promise<Obligations> {
    return new Obligations(await dataSource({ poolSize: 2, ...settings }, 'redress_relay').initialize());
  }

  /**
   * Takes up to `limit` jobs out of the outbox and gives them to `hand`. They are gone only once `hand` has settled: where
   * it fails, or this process dies, they are taken again. Several relays may run; none takes what another holds.
   */
  async take(limit: number, hand: (jobs: OwedJob[]) => Promise<void>): Promise<number> {
    return this.source.transaction(async (manager) => {
      // [rows, count] is what TypeORM gives for a DELETE
      const [jobs] = await manager.query<[OwedJob[], number]>(
        `delete from outbox where (workspace_id, id) in
           (select workspace_id, id from outbox order by created_at limit $1 for update skip locked)
         returning workspace_id as "workspaceId", id, job, payload, not_before as "notBefore"`,
        [limit],
      );
      if (jobs.length > 0) await hand(jobs);
      return jobs.length;
    });
  }

  /** Attempts that have been due for `graceSeconds` and were not begun: their job may be lost. */
  async attemptsDue(now: Date, graceSeconds: number, limit = 500): Promise<OwedRow[]> {
    return this.source.query<OwedRow[]>(
      `select workspace_id as "workspaceId", id from attempt
        where state = 'queued' and coalesce(next_try_at, queued_at) < $1::timestamptz - make_interval(secs => $2)
        order by queued_at limit $3`,
      [now, graceSeconds, limit],
    );
  }

  /** Attempts whose worker disappeared while it was sending. */
  async attemptsAbandoned(now: Date, limit = 500): Promise<OwedRow[]> {
    return this.source.query<OwedRow[]>(
      `select workspace_id as "workspaceId", id from attempt where state = 'sending' and lease_until < $1 limit $2`,
      [now, limit],
    );
  }

  /** Replies that were stored and not read. */
  async repliesUnread(now: Date, graceSeconds: number, limit = 500): Promise<OwedRow[]> {
    return this.source.query<OwedRow[]>(
      `select workspace_id as "workspaceId", id from reply
        where read_at is null and received_at < $1::timestamptz - make_interval(secs => $2) order by received_at limit $3`,
      [now, graceSeconds, limit],
    );
  }

  /** Imports being read or committed that nobody has worked on for `graceSeconds`: their job may be lost. */
  async importsOpen(
    now: Date,
    graceSeconds: number,
    limit = 100,
  ): Promise<(OwedRow & { state: 'reading' | 'committing' })[]> {
    return this.source.query(
      `select workspace_id as "workspaceId", id, state from listing_import
        where state in ('reading', 'committing') and not paused and updated_at < $1::timestamptz - make_interval(secs => $2)
        order by updated_at limit $3`,
      [now, graceSeconds, limit],
    );
  }

  /** Deliveries to webhooks that have been due for `graceSeconds` and are in no worker's hands: their job may be lost. */
  async webhookDeliveriesDue(now: Date, graceSeconds: number, limit = 500): Promise<OwedRow[]> {
    return this.source.query<OwedRow[]>(
      `select workspace_id as "workspaceId", id from webhook_delivery
        where state = 'waiting' and greatest(next_try_at, lease_until) < $1::timestamptz - make_interval(secs => $2)
        order by next_try_at limit $3`,
      [now, graceSeconds, limit],
    );
  }

  /** Every pause there is: whose notices are to be called back where they still can be. */
  async paused(): Promise<PausedRow[]> {
    return this.source.query<PausedRow[]>(
      `select workspace_id as "workspaceId", platform from platform_pause union all select null, platform from delivery.pause`,
    );
  }

  /** Complaints whose filing was judged provisionally and whose window has ended since. */
  async windowsEnded(now: Date, limit = 500): Promise<OwedRow[]> {
    return this.source.query<OwedRow[]>(
      `select workspace_id as "workspaceId", id from filing_judgement
        where verdict = 'provisional' and until <= $1 order by until limit $2`,
      [now, limit],
    );
  }

  /** Deadlines that have passed and are still open. */
  async deadlinesPassed(now: Date, limit = 500): Promise<OwedRow[]> {
    return this.source.query<OwedRow[]>(
      `select workspace_id as "workspaceId", id from deadline where state = 'open' and due_at < $1 limit $2`,
      [now, limit],
    );
  }

  /** Workspaces that let Redress look at the pages of reported listings. */
  async workspacesObserving(): Promise<Id[]> {
    const rows = await this.source.query<{ workspaceId: Id }[]>(
      `select workspace_id as "workspaceId" from workspace_rules where observing order by workspace_id`,
    );
    return rows.map(({ workspaceId }) => workspaceId);
  }

  /** Attempts through interfaces whose outcome, or whose answer, is to be asked for. */
  async statusesDue(now: Date, limit = 500): Promise<OwedRow[]> {
    return this.source.query<OwedRow[]>(
      `select a.workspace_id as "workspaceId", a.id from attempt a left join status_query q using (workspace_id, id)
        where a.channel = 'http-api' and a.state in ('delivered', 'unknown') and q.done is not true
          and coalesce(q.next_at, a.finished_at) <= $1
        order by coalesce(q.next_at, a.finished_at) limit $2`,
      [now, limit],
    );
  }

  /** Puts a job into the outbox again. */
  async owe(job: OwedJob, now: Date): Promise<void> {
    await this.source.query(
      `insert into outbox (workspace_id, id, job, payload, not_before, created_at) values ($1, $2, $3, $4, $5, $6)`,
      [job.workspaceId, job.id, job.job, JSON.stringify(job.payload), job.notBefore, now],
    );
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }
}
