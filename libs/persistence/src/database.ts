import { Fault, isId } from '#libs/domain';
import type { CalendarFeed, Id } from '#libs/domain';
import type { DataSource } from 'typeorm';
import { dataSource } from './data-source.js';
import type { ConnectionSettings } from './data-source.js';
import { Tables } from './tables.js';
import { WorkspaceTransaction } from './workspace-transaction.js';

/** Where a verb does its work: in a transaction that sees one workspace. */
export abstract class Workplace {
  abstract inWorkspace<T>(workspaceId: Id, work: (tx: WorkspaceTransaction) => Promise<T>): Promise<T>;
}

/** The database as the verbs see it: always one workspace, always in a transaction. */
export class Database extends Workplace {
  private readonly tables: Tables;

  private constructor(private readonly source: DataSource) {
    super();
    this.tables = new Tables(source);
  }

  static async connect(settings: ConnectionSettings): Promise<Database> {
    return new Database(await dataSource(settings, 'redress_app').initialize());
  }

  /** Runs `work` in one transaction that sees the rows of this workspace and of no other. */
  async inWorkspace<T>(workspaceId: Id, work: (tx: WorkspaceTransaction) => Promise<T>): Promise<T> {
    if (!isId(workspaceId)) throw new Fault('not-found', 'workspace-not-found', 'There is no such workspace.');
    return this.source.transaction(async (manager) => {
      const [entered] = await manager.query<{ heard: boolean }[]>('select enter_workspace($1) as heard', [workspaceId]);
      const tx = new WorkspaceTransaction(workspaceId, manager, this.tables, entered?.heard === true);
      const result = await work(tx);
      await tx.finish();
      return result;
    });
  }

  /**
   * Several verbs in one transaction: each does its work in the workplace it is given, and all of it is written or nothing.
   * For simulations and imports, where a commit for every step would cost more than the steps.
   */
  async together<T>(workspaceId: Id, work: (workplace: Workplace) => Promise<T>): Promise<T> {
    return this.inWorkspace(workspaceId, async (tx) =>
      work({
        inWorkspace: async (asked, step) => {
          if (asked !== workspaceId)
            throw new Error(`this transaction belongs to workspace ${workspaceId}, not ${asked}`);
          return step(tx);
        },
      }),
    );
  }

  /** A statement on the identity tables (schema `auth`), which belong to no workspace. */
  async identity<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.source.query<Row[]>(sql, [...parameters]);
  }

  /** The API key with this hash: the one row that can be seen without knowing its workspace. */
  async apiKeyByHash(hash: string): Promise<{
    workspaceId: Id;
    id: Id;
    name: string;
    scopes: string[];
    createdBy: string;
    expiresAt: Date | null;
    revokedAt: Date | null;
  } | null> {
    return this.source.transaction(async (manager) => {
      await manager.query(`select set_config('app.api_key_hash', $1, true)`, [hash]);
      const [row] = await manager.query<Awaited<ReturnType<Database['apiKeyByHash']>>[]>(
        `select workspace_id as "workspaceId", id, name, scopes, created_by as "createdBy", expires_at as "expiresAt",
                revoked_at as "revokedAt" from api_key where hash = $1`,
        [hash],
      );
      return row ?? null;
    });
  }

  /** The calendar feed whose token has this hash: like a key, it is seen without knowing its workspace. */
  async calendarFeedByHash(hash: string): Promise<CalendarFeed | null> {
    return this.source.transaction(async (manager) => {
      await manager.query(`select set_config('app.calendar_feed_hash', $1, true)`, [hash]);
      const [row] = await manager.query<CalendarFeed[]>(
        `select workspace_id as "workspaceId", id, person_id as "personId", hash, created_at as "createdAt"
           from calendar_feed where hash = $1`,
        [hash],
      );
      return row ?? null;
    });
  }

  /** Answers in time or throws: for health checks. */
  async ping(): Promise<void> {
    await this.source.query('select 1');
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }
}
