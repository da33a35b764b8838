import type { DataSource, EntitySchema } from 'typeorm';
import type { TenantRow } from './rows.js';
import { TableSql } from './table-sql.js';

/** The statements of each table, composed when the table is first asked for. */
export class Tables {
  private readonly composed = new Map<EntitySchema, TableSql<TenantRow>>();

  constructor(private readonly source: DataSource) {}

  of<Row extends TenantRow>(schema: EntitySchema<Row>): TableSql<Row> {
    const known = this.composed.get(schema);
    if (known !== undefined) return known;
    const made = new TableSql<Row>(this.source, schema);
    this.composed.set(schema, made);
    return made;
  }
}
