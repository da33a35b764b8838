import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { ItemFact } from '#libs/domain';
import { itemsCsvColumns } from './items-csv-columns.js';

/**
 * The analysis table as a stream of UTF-8 (RFC 4180: CRLF, header row), however many facts there are. An error of the
 * source destroys the stream with that error.
 */
export function writeItemsCsv(facts: AsyncIterable<ItemFact> | Iterable<ItemFact>): Readable {
  const stringifier = stringify({
    header: true,
    columns: itemsCsvColumns.map((column) => column.name),
    record_delimiter: 'windows',
    // a lone CR or LF in a cell would end the row for some readers
    quoted_match: /[\r\n]/,
  });
  pipeline(Readable.from(rowsOf(facts)), stringifier, () => {
    // pipeline destroys the stringifier with the error, where its reader meets it
  });
  return stringifier;
}

async function* rowsOf(facts: AsyncIterable<ItemFact> | Iterable<ItemFact>): AsyncGenerator<string[]> {
  for await (const fact of facts) yield itemsCsvColumns.map((column) => column.write(fact));
}
