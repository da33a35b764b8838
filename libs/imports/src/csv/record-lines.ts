import type { Line } from './lines.js';
import { hasOddQuotes, splitRecord } from './split-record.js';
import type { Split } from './split-record.js';

/** A quoted cell that runs over more than this is taken for a quotation mark that was never closed. */
const recordLimits = { lines: 200, characters: 256 * 1024 };

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

/** A record, and how many lines it takes. */
interface FoundRecord {
  split: Split;
  lines: number;
}

/** More lines must be read before it can be told. */
type NeedsMore = 'more';

/** Finds the records of lines that are at hand. */
export class RecordFinder {
  /** what was found out by looking ahead, by line: each record is looked at by the one before it as well */
  readonly #joined = new Map<number, FoundRecord | null>();

  /** @param ended whether the file ends after these lines */
  constructor(
    private readonly lines: readonly Line[],
    private readonly ended: boolean,
    private readonly shape: RecordShape,
  ) {}

  /**
   * The record that begins at a line. A line that opens a quotation mark is joined with those that follow until it is
   * closed, but only if the whole is then a record of the right shape; if not, the line alone is the damaged record, so
   * that one lost quotation mark costs one row and never those after it.
   */
  at(at: number): FoundRecord | NeedsMore {
    const text = this.#textOf(at);
    if (!hasOddQuotes(text)) return this.#alone(text);
    const joined = this.#joinedFrom(at);
    if (joined === null || joined === 'more') return joined ?? this.#alone(text);
    const swallowing = this.#swallowsRows(at, joined.lines);
    if (swallowing === 'more') return 'more';
    return swallowing ? this.#alone(text) : joined;
  }

  #textOf(at: number): string {
    return this.lines[at]?.text ?? '';
  }

  #alone(text: string): FoundRecord {
    return { split: splitRecord(text, this.shape.delimiter), lines: 1 };
  }

  /** The lines from `at` to where the open quotation mark is closed, as one record; null where that gives no record. */
  #joinedFrom(at: number): FoundRecord | NeedsMore | null {
    const known = this.#joined.get(at);
    if (known !== undefined) return known;
    const found = this.#join(at);
    if (found !== 'more') this.#joined.set(at, found);
    return found;
  }

  #join(at: number): FoundRecord | NeedsMore | null {
    let text = '';
    for (let count = 1; count <= recordLimits.lines; count += 1) {
      const line = this.lines[at + count - 1];
      if (line === undefined) return this.ended ? null : 'more';
      text += line.text;
      if (text.length > recordLimits.characters || line.fault === 'line-too-long') return null;
      if (count > 1 && hasOddQuotes(line.text)) return this.#ifRecord(text, count);
      text += line.ending;
    }
    return null;
  }

  #ifRecord(text: string, lines: number): FoundRecord | null {
    const split = splitRecord(text, this.shape.delimiter);
    return this.#fits(split) ? { split, lines } : null;
  }

  /**
   * Whether joining swallows rows: what follows the joined lines is no record, while one of those lines begins a good
   * one. In a file that keeps to RFC 4180 what follows is always a record.
   */
  #swallowsRows(at: number, count: number): boolean | NeedsMore {
    const following = this.#follows(at + count);
    if (following !== false) return following === 'more' ? 'more' : false;
    for (let inner = at + 1; inner < at + count; inner += 1) {
      const standing = this.#textOf(inner).trim() !== '' && this.#stands(inner);
      if (standing !== false) return standing;
    }
    return false;
  }

  /** Whether a good record follows from a line on, behind blank lines, or the file ends there. */
  #follows(from: number): boolean | NeedsMore {
    for (let at = from; at < from + recordLimits.lines; at += 1) {
      const line = this.lines[at];
      if (line === undefined) return this.ended ? true : 'more';
      if (line.text.trim() !== '') return this.#stands(at);
    }
    return true;
  }

  /** Whether a good record begins at a line. */
  #stands(at: number): boolean | NeedsMore {
    const text = this.#textOf(at);
    if (!hasOddQuotes(text)) return this.#fits(splitRecord(text, this.shape.delimiter));
    const joined = this.#joinedFrom(at);
    return joined === 'more' ? 'more' : joined !== null;
  }

  #fits(split: Split): boolean {
    const { width } = this.shape;
    return 'cells' in split && (width === null || hasWidth(withoutSurplus(split.cells, width), width));
  }
}

export const hasWidth = (cells: readonly string[], { least, most }: Width): boolean =>
  cells.length >= least && cells.length <= most;

/** Without the empty cells that spreadsheets append to a row. */
export function withoutSurplus(cells: string[], { most }: Width): string[] {
  if (cells.length <= most) return cells;
  return cells.slice(most).every((cell) => cell.trim() === '') ? cells.slice(0, most) : cells;
}
