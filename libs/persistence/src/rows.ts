import { Fault } from '#libs/domain';
import type { Id } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import type { Statement, TableSql } from './table-sql.js';

/** Rows written by one statement: enough that the round trip no longer counts. */
const ROWS_A_STATEMENT = 1000;

export interface TenantRow {
  workspaceId: Id;
  id: Id;
}

type Change<Row extends TenantRow> = Partial<Omit<Row, keyof TenantRow>>;

export interface Find<Row> {
  order?: Partial<Record<keyof Row & string, 'asc' | 'desc'>>;
  limit?: number;
}

/**
 * The rows of one table that belong to one workspace, inside one transaction. What is added and changed is written together:
 * when the transaction ends, or before a statement that reads this table.
 */
export class Rows<Row extends TenantRow> {
  /** Rows this transaction added or locked: nobody else can change them before it ends, so they need not be read again. */
  private readonly held = new Map<Id, Row>();
  /** Rows read by their id without a lock: good for reading again, not for changing. */
  private readonly seen = new Map<Id, Row>();
  /** rows to be inserted, as they stand now */
  private readonly added = new Map<Id, Row>();
  /** changes of held rows to be written */
  private readonly changed = new Map<Id, Change<Row>>();

  constructor(
    private readonly manager: EntityManager,
    private readonly table: TableSql<Row>,
    private readonly workspaceId: Id,
    /** what a person calls one row, for errors: `complaint` */
    private readonly noun: string,
  ) {}

  add(...rows: Row[]): void {
    for (const row of rows) {
      this.added.set(row.id, { ...row });
      this.held.set(row.id, row);
    }
  }

  async find(id: Id): Promise<Row | null> {
    const known = this.held.get(id) ?? this.seen.get(id);
    if (known !== undefined) return known;
    const [row] = await this.run(this.table.select(this.key(id)));
    if (row !== undefined) this.seen.set(id, row);
    return row ?? null;
  }

  /** The row, or Fault `not-found` that names what was looked for. */
  async get(id: Id): Promise<Row> {
    const row = await this.find(id);
    if (row === null) throw this.missing(id);
    return row;
  }

  /** Like get, and nobody else changes the row until this transaction ends. */
  async lock(id: Id): Promise<Row> {
    const held = this.held.get(id);
    if (held !== undefined) return held;
    const [row] = await this.run(this.table.select(this.key(id), ' for update'));
    if (row === undefined) throw this.missing(id);
    this.held.set(id, row);
    return row;
  }

  async where(condition: Partial<Row>, find: Find<Row> = {}): Promise<Row[]> {
    await this.write();
    const wanted = { workspaceId: this.workspaceId, ...condition };
    return this.run(this.table.select(wanted, this.table.tail(find.order ?? {}, find.limit)));
  }

  /**
   * Rows by a condition of one's own on this table's columns; `$1` is the workspace, `parameters` begin at `$2`.
   * @param tail e.g. `order by id limit 50`
   */
  async matching(condition: string, parameters: readonly unknown[] = [], tail = ''): Promise<Row[]> {
    await this.write();
    return this.run(this.table.matching(this.workspaceId, condition, parameters, tail));
  }

  /** Removes a row that may be removed: most tables only grow. */
  async remove(id: Id): Promise<void> {
    await this.write();
    this.held.delete(id);
    this.seen.delete(id);
    await this.run(this.table.remove(this.key(id)));
  }

  async change(id: Id, patch: Change<Row>): Promise<void> {
    const added = this.added.get(id);
    if (added !== undefined) Object.assign(added, patch);
    else if (this.held.has(id)) this.changed.set(id, { ...this.changed.get(id), ...patch });
    else await this.run(this.table.update(this.key(id), patch));
    for (const known of [this.held.get(id), this.seen.get(id)]) if (known !== undefined) Object.assign(known, patch);
  }

  /** Whether a statement names this table, and so must find it as this transaction left it. */
  isNamedIn(sql: string): boolean {
    return this.table.isNamedIn(sql);
  }

  async write(): Promise<void> {
    const rows = [...this.added.values()];
    const changes = [...this.changed];
    this.added.clear();
    this.changed.clear();
    for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
      await this.run(this.table.insert(rows.slice(at, at + ROWS_A_STATEMENT)));
    }
    for (const [id, patch] of changes) await this.run(this.table.update(this.key(id), patch));
  }

  /** Forgets what is held: a statement of one's own has changed rows of this table. */
  forget(): void {
    this.held.clear();
    this.seen.clear();
  }

  private key(id: Id): { workspaceId: Id; id: Id } {
    return { workspaceId: this.workspaceId, id };
  }

  private async run({ sql, parameters }: Statement): Promise<Row[]> {
    return this.manager.query<Row[]>(sql, parameters);
  }

  private missing(id: Id): Fault {
    return new Fault(
      'not-found',
      `${this.noun.replaceAll(' ', '-')}-not-found`,
      `There is no ${this.noun} ${id} in this workspace.`,
    );
  }
}
