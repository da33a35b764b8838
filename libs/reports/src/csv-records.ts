import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { CsvFaults } from './csv-faults.js';

/** A row of a CSV file with the line it begins on. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

type Chunks = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/**
 * Records of a CSV file as it streams in; empty lines are passed over. A quote that is not closed, a stray quote or bytes
 * that are not UTF-8 end the file: they are added to `faults` with the line where the trouble began.
 */
export async function* csvRecords(source: Chunks, faults: CsvFaults): AsyncGenerator<CsvRecord> {
  // an error drops what the parser has read but not yet handed out, so the records are also kept here until they are
  const waiting: CsvRecord[] = [];
  let next = 1;
  const parser = parse({
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    on_record(cells: string[], { lines }: { lines: number }) {
      waiting.push({ line: next, cells });
      next = lines + 1;
      return cells;
    },
  });
  pipeline(Readable.from(decoded(source)), parser, () => {
    // pipeline destroys the parser with the error, which the loop below then meets
  });
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      const record = waiting.shift();
      if (record !== undefined && !isEmptyLine(cells)) yield record;
    }
  } catch (error) {
    const [code, detail] = troubleOf(error);
    yield* waiting.filter((record) => !isEmptyLine(record.cells));
    faults.add(next, null, code, detail);
  }
}

const isEmptyLine = (cells: readonly string[]): boolean => cells.length === 1 && cells[0] === '';

function troubleOf(error: unknown): [code: string, detail: string] {
  if (error instanceof NotUtf8) return ['not-utf-8', 'from here on the file is not UTF-8; save it as UTF-8'];
  if (!(error instanceof CsvError)) throw error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return ['quote-not-closed', 'a quoted cell that begins in this row is never closed; close it with "'];
  }
  return ['stray-quote', 'a quote stands inside a cell; put the cell in quotes and double each quote within it'];
}

class NotUtf8 extends Error {}

async function* decoded(source: Chunks): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw new NotUtf8();
    }
  };
  for await (const chunk of source) yield typeof chunk === 'string' ? chunk : decode(chunk);
  yield decode();
}
