import type { ItemFact } from '#libs/domain';
import { BadCell } from './cell.js';
import { CsvFaults } from './csv-faults.js';
import { csvRecords } from './csv-records.js';
import type { CsvRecord } from './csv-records.js';
import { itemsCsvColumns } from './items-csv-columns.js';
import type { ItemsCsvColumn } from './items-csv-columns.js';

/** Where each known column stands in this file, and how many cells a row has. */
interface Header {
  width: number;
  columns: { column: ItemsCsvColumn; index: number }[];
}

/**
 * Facts of an analysis table, as the file streams in. Columns may stand in any order and others may stand beside them.
 * @throws Fault `items-csv-invalid` at the end of the file (or after 100 faults) where anything was wrong; each of its fields
 *   names line, column, what is wrong and the remedy. After the first fault no more facts come, so take what was read only
 *   when the stream ends well.
 */
export async function* readItemsCsv(
  source: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
): AsyncGenerator<ItemFact> {
  const faults = new CsvFaults();
  const lines = new Map<string, number>();
  let header: Header | null = null;
  for await (const record of csvRecords(source, faults)) {
    if (header === null) {
      header = readHeader(record, faults);
      if (faults.any) throw faults.asFault();
      continue;
    }
    const fact = readRow(record, header, faults);
    if (fact !== null) checkUnique(fact.itemId, record.line, lines, faults);
    if (faults.full) throw faults.asFault();
    if (fact !== null && !faults.any) yield fact;
  }
  if (header === null && !faults.any)
    faults.add(1, null, 'no-header', `the file is empty; its first line must name the columns`);
  if (faults.any) throw faults.asFault();
}

function readHeader({ line, cells }: CsvRecord, faults: CsvFaults): Header {
  const names = cells.map((cell, i) => (i === 0 ? cell.replace(/^\uFEFF/, '') : cell));
  const columns = itemsCsvColumns.map((column) => {
    const index = names.indexOf(column.name);
    if (index < 0) faults.add(line, column.name, 'column-missing', 'the column is missing; add it to the header');
    if (index >= 0 && names.lastIndexOf(column.name) > index) {
      faults.add(line, column.name, 'column-twice', 'the column stands twice; remove one of them');
    }
    return { column, index };
  });
  return { width: names.length, columns };
}

function readRow({ line, cells }: CsvRecord, header: Header, faults: CsvFaults): ItemFact | null {
  if (cells.length !== header.width) {
    const detail = `the row has ${cells.length} cells and the header ${header.width}; look for a comma or quote that is missing or too many`;
    faults.add(line, null, 'wrong-width', detail);
    return null;
  }
  const fact: Partial<ItemFact> & Pick<ItemFact, 'justification'> = { justification: {} };
  const good = header.columns.filter(({ column, index }) =>
    readCell(column, cells[index] ?? '', fact, { line, faults }),
  );
  return good.length === header.columns.length ? (fact as ItemFact) : null;
}

function readCell(
  column: ItemsCsvColumn,
  cell: string,
  fact: Parameters<ItemsCsvColumn['read']>[1],
  { line, faults }: { line: number; faults: CsvFaults },
): boolean {
  try {
    column.read(cell, fact);
    return true;
  } catch (error) {
    if (!(error instanceof BadCell)) throw error;
    faults.add(line, column.name, error.code, error.message);
    return false;
  }
}

function checkUnique(itemId: string, line: number, lines: Map<string, number>, faults: CsvFaults): void {
  const first = lines.get(itemId);
  if (first === undefined) lines.set(itemId, line);
  else faults.add(line, 'item_id', 'item-twice', `the item of line ${first} stands here again; keep one of them`);
}
