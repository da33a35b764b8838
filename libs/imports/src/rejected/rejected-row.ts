import type { RowFault } from '#libs/domain';
import { errorHeading, isErrorHeading } from '../mapping/headings.js';

/** A row that could not be taken, as it goes back to whoever made the file. */
export interface RejectedRow {
  cells: readonly string[];
  faults: readonly RowFault[];
}

/** `column: code: detail`, one fault after the other. */
const errorOf = (faults: readonly RowFault[]): string =>
  faults.map(({ column, code, detail }) => `${column ?? 'row'}: ${code}: ${detail}`).join(' | ');

/** The lines of the file of rejected rows: the headings and one more, `error`, then each row with what is wrong with it. */
export async function* rejectedLines(
  headings: readonly string[],
  rows: AsyncIterable<RejectedRow>,
): AsyncGenerator<string[]> {
  // a file of rejected rows that was corrected and fell through again has the column already
  const places = headings.map((heading, at) => (isErrorHeading(heading) ? -1 : at)).filter((at) => at >= 0);
  yield [...places.map((at) => headings[at] ?? ''), errorHeading];
  for await (const { cells, faults } of rows) {
    const told = placed(cells, headings.length, places);
    yield [...places.map((_, at) => told[at] ?? ''), errorOf(faults), ...told.slice(places.length)];
  }
}

/**
 * The cells of a row without that of the column of errors, and behind them those without a heading, so that whoever puts
 * the row right has them all. Where there are too few, no column can be told: they stay as they stand.
 */
const placed = (cells: readonly string[], headings: number, places: readonly number[]): readonly string[] =>
  cells.length < headings ? cells : [...places.map((at) => cells[at] ?? ''), ...cells.slice(headings)];
