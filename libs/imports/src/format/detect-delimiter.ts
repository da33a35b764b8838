import { decodingOf } from '../csv/decoding.js';
import type { CsvEncoding } from '../csv/decoding.js';
import { LineCutter } from '../csv/lines.js';
import type { Line } from '../csv/lines.js';
import { RecordFinder } from '../csv/record-lines.js';
import { separatorLine } from '../csv/read-csv.js';

const delimiters = [',', ';', '\t', '|'] as const;

/** Records looked at. */
const MOST_RECORDS = 500;

/**
 * What stands between the cells: what a first line `sep=;` says, else what cuts the most records of the sample into as
 * many cells as the heading has. A comma where nothing does, for a table of one column.
 */
export function detectDelimiter(sample: Buffer, encoding: CsvEncoding, whole: boolean): string {
  const lines = linesOf(sample, encoding, whole).filter((line) => line.text.trim() !== '');
  const [, declared] = separatorLine.exec(lines[0]?.text ?? '') ?? [];
  if (declared !== undefined) return declared;
  let best = { delimiter: ',', cells: 0 };
  for (const delimiter of delimiters) {
    const cells = cellsCutBy(lines, delimiter);
    if (cells > best.cells) best = { delimiter, cells };
  }
  return best.delimiter;
}

/** The lines of a sample, without the last one where it may be cut. */
function linesOf(sample: Buffer, encoding: CsvEncoding, whole: boolean): Line[] {
  const cutter = new LineCutter(decodingOf(encoding), 0);
  const lines = cutter.take(sample);
  return whole ? [...lines, ...cutter.last()] : lines;
}

/** How many cells more than one a delimiter gives the records that have as many cells as the heading, all together. */
function cellsCutBy(lines: readonly Line[], delimiter: string): number {
  const heading = new RecordFinder(lines, true, { delimiter, width: null }).at(0);
  if (heading === 'more' || 'wrong' in heading.split) return 0;
  const width = heading.split.cells.length;
  const finder = new RecordFinder(lines, true, { delimiter, width: { least: width, most: width } });
  let good = 1;
  for (let at = heading.lines, records = 0; at < lines.length && records < MOST_RECORDS; records += 1) {
    const record = finder.at(at);
    if (record === 'more') break;
    if ('cells' in record.split && record.split.cells.length === width) good += 1;
    at += record.lines;
  }
  return good * (width - 1);
}
