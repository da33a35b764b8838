import type { ImportColumn, ImportView } from '../../api/types.js';
import { columns } from './columns.js';

/** A column of the file as the table of rows shows it. */
export interface Place {
  /** of the cell in its row, from 0 */
  at: number;
  heading: string;
  /** what of ours is read from it; null where nothing is */
  column: ImportColumn | null;
}

/** The columns of the file in its own order. */
export function placesOf({ headings, mapping }: ImportView): Place[] {
  return headings.map((heading, at) => ({
    at,
    heading,
    column: columns.find((column) => heading !== '' && mapping[column]?.heading === heading) ?? null,
  }));
}

/** Columns that have one value for every row, with that value. */
export const everyRowOf = ({ mapping }: ImportView): [column: ImportColumn, value: string][] =>
  columns.flatMap((column) => {
    const value = mapping[column]?.value;
    return value === undefined ? [] : [[column, value] as [ImportColumn, string]];
  });
