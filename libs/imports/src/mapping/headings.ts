import { createHash } from 'node:crypto';
import { Fault } from '#libs/domain';
import { looseKey } from './loose-key.js';

/** The column of rejected rows that tells what is wrong with each. Reading such a file again passes over it. */
export const errorHeading = 'error';

export const isErrorHeading = (heading: string): boolean => looseKey(heading) === errorHeading;

/** What is worth saying of the headings of a file, by the place of the heading (from 0). */
export interface HeadingFault {
  at: number;
  code: 'heading-empty' | 'heading-repeated';
  detail: string;
}

const MOST_HEADINGS = 1_000;

/** White space, and characters no database or request takes: a heading is known by the others. */
const BLANK = /[\s\p{Cc}\p{Cs}]+/gu;

/**
 * The headings of a file without the blanks around them.
 * @throws Fault `import-unreadable` where there are more than a thousand
 */
export function tidyHeadings(cells: readonly string[]): string[] {
  if (cells.length <= MOST_HEADINGS) return cells.map((cell) => cell.replace(BLANK, ' ').trim());
  const detail = `The first row names ${cells.length} columns; at most ${MOST_HEADINGS} are read. Is it the row of headings?`;
  throw new Fault('invalid', 'import-unreadable', detail);
}

/** Headings by which no column can be told: empty ones, and those that stand there before. */
export function headingFaults(headings: readonly string[]): HeadingFault[] {
  return headings.flatMap((heading, at): HeadingFault[] => {
    if (heading === '') {
      const detail = `Column ${at + 1} has no heading, so nothing can be read from it: give it one if it is needed.`;
      return [{ at, code: 'heading-empty', detail }];
    }
    if (headings.indexOf(heading) === at) return [];
    const detail = `The heading "${heading}" stands there twice: rename one of the two columns.`;
    return [{ at, code: 'heading-repeated', detail }];
  });
}

/**
 * By what a workspace remembers the mapping of a kind of file (SHA-256, hex): the same for the same headings in any
 * order, case and spelling, and for the file of rejected rows that came of it.
 */
export function headingsKey(headings: readonly string[]): string {
  const keys = headings
    .filter((heading) => heading !== '' && !isErrorHeading(heading))
    .map((heading) => looseKey(heading) || heading.toLowerCase());
  return createHash('sha256').update(JSON.stringify(keys.sort())).digest('hex');
}
