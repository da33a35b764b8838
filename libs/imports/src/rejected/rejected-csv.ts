import { stringify } from 'csv-stringify';
import { Readable, pipeline } from 'node:stream';
import { guarded } from './formula-guard.js';
import { rejectedLines } from './rejected-row.js';
import type { RejectedRow } from './rejected-row.js';

/**
 * Rejected rows as CSV (UTF-8 with BOM, which spreadsheets need to show other letters than English ones; RFC 4180), under
 * the headings of their file and one more, `error`. Corrected, it can be imported as it is. An error of the source
 * destroys the stream with that error.
 */
export function rejectedCsv(headings: readonly string[], rows: AsyncIterable<RejectedRow>): Readable {
  const stringifier = stringify({ bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ });
  pipeline(Readable.from(guardedLines(headings, rows)), stringifier, () => {
    // pipeline destroys the stringifier with the error, where its reader meets it
  });
  return stringifier;
}

async function* guardedLines(headings: readonly string[], rows: AsyncIterable<RejectedRow>): AsyncGenerator<string[]> {
  for await (const line of rejectedLines(headings, rows)) yield line.map(guarded);
}
