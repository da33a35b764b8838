import type { EntitySchemaColumnOptions } from 'typeorm';

/** Column builders: one word per kind of value, so that a table file reads as a list of facts. */
export const id = (): EntitySchemaColumnOptions => ({ type: 'uuid', primary: true });
export const ref = (): EntitySchemaColumnOptions => ({ type: 'uuid' });
export const text = (): EntitySchemaColumnOptions => ({ type: 'text' });
export const texts = (): EntitySchemaColumnOptions => ({ type: 'text', array: true });
export const refs = (): EntitySchemaColumnOptions => ({ type: 'uuid', array: true });
export const numbers = (): EntitySchemaColumnOptions => ({ type: 'integer', array: true });
export const integer = (): EntitySchemaColumnOptions => ({ type: 'integer' });
/** A number of bytes. The driver reads a bigint as text, since not every one fits a number; a file's size does. */
export const bytesCount = (): EntitySchemaColumnOptions => ({ type: 'bigint' });
export const flag = (): EntitySchemaColumnOptions => ({ type: 'boolean' });
export const instant = (): EntitySchemaColumnOptions => ({ type: 'timestamptz' });
/** A calendar date as text `YYYY-MM-DD`: no time zone can move it. */
export const date = (): EntitySchemaColumnOptions => ({ type: 'date' });
export const json = (): EntitySchemaColumnOptions => ({ type: 'jsonb' });
export const bytes = (): EntitySchemaColumnOptions => ({ type: 'bytea' });
export const optional = (column: EntitySchemaColumnOptions): EntitySchemaColumnOptions => ({
  ...column,
  nullable: true,
});
