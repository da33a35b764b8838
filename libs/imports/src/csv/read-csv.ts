import { Fault } from '#libs/domain';
import type { FileFormat, ReadingPosition } from '#libs/domain';
import type { FileSource } from '../file-source.js';
import { Batcher } from '../batcher.js';
import type { HeadingCells, RowBatch } from '../raw-row.js';
import { decodingOf } from './decoding.js';
import { rawRow } from './raw-csv-row.js';
import { widthOf } from './record-lines.js';
import { readRecords } from './records.js';
import type { CsvRecord } from './records.js';

/** The first record of a CSV file that is not blank, and the position after it. A `sep=;` line of Excel is passed over. */
export async function readCsvHeadings(source: FileSource, format: FileFormat): Promise<HeadingCells> {
  const shape = { delimiter: delimiterOf(format), width: null };
  for await (const records of readRecords(source, decodingOf(format.encoding), shape, { offset: 0, line: 0 })) {
    const record = records.find((each) => !isBlank(each) && !isSeparatorLine(each));
    if (record !== undefined) return headingsOf(record);
  }
  throw new Fault('invalid', 'import-unreadable', 'The file holds no rows. Its first row names the columns.');
}

/** The rows of a CSV file from a position on. Blank lines and rows of empty cells are no rows. */
export async function* openCsv(
  source: FileSource,
  format: FileFormat,
  headings: readonly string[],
  from: ReadingPosition,
): AsyncGenerator<RowBatch> {
  const shape = { delimiter: delimiterOf(format), width: widthOf(headings) };
  const batcher = new Batcher(from);
  for await (const records of readRecords(source, decodingOf(format.encoding), shape, from)) {
    for (const record of records) {
      const batch = batcher.add(rawRow(record, headings, batcher.nextRow), {
        offset: record.end,
        line: record.line + record.lines.length - 1,
      });
      if (batch !== null) yield batch;
    }
  }
  yield* batcher.last();
}

function headingsOf({ split, lines, line, end }: CsvRecord): HeadingCells {
  const at = `Line ${line}`;
  if (lines.some((each) => each.fault === 'line-too-long')) {
    throw unreadable(`${at}, which names the columns, is too long to be a row of a table. Is the file a table?`);
  }
  if ('wrong' in split) throw unreadable(`${at}, which names the columns, has a quotation mark that is misplaced.`);
  if (lines.some((each) => each.fault === 'encoding')) {
    throw unreadable(`${at}, which names the columns, is not text in the encoding of the file: choose another one.`);
  }
  return { cells: split.cells, after: { offset: end, line: line + lines.length - 1, row: 0 } };
}

const unreadable = (detail: string): Fault => new Fault('invalid', 'import-unreadable', detail);

function delimiterOf({ delimiter }: FileFormat): string {
  if (delimiter === null || /^[^"\r\n]$/.test(delimiter)) return delimiter ?? ',';
  throw unreadable(`"${delimiter}" can’t stand between cells: choose one character that is no quotation mark.`);
}

const isBlank = ({ lines }: CsvRecord): boolean => lines.length === 1 && lines[0]?.text.trim() === '';

/** Excel reads a file by its first line `sep=;`, which may name a tab as well, but no quotation mark. */
export const separatorLine = /^\s*"?sep=([^"])"?\s*$/i;

const isSeparatorLine = ({ line, lines }: CsvRecord): boolean => line === 1 && separatorLine.test(lines[0]?.text ?? '');
