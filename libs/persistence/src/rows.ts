import { Fault } from '#libs/domain';
import type { Id } from '#libs/domain';
import type { EntityManager, EntitySchema, FindOptionsOrder, FindOptionsWhere, QueryDeepPartialEntity } from 'typeorm';

export interface TenantRow {
  workspaceId: Id;
  id: Id;
}

export interface Find<Row> {
  order?: Partial<Record<keyof Row & string, 'asc' | 'desc'>>;
  limit?: number;
}

/** The rows of one table that belong to one workspace, inside one transaction. */
export class Rows<Row extends TenantRow> {
  /** Rows this transaction added or locked: nobody else can change them before it ends, so they need not be read again. */
  private readonly held = new Map<Id, Row>();
  /** Rows read by their id without a lock: good for reading again, not for changing. */
  private readonly seen = new Map<Id, Row>();

  constructor(
    private readonly manager: EntityManager,
    private readonly table: EntitySchema<Row>,
    private readonly workspaceId: Id,
    /** what a person calls one row, for errors: `complaint` */
    private readonly noun: string,
  ) {}

  async add(...rows: Row[]): Promise<void> {
    if (rows.length === 0) return;
    await this.manager.insert(this.table, rows as QueryDeepPartialEntity<Row>[]);
    for (const row of rows) this.held.set(row.id, row);
  }

  async find(id: Id): Promise<Row | null> {
    const known = this.held.get(id) ?? this.seen.get(id);
    if (known !== undefined) return known;
    const row = await this.manager.findOne(this.table, { where: this.key(id) });
    if (row !== null) this.seen.set(id, row);
    return row;
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
    const row = await this.manager.findOne(this.table, { where: this.key(id), lock: { mode: 'pessimistic_write' } });
    if (row === null) throw this.missing(id);
    this.held.set(id, row);
    return row;
  }

  async where(condition: Partial<Row>, find: Find<Row> = {}): Promise<Row[]> {
    return this.manager.find(this.table, {
      where: { ...condition, workspaceId: this.workspaceId } as FindOptionsWhere<Row>,
      ...(find.order === undefined ? {} : { order: find.order as FindOptionsOrder<Row> }),
      ...(find.limit === undefined ? {} : { take: find.limit }),
    });
  }

  async change(id: Id, patch: Partial<Omit<Row, keyof TenantRow>>): Promise<void> {
    await this.manager.update(this.table, this.key(id), patch as QueryDeepPartialEntity<Row>);
    for (const known of [this.held.get(id), this.seen.get(id)]) if (known !== undefined) Object.assign(known, patch);
  }

  /** Forgets what is held: a statement of one's own has changed rows of this table. */
  forget(): void {
    this.held.clear();
    this.seen.clear();
  }

  private key(id: Id): FindOptionsWhere<Row> {
    return { workspaceId: this.workspaceId, id } as FindOptionsWhere<Row>;
  }

  private missing(id: Id): Fault {
    return new Fault(
      'not-found',
      `${this.noun.replaceAll(' ', '-')}-not-found`,
      `There is no ${this.noun} ${id} in this workspace.`,
    );
  }
}

/** Rows of a table that only grows: they are written together, in one statement, when the transaction ends or is asked. */
export class GrowingRows<Row extends TenantRow> extends Rows<Row> {
  private pending: Row[] = [];

  override async add(...rows: Row[]): Promise<void> {
    this.pending.push(...rows);
    return Promise.resolve();
  }

  override async where(condition: Partial<Row>, find: Find<Row> = {}): Promise<Row[]> {
    await this.write();
    return super.where(condition, find);
  }

  async write(): Promise<void> {
    const rows = this.pending;
    this.pending = [];
    await super.add(...rows);
  }
}
