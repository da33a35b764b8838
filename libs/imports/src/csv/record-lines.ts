import type { Line } from './lines.js';
import { hasOddQuotes, splitRecord } from './split-record.js';
import type { Split } from './split-record.js';

/** A quoted cell that runs over more than this is taken for a quotation mark that was never closed. */
export const recordLimits = { lines: 200, characters: 256 * 1024 };

/** What a record must be to be taken as one. */
export interface RecordShape {
  delimiter: string;
  /** number of cells; null while the heading is read */
  width: Width | null;
}

/** How many cells a row has: as many as there are headings; those below empty headings at the end may be missing. */
export interface Width {
  least: number;
  most: number;
}

export const widthOf = (headings: readonly string[]): Width => ({
  least: headings.findLastIndex((heading) => heading !== '') + 1,
  most: headings.length,
});

/** Lines that are at hand, and whether the file ends after them. */
export interface Window {
  lines: readonly Line[];
  ended: boolean;
}

/** A record, and how many lines it takes. */
export interface FoundRecord {
  split: Split;
  lines: number;
}

/** More lines must be read before it can be told. */
export type NeedsMore = 'more';

/**
 * The record that begins at a line. A line that opens a quotation mark is joined with those that follow until it is
 * closed, but only if the whole is then a record of the right shape; if not, the line alone is the damaged record, so
 * that one lost quotation mark costs one row and never those after it.
 */
export function recordAt(window: Window, at: number, shape: RecordShape): FoundRecord | NeedsMore {
  const text = window.lines[at]?.text ?? '';
  const split = splitRecord(text, shape.delimiter);
  if ('cells' in split || split.wrong === 'quote-misplaced') return { split, lines: 1 };
  const joined = joinedFrom(window, at, shape);
  if (joined === 'more') return 'more';
  if (joined === null) return { split, lines: 1 };
  const swallowing = swallowsRows(window, at, joined.lines, shape);
  if (swallowing === 'more') return 'more';
  return swallowing ? { split, lines: 1 } : joined;
}

/** The lines from `at` to where the open quotation mark is closed, as one record; null where that gives no record. */
function joinedFrom({ lines, ended }: Window, at: number, shape: RecordShape): FoundRecord | NeedsMore | null {
  let text = '';
  for (let count = 1; count <= recordLimits.lines; count += 1) {
    const line = lines[at + count - 1];
    if (line === undefined) return ended ? null : 'more';
    text += line.text;
    if (text.length > recordLimits.characters || line.fault === 'line-too-long') return null;
    if (count > 1 && hasOddQuotes(line.text)) {
      const split = splitRecord(text, shape.delimiter);
      return fits(split, shape) ? { split, lines: count } : null;
    }
    text += line.ending;
  }
  return null;
}

/**
 * Whether joining swallows rows: what follows the joined lines is no record, while one of those lines begins a good
 * one. In a file that keeps to RFC 4180 what follows is always a record.
 */
function swallowsRows(window: Window, at: number, count: number, shape: RecordShape): boolean | NeedsMore {
  const following = stands(window, at + count, shape);
  if (following !== false) return following === 'more' ? 'more' : false;
  for (let inner = at + 1; inner < at + count; inner += 1) {
    const standing = window.lines[inner]?.text.trim() !== '' && stands(window, inner, shape);
    if (standing !== false) return standing;
  }
  return false;
}

/** Whether a good record begins at a line, or the file ends there. */
function stands(window: Window, at: number, shape: RecordShape): boolean | NeedsMore {
  const line = window.lines[at];
  if (line === undefined) return window.ended ? true : 'more';
  if (line.text.trim() === '') return true;
  const split = splitRecord(line.text, shape.delimiter);
  if ('cells' in split) return fits(split, shape);
  if (split.wrong === 'quote-misplaced') return false;
  const joined = joinedFrom(window, at, shape);
  return joined === 'more' ? 'more' : joined !== null;
}

const fits = (split: Split, { width }: RecordShape): boolean =>
  'cells' in split && (width === null || hasWidth(withoutSurplus(split.cells, width), width));

export const hasWidth = (cells: readonly string[], { least, most }: Width): boolean =>
  cells.length >= least && cells.length <= most;

/** Without the empty cells that spreadsheets append to a row. */
export function withoutSurplus(cells: string[], { most }: Width): string[] {
  if (cells.length <= most) return cells;
  return cells.slice(most).every((cell) => cell.trim() === '') ? cells.slice(0, most) : cells;
}
