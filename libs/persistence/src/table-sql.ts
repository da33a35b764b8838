import type { DataSource, EntitySchema } from 'typeorm';
import type { TenantRow } from './rows.js';

interface Column {
  property: string;
  /** as it stands in SQL, quoted */
  name: string;
  type: string;
  isArray: boolean;
}

/** From so many rows on, one array for each column is faster than one parameter for each value (about 1.6 times at 500 rows). */
const MANY_ROWS = 50;

export interface Statement {
  sql: string;
  parameters: unknown[];
}

/**
 * The four statements a row needs, composed once from TypeORM's mapping of its table. Building them anew by the query
 * builder at every call took a third of the time of a filing (a filing is some thirty small statements).
 */
export class TableSql<Row extends TenantRow> {
  private readonly table: string;
  private readonly columns: ReadonlyMap<string, Column>;
  private readonly selection: string;
  private readonly name: RegExp;

  constructor(source: DataSource, schema: EntitySchema<Row>) {
    const metadata = source.getMetadata(schema);
    this.table = quoted(metadata.tableName);
    this.name = new RegExp(`\\b${metadata.tableName}\\b`, 'i');
    this.columns = new Map(
      metadata.columns.map((column) => [
        column.propertyName,
        {
          property: column.propertyName,
          name: quoted(column.databaseName),
          type: String(column.type),
          isArray: column.isArray,
        },
      ]),
    );
    this.selection = [...this.columns.values()].map(selected).join(', ');
  }

  isNamedIn(sql: string): boolean {
    return this.name.test(sql);
  }

  insert(rows: readonly Row[]): Statement {
    return rows.length < MANY_ROWS ? this.insertValues(rows) : this.insertArrays(rows);
  }

  private insertArrays(rows: readonly Row[]): Statement {
    const columns = [...this.columns.values()];
    const names = columns.map(({ name }) => name).join(', ');
    const values = rows.map((row): ReadonlyMap<string, unknown> => new Map(Object.entries(row)));
    // an array of arrays would have to be a rectangle: each array goes as text and is read in its place
    const places = columns.map(({ type, isArray }, at) => `$${at + 1}::${isArray ? 'text' : type}[]`);
    const read = columns.map((column) => (column.isArray ? `${column.name}::${column.type}[]` : column.name));
    return {
      sql: `insert into ${this.table} (${names}) select ${read.join(', ')} from unnest(${places.join(', ')}) as given (${names})`,
      parameters: columns.map((column) => values.map((row) => element(column, row.get(column.property)))),
    };
  }

  private insertValues(rows: readonly Row[]): Statement {
    const parameters: unknown[] = [];
    const columns = [...this.columns.values()];
    const tuples = rows.map((row) => {
      const values: ReadonlyMap<string, unknown> = new Map(Object.entries(row));
      return `(${columns.map((column) => place(parameters, column, values.get(column.property))).join(', ')})`;
    });
    return {
      sql: `insert into ${this.table} (${columns.map((column) => column.name).join(', ')}) values ${tuples.join(', ')}`,
      parameters,
    };
  }

  select(condition: Readonly<Record<string, unknown>>, tail = ''): Statement {
    const parameters: unknown[] = [];
    return {
      sql: `select ${this.selection} from ${this.table} where ${this.where(condition, parameters)}${tail}`,
      parameters,
    };
  }

  matching(workspaceId: string, condition: string, parameters: readonly unknown[], tail: string): Statement {
    return {
      sql: `select ${this.selection} from ${this.table} where workspace_id = $1 and (${condition}) ${tail}`,
      parameters: [workspaceId, ...parameters],
    };
  }

  remove(key: Readonly<Record<string, unknown>>): Statement {
    const parameters: unknown[] = [];
    return { sql: `delete from ${this.table} where ${this.where(key, parameters)}`, parameters };
  }

  update(key: Readonly<Record<string, unknown>>, patch: Readonly<Record<string, unknown>>): Statement {
    const parameters: unknown[] = [];
    const changes = Object.entries(patch).map(([property, value]) => {
      const column = this.column(property);
      return `${column.name} = ${place(parameters, column, value)}`;
    });
    return { sql: `update ${this.table} set ${changes.join(', ')} where ${this.where(key, parameters)}`, parameters };
  }

  /** ` order by … limit …` */
  tail(order: Readonly<Record<string, 'asc' | 'desc' | undefined>>, limit: number | undefined): string {
    const keys = Object.entries(order).map(
      ([property, way]) => `${this.column(property).name} ${way === 'desc' ? 'desc' : 'asc'}`,
    );
    const sorted = keys.length === 0 ? '' : ` order by ${keys.join(', ')}`;
    return limit === undefined ? sorted : `${sorted} limit ${Math.trunc(limit)}`;
  }

  private where(condition: Readonly<Record<string, unknown>>, parameters: unknown[]): string {
    return Object.entries(condition)
      .map(([property, value]) => {
        const column = this.column(property);
        return value === null ? `${column.name} is null` : `${column.name} = ${place(parameters, column, value)}`;
      })
      .join(' and ');
  }

  private column(property: string): Column {
    const column = this.columns.get(property);
    if (column === undefined) throw new Error(`${this.table} has no column for "${property}"`);
    return column;
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A calendar date is read as text: the driver would make it an instant of this machine's time zone. A count of bytes fits a number. */
const readAs: Readonly<Record<string, string>> = { date: '::text', bigint: '::float8' };

const selected = (column: Column): string => `${column.name}${readAs[column.type] ?? ''} as ${quoted(column.property)}`;

/** A value as an element of the array of its column. */
function element(column: Column, value: unknown): unknown {
  if (value === undefined) throw new Error(`no value for ${column.name}: absent is written as null`);
  if (value === null) return null;
  if (column.isArray) return arrayLiteral(value as readonly unknown[]);
  return column.type === 'jsonb' ? JSON.stringify(value) : value;
}

/** An array as PostgreSQL reads it from text. */
export const arrayLiteral = (values: readonly unknown[]): string =>
  `{${values.map((value) => `"${String(value).replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;

/** Adds a value to the parameters and gives its place, e.g. `$3`. */
function place(parameters: unknown[], column: Column, value: unknown): string {
  if (value === undefined) throw new Error(`no value for ${column.name}: absent is written as null`);
  parameters.push(column.type === 'jsonb' && value !== null ? JSON.stringify(value) : value);
  return `$${parameters.length}`;
}
