import type { FileSource } from '../file-source.js';
import type { Decoding } from './decoding.js';
import { readLines } from './lines.js';
import type { Line } from './lines.js';
import { RecordFinder } from './record-lines.js';
import type { RecordShape } from './record-lines.js';
import type { Split } from './split-record.js';

/** A record of a CSV file with the lines it stands on. */
export interface CsvRecord {
  split: Split;
  lines: readonly Line[];
  /** number of its first line, counted from 1 */
  line: number;
  /** offset in the file of what follows it */
  end: number;
}

export interface RecordsFrom {
  offset: number;
  /** lines of the file before the offset */
  line: number;
}

/** The records of a CSV file from an offset on, as many at a time as the lines that are at hand hold; blank lines too. */
export async function* readRecords(
  source: FileSource,
  decoding: Decoding,
  shape: RecordShape,
  from: RecordsFrom,
): AsyncGenerator<CsvRecord[]> {
  let left: Line[] = [];
  let line = from.line;
  for await (const lines of readLines(source, decoding, from.offset)) {
    const window = [...left, ...lines];
    const found = recordsIn(window, new RecordFinder(window, false, shape), line);
    left = found.left;
    line += found.taken;
    if (found.records.length > 0) yield found.records;
  }
  yield recordsIn(left, new RecordFinder(left, true, shape), line).records;
}

/** The records of the lines at hand, and the lines that can't be told before more are read. */
function recordsIn(
  window: readonly Line[],
  finder: RecordFinder,
  line: number,
): { records: CsvRecord[]; left: Line[]; taken: number } {
  const records: CsvRecord[] = [];
  let at = 0;
  while (at < window.length) {
    const found = finder.at(at);
    if (found === 'more') break;
    const lines = window.slice(at, at + found.lines);
    records.push({ split: found.split, lines, line: line + at + 1, end: lines.at(-1)?.end ?? 0 });
    at += found.lines;
  }
  return { records, left: window.slice(at), taken: at };
}
