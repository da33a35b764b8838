import { noLinks } from '../raw-row.js';
import type { RawFault, RawRow } from '../raw-row.js';
import { faultOf, notText, withoutNul } from '../row-faults.js';
import type { FaultWords } from '../row-faults.js';
import { lineLimits } from './lines.js';
import { hasWidth, widthOf, withoutSurplus } from './record-lines.js';
import type { Width } from './record-lines.js';
import type { CsvRecord } from './records.js';

/** A record as a row with what is wrong with it; null where all its cells are empty. */
export function rawRow(record: CsvRecord, headings: readonly string[], row: number): RawRow | null {
  const cells = cellsOf(record, widthOf(headings));
  if (cells.every((cell) => cell.trim() === '')) return null;
  const faults = [...faultsOfShape(record, cells, headings), ...faultsOfText(record, cells, headings)];
  const isText = faults.every((fault) => fault.code !== notText.code);
  return { row, line: record.line, cells: isText ? cells : cells.map(withoutNul), faults, links: noLinks };
}

/** What can't be split stays whole, as one cell: a person can still read it and put it right. */
function cellsOf({ split, lines }: CsvRecord, width: Width): string[] {
  if ('wrong' in split || isTooLong(lines)) return [lines[0]?.text ?? ''];
  const cells = withoutSurplus(split.cells, width);
  return hasWidth(cells, width) ? padded(cells, width.most) : cells;
}

const padded = (cells: string[], length: number): string[] =>
  cells.length === length ? cells : [...cells, ...Array<string>(length - cells.length).fill('')];

const isTooLong = (lines: CsvRecord['lines']): boolean => lines.some((line) => line.fault === 'line-too-long');

function faultsOfShape({ split, lines }: CsvRecord, cells: readonly string[], headings: readonly string[]): RawFault[] {
  if (isTooLong(lines)) return [faultOf(lineTooLong, -1, headings)];
  if ('wrong' in split) return [faultOf(quoteFaults[split.wrong], split.cell, headings)];
  const { least, most } = widthOf(headings);
  return hasWidth(cells, { least, most }) ? [] : [faultOf(cellCount(cells.length, most), -1, headings)];
}

const lineTooLong: FaultWords = {
  spoilt: 'split',
  code: 'line-too-long',
  words:
    `is one line of more than ${lineLimits.longest / 1024 / 1024} MiB, which no row of a table is; its first ` +
    `${lineLimits.shown} characters are shown. Save the file anew from where the table comes from.`,
};

const quoteFaults: Record<'quote-not-closed' | 'quote-misplaced', FaultWords> = {
  'quote-not-closed': {
    spoilt: 'split',
    code: 'quote-not-closed',
    words:
      'opens a quotation mark that is not closed: close it, or double it ("") where it belongs to the text. Only this line is rejected; the rows after it are read.',
  },
  'quote-misplaced': {
    spoilt: 'split',
    code: 'quote-misplaced',
    words:
      'has a quotation mark where none may stand: put the whole cell in quotation marks and double ("") those inside it.',
  },
};

const cellCount = (cells: number, headings: number): FaultWords => ({
  spoilt: 'split',
  code: 'cell-count',
  words: `has ${cells} cells and the heading ${headings}: check its delimiters, line breaks and quotation marks.`,
});

function faultsOfText({ lines, split }: CsvRecord, cells: readonly string[], headings: readonly string[]): RawFault[] {
  const cellWith = (sign: string): number => ('wrong' in split ? -1 : cells.findIndex((cell) => cell.includes(sign)));
  const faults: RawFault[] = [];
  if (lines.some((line) => line.fault === 'encoding')) faults.push(faultOf(encoding, cellWith('\uFFFD'), headings));
  if (lines.some((line) => line.text.includes('\0'))) faults.push(faultOf(notText, cellWith('\0'), headings));
  return faults;
}

const encoding: FaultWords = {
  spoilt: 'row',
  code: 'encoding',
  words:
    'holds characters in another encoding than the rest of the file: save the whole file as UTF-8, or choose its encoding.',
};
