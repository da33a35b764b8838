import { Readable } from 'node:stream';
import type { ColumnMapping, FileFormat, ReadingPosition } from '#libs/domain';
import type { FileSource } from '../file-source.js';
import { openRows, readHeadings } from '../open-rows.js';
import type { RawRow, RowBatch } from '../raw-row.js';
import { rowReader } from '../rows/row-reader.js';
import type { CheckedRow } from '../rows/row-reader.js';

/** A file that lies in memory and comes in pieces of so many bytes. */
export const fileOf = (bytes: Buffer | string, piece = 65_536): FileSource => {
  const all = Buffer.from(bytes);
  const pieces = function* (offset: number): Generator<Buffer> {
    for (let at = offset; at < all.length; at += piece) yield all.subarray(at, at + piece);
  };
  return { size: all.length, open: (offset) => Readable.from(pieces(offset)) };
};

export const csv = (given: Partial<FileFormat> = {}): FileFormat => ({
  kind: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  sheet: null,
  sheets: [],
  ...given,
});

export interface FileRead {
  headings: string[];
  after: ReadingPosition;
  rows: RawRow[];
  batches: RowBatch[];
}

/** Everything a file holds, in one reading. */
export async function readFile(source: FileSource, format: FileFormat = csv()): Promise<FileRead> {
  const { headings, after } = await readHeadings(source, format);
  const batches: RowBatch[] = [];
  for await (const batch of openRows(source, format, headings, after)) batches.push(batch);
  return { headings, after, rows: batches.flatMap((batch) => batch.rows), batches };
}

/** The cells of all rows. */
export const cellsOf = ({ rows }: Pick<FileRead, 'rows'>): string[][] => rows.map((row) => row.cells);

/** The codes of what is wrong with each row. */
export const codesOf = ({ rows }: Pick<FileRead, 'rows'>): string[][] =>
  rows.map((row) => row.faults.map((fault) => fault.code));

export async function checkedRows(
  source: FileSource,
  mapping: ColumnMapping,
  format: FileFormat = csv(),
): Promise<CheckedRow[]> {
  const { headings, rows } = await readFile(source, format);
  const reader = rowReader(headings, mapping);
  return rows.map((row) => reader.read(row).checked);
}
