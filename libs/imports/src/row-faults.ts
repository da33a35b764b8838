import type { RawFault, Spoilt } from './raw-row.js';

/** A fault of the file in words that follow the name of a cell or row: "holds …", "opens …". */
export interface FaultWords {
  spoilt: Spoilt;
  code: string;
  words: string;
}

/** A fault of one cell, named by its heading; of the row where the cell has none. */
export function faultOf({ spoilt, code, words }: FaultWords, cell: number, headings: readonly string[]): RawFault {
  const heading = headings[cell] ?? '';
  if (heading === '') return { spoilt, cell: null, code, detail: `The row ${words}` };
  return { spoilt, cell, code, detail: `The cell "${heading}" ${words}` };
}

export const notText: FaultWords = {
  spoilt: 'row',
  code: 'not-text',
  words: 'holds a NUL character, which no text has: save the file anew as UTF-8 text.',
};

/** No database and no XML takes a NUL. */
export const withoutNul = (text: string): string => text.replaceAll('\0', '\uFFFD');
