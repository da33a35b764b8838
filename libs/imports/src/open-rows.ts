import type { FileFormat, ReadingPosition } from '#libs/domain';
import { openCsv, readCsvHeadings } from './csv/read-csv.js';
import type { FileSource } from './file-source.js';
import { headingFaults, tidyHeadings } from './mapping/headings.js';
import type { HeadingFault } from './mapping/headings.js';
import type { RowBatch } from './raw-row.js';
import { openXlsx, readXlsxHeadings } from './xlsx/read-xlsx.js';

/** The row that names the columns, and where the rows begin. */
export interface Headings {
  headings: string[];
  /** headings no column can be told by; the others can be used all the same */
  faults: HeadingFault[];
  after: ReadingPosition;
}

/**
 * The headings of a file: its first row that is not empty.
 * @throws Fault `import-unreadable` where it has none, or they can't be read in this format
 */
export async function readHeadings(source: FileSource, format: FileFormat): Promise<Headings> {
  const { cells, after } = await (format.kind === 'csv' ? readCsvHeadings : readXlsxHeadings)(source, format);
  const headings = tidyHeadings(cells);
  return { headings, faults: headingFaults(headings), after };
}

/**
 * The rows of a file from a position on, in batches of at most 1,000. Every row comes out once, with what is wrong with it.
 * After each batch stands a position from which reading goes on later as if it had not been stopped; a CSV file is read from
 * that byte on, a workbook passes over the rows before.
 * @param headings as `readHeadings` gave them
 * @throws Fault `import-unreadable` where a workbook is damaged; a CSV file has damaged rows at most
 */
export const openRows = (
  source: FileSource,
  format: FileFormat,
  headings: readonly string[],
  from: ReadingPosition,
): AsyncGenerator<RowBatch> => (format.kind === 'csv' ? openCsv : openXlsx)(source, format, headings, from);
