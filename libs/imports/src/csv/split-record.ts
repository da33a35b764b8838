/** The cells of a record, or why it has none: which cell (from 0) breaks RFC 4180 §2, and how. */
export type Split = { cells: string[] } | { wrong: 'quote-not-closed' | 'quote-misplaced'; cell: number };

/** A cell and where what follows it begins; -1 after the last cell. */
type Cell = { text: string; next: number } | 'quote-not-closed' | 'quote-misplaced';

/**
 * Splits one record (without its line ending) as RFC 4180 §2 says, with any delimiter of one character. Blanks around a
 * quoted cell are tolerated. Written out because csv-parse takes 8 µs a row, which is all the time there is for reading,
 * splitting and checking 120,000 rows a second; the tests hold it against csv-parse.
 */
export function splitRecord(record: string, delimiter: string): Split {
  if (!record.includes('"')) return { cells: record.split(delimiter) };
  const cells: string[] = [];
  for (let at = 0; at >= 0;) {
    const cell = cellAt(record, at, delimiter);
    if (typeof cell === 'string') return { wrong: cell, cell: cells.length };
    cells.push(cell.text);
    at = cell.next;
  }
  return { cells };
}

function cellAt(record: string, at: number, delimiter: string): Cell {
  const begin = afterBlanks(record, at, delimiter);
  if (record[begin] === '"') return quotedCell(record, begin, delimiter);
  const end = record.indexOf(delimiter, at);
  const text = end < 0 ? record.slice(at) : record.slice(at, end);
  if (text.includes('"')) return 'quote-misplaced';
  return { text, next: end < 0 ? -1 : end + delimiter.length };
}

function quotedCell(record: string, begin: number, delimiter: string): Cell {
  const close = closingQuote(record, begin + 1);
  if (close < 0) return 'quote-not-closed';
  const text = record.slice(begin + 1, close).replaceAll('""', '"');
  const after = afterBlanks(record, close + 1, delimiter);
  if (after === record.length) return { text, next: -1 };
  return record.startsWith(delimiter, after) ? { text, next: after + delimiter.length } : 'quote-misplaced';
}

/** The next quotation mark that is not one of a pair; -1 where there is none. */
function closingQuote(record: string, from: number): number {
  for (let at = from; ; at += 2) {
    at = record.indexOf('"', at);
    if (at < 0 || record[at + 1] !== '"') return at;
  }
}

function afterBlanks(record: string, from: number, delimiter: string): number {
  let at = from;
  while ((record[at] === ' ' || record[at] === '\t') && record[at] !== delimiter) at += 1;
  return at;
}

/** Whether a line holds an odd number of quotation marks, so that it opens a quoted cell it doesn't close, or the reverse. */
export function hasOddQuotes(line: string): boolean {
  let odd = false;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) odd = !odd;
  return odd;
}
