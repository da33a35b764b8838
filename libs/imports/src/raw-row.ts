import type { ReadingPosition } from '#libs/domain';

/**
 * What a fault of a row makes worthless: the split into cells, so that no column can be told; the row; or one cell, which
 * does no harm where no column is read from it.
 */
export type Spoilt = 'split' | 'row' | 'cell';

/** What is wrong with a row before anyone knows what its columns mean. */
export interface RawFault {
  spoilt: Spoilt;
  /** which cell, counted from 0; null where the row as a whole is at fault or the cell can't be told */
  cell: number | null;
  code: string;
  detail: string;
}

/** One row of a file as it stands there. */
export interface RawRow {
  /** counted from 1, without the heading */
  row: number;
  /** line of the file on which it begins, counted from 1; of a workbook, the number of the row */
  line: number;
  /** as many as there are headings; of a row that can't be split, the whole line as one cell */
  cells: string[];
  faults: readonly RawFault[];
  /** web addresses that cells of a workbook lead to, by cell */
  links: ReadonlyMap<number, string>;
}

/** The cells of the row that names the columns, and the position after it. */
export interface HeadingCells {
  cells: string[];
  after: ReadingPosition;
}

export interface RowBatch {
  rows: RawRow[];
  /** what reading goes on from after these rows */
  position: ReadingPosition;
}

/** Most rows of a batch, and about the most characters its cells hold together. */
export const batchLimits = { rows: 1_000, characters: 1024 * 1024 };

export const noLinks: ReadonlyMap<number, string> = new Map();
