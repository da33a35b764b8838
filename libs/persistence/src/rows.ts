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
  }

  async find(id: Id): Promise<Row | null> {
    return this.manager.findOne(this.table, { where: this.key(id) });
  }

  /** The row, or Fault `not-found` that names what was looked for. */
  async get(id: Id): Promise<Row> {
    const row = await this.find(id);
    if (row === null) throw this.missing(id);
    return row;
  }

  /** Like get, and nobody else changes the row until this transaction ends. */
  async lock(id: Id): Promise<Row> {
    const row = await this.manager.findOne(this.table, { where: this.key(id), lock: { mode: 'pessimistic_write' } });
    if (row === null) throw this.missing(id);
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
