import { Fault } from '#libs/domain';
import type { FileFormat, ReadingPosition } from '#libs/domain';
import { Batcher } from '../batcher.js';
import type { FileSource } from '../file-source.js';
import type { HeadingCells, RowBatch } from '../raw-row.js';
import { openArchive } from './archive.js';
import { cellText } from './cell.js';
import type { CellMeanings } from './cell.js';
import { readLinks } from './links.js';
import { rawRow } from './raw-xlsx-row.js';
import { readSharedStrings } from './shared-strings.js';
import { SheetListener } from './sheet-elements.js';
import type { RowElement } from './sheet-elements.js';
import { readNumberFormats } from './styles.js';
import { readWorkbook } from './workbook.js';
import type { Sheet, Workbook } from './workbook.js';
import { readXml } from './xml.js';

/**
 * The names of the sheets that hold rows, those a person sees first.
 * @throws Fault `import-unreadable` where the file is no workbook
 */
export async function sheetsWithRows(source: FileSource): Promise<string[]> {
  const workbook = await readWorkbook(await openArchive(source));
  const inOrder = [
    ...workbook.sheets.filter((sheet) => !sheet.hidden),
    ...workbook.sheets.filter((sheet) => sheet.hidden),
  ];
  const names = [];
  for (const sheet of inOrder) if (await hasRows(workbook, sheet)) names.push(sheet.name);
  return names;
}

async function hasRows(workbook: Workbook, sheet: Sheet): Promise<boolean> {
  for await (const rows of rowElements(workbook, sheet)) {
    if (rows.some((row) => row.cells.some((cell) => (cell.value ?? '') !== ''))) return true;
  }
  return false;
}

/** The first row of a sheet that is not empty, and the position after it. */
export async function readXlsxHeadings(source: FileSource, format: FileFormat): Promise<HeadingCells> {
  const { workbook, sheet, meanings } = await openSheet(source, format);
  let offset = 0;
  for await (const rows of rowElements(workbook, sheet)) {
    for (const row of rows) {
      offset += 1;
      const cells = headingsIn(row, meanings);
      if (cells.length > 0) return { cells, after: { offset, line: row.number, row: 0 } };
    }
  }
  throw new Fault(
    'invalid',
    'import-unreadable',
    `The sheet "${sheet.name}" holds no rows. Its first row names the columns.`,
  );
}

/** The rows of a sheet from a position on: rows that were read before are passed over. Empty rows are no rows. */
export async function* openXlsx(
  source: FileSource,
  format: FileFormat,
  headings: readonly string[],
  from: ReadingPosition,
): AsyncGenerator<RowBatch> {
  const { workbook, sheet, meanings } = await openSheet(source, format);
  const reading = { headings, meanings, links: await readLinks(workbook, sheet) };
  const batcher = new Batcher(from);
  let offset = 0;
  for await (const rows of rowElements(workbook, sheet)) {
    for (const row of rows) {
      offset += 1;
      if (offset <= from.offset) continue;
      const batch = batcher.add(rawRow(row, reading, batcher.nextRow), { offset, line: row.number });
      if (batch !== null) yield batch;
    }
  }
  yield* batcher.last();
}

async function openSheet(
  source: FileSource,
  format: FileFormat,
): Promise<{ workbook: Workbook; sheet: Sheet; meanings: CellMeanings }> {
  const workbook = await readWorkbook(await openArchive(source));
  const sheet = workbook.sheets.find(({ name }) => name === format.sheet);
  if (sheet === undefined) {
    const names = workbook.sheets.map(({ name }) => name).join(', ');
    throw new Fault(
      'invalid',
      'import-unreadable',
      `The workbook has no sheet "${format.sheet ?? ''}". It has: ${names}.`,
    );
  }
  const meanings = { strings: await readSharedStrings(workbook), formatOf: await readNumberFormats(workbook) };
  return { workbook, sheet, meanings };
}

/** The rows of a sheet as they come from the archive: some hundreds at a time. */
async function* rowElements({ archive }: Workbook, { part }: Sheet): AsyncGenerator<RowElement[]> {
  const listener = new SheetListener();
  for await (const _ of readXml(archive, part, listener)) {
    const rows = listener.rows;
    listener.rows = [];
    if (rows.length > 0) yield rows;
  }
}

/** Without the empty cells at its end, which have a format and nothing else. */
function headingsIn({ cells }: RowElement, meanings: CellMeanings): string[] {
  const headings: string[] = [];
  for (const cell of cells) {
    const text = cellText(cell, meanings);
    if (text.trim() === '') continue;
    while (headings.length < cell.at) headings.push('');
    headings[cell.at] = text;
  }
  return headings;
}
