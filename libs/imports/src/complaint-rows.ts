import { parse } from 'csv-parse';
import type { CsvError, Info } from 'csv-parse';
import type { Readable } from 'node:stream';
import { Fault, grounds } from '#libs/domain';
import type { Ground } from '#libs/domain';

export const importColumns = [
  'reference',
  'platform',
  'rights_holder',
  'right_number',
  'ground',
  'url',
  'title',
  'seller',
  'price',
  'currency',
  'explanation',
  'evidence_url',
] as const;
type Column = (typeof importColumns)[number];

const requiredColumns: readonly Column[] = ['platform', 'rights_holder', 'ground', 'url'];

/** One listing of complaints.csv. Rows with the same reference form one complaint; a row without one is a complaint of its own. */
export interface ListingRow {
  /** line of the file on which the row ends, counted from 1 with the header */
  line: number;
  reference: string;
  platform: string;
  rightsHolder: string;
  /** registration number; for works without one, the title of the work */
  right: string;
  ground: Ground;
  url: string;
  title: string | null;
  seller: string | null;
  price: string | null;
  explanation: string;
  evidenceUrls: string[];
}

/** Why a row can't be taken, in words that say what to do. */
export interface RowFault {
  line: number;
  column: Column | null;
  code: string;
  detail: string;
}

export type ReadRow = { row: ListingRow } | { fault: RowFault };

/**
 * Reads complaints.csv (UTF-8, RFC 4180, header row) as a stream. Every row of the file comes out once, as a row or as a
 * fault, so that what goes in equals what is accounted for. Header names are matched without case, blanks and hyphens.
 * @throws Fault `import-unreadable` where the header is not one of complaints.csv, or the quoting of the file is broken
 */
export async function* readComplaintRows(input: Readable): AsyncGenerator<ReadRow> {
  const parser = input.pipe(
    parse({
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 1_000_000,
    }),
  );
  input.on('error', (error) => parser.destroy(error));
  let header: (Column | undefined)[] | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      if (header === null) header = readHeader(record);
      else yield readRow(header, record, info.lines);
    }
  } catch (error) {
    throw unreadable(error);
  }
  if (header === null)
    throw new Fault(
      'invalid',
      'import-unreadable',
      `The file is empty. Its first row names the columns: ${importColumns.join(', ')}.`,
    );
}

function readHeader(cells: readonly string[]): (Column | undefined)[] {
  const names = cells.map((name) =>
    importColumns.find(
      (column) =>
        column ===
        name
          .trim()
          .toLowerCase()
          .replace(/[\s-]+/g, '_'),
    ),
  );
  const missing = requiredColumns.filter((column) => !names.includes(column));
  const twice = importColumns.filter((column) => names.filter((name) => name === column).length > 1);
  if (missing.length === 0 && twice.length === 0) return names;
  const wrong = missing.length > 0 ? `lacks ${missing.join(', ')}` : `names ${twice.join(', ')} twice`;
  throw new Fault(
    'invalid',
    'import-unreadable',
    `The header row ${wrong}. It names the columns: ${importColumns.join(', ')}.`,
  );
}

function unreadable(error: unknown): unknown {
  if (error instanceof Fault || !(error instanceof Error) || !('code' in error)) return error;
  const { lines, code } = error as CsvError & { lines?: number };
  const remedy =
    code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'A quotation mark is opened and never closed, so everything after it would be read as one cell. Close it or double it.'
      : `${error.message}.`;
  return new Fault(
    'invalid',
    'import-unreadable',
    `Line ${String(lines ?? '?')}: ${remedy} Nothing of this file was imported.`,
  );
}

type Cells = Partial<Record<Column, string>>;
type Check = (cells: Cells) => Omit<RowFault, 'line'> | null;

const needs =
  (column: Column, detail: string): Check =>
  (cells) =>
    (cells[column] ?? '') === '' ? { column, code: 'missing', detail } : null;

/** Most characters a cell may have: what `POST /complaints` takes, and for addresses what the index of listings holds. */
const longest: Partial<Record<Column, number>> = {
  right_number: 1000,
  rights_holder: 300,
  url: 2000,
  title: 1000,
  seller: 300,
  price: 80,
  currency: 10,
  explanation: 20_000,
};

const isColumn = (name: string): name is Column => (importColumns as readonly string[]).includes(name);

/** The first cell of the row with this fault. */
function cellWith(cells: Cells, hasFault: (text: string, column: Column) => boolean): Column | undefined {
  return Object.keys(cells)
    .filter(isColumn)
    .find((column) => hasFault(cells[column] ?? '', column));
}

function tooLong(cells: Cells): ReturnType<Check> {
  const column = cellWith(cells, (text, name) => text.length > (longest[name] ?? Infinity));
  if (column === undefined) return null;
  const has = `The cell has ${cells[column]?.length ?? 0} characters`;
  return { column, code: 'too-long', detail: `${has}; at most ${longest[column] ?? 0} are taken.` };
}

/** PostgreSQL stores no NUL; a file that holds one was not saved as text. */
function unstorable(cells: Cells): ReturnType<Check> {
  const column = cellWith(cells, (text) => text.includes('\0'));
  const detail = 'The cell holds a NUL character: save the file as UTF-8 text.';
  return column === undefined ? null : { column, code: 'not-text', detail };
}

const checks: readonly Check[] = [
  unstorable,
  tooLong,
  needs('platform', 'Name the platform by its slug, e.g. taobao.'),
  needs('rights_holder', 'Name the rights holder as it stands in the register.'),
  needs('url', 'Give the listing’s address.'),
  (cells) => {
    const ground = cells.ground ?? '';
    return isGround(ground)
      ? null
      : {
          column: 'ground',
          code: 'unknown-ground',
          detail: `"${ground}" is no ground. Use one of: ${grounds.join(', ')}.`,
        };
  },
  (cells) =>
    isWebAddress(cells.url ?? '')
      ? null
      : {
          column: 'url',
          code: 'no-web-address',
          detail: `"${(cells.url ?? '').slice(0, 80)}" is no web address: begin with http:// or https://.`,
        },
];

const isGround = (value: string): value is Ground => (grounds as readonly string[]).includes(value);

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  return ['http:', 'https:'].includes(new URL(text).protocol);
}

function readRow(header: readonly (Column | undefined)[], record: readonly string[], line: number): ReadRow {
  if (record.length !== header.length) {
    const detail = `The row has ${record.length} cells and the header ${header.length}: check its commas and quotation marks.`;
    return { fault: { line, column: null, code: 'cell-count', detail } };
  }
  const cells: Cells = Object.fromEntries(
    header.flatMap((column, at) => (column === undefined ? [] : [[column, (record[at] ?? '').trim()]])),
  );
  for (const check of checks) {
    const fault = check(cells);
    if (fault !== null) return { fault: { line, ...fault } };
  }
  return { row: toRow(cells, line) };
}

function toRow(cells: Cells, line: number): ListingRow {
  const text = (column: Column): string => cells[column] ?? '';
  const optional = (column: Column): string | null => (text(column) === '' ? null : text(column));
  return {
    line,
    reference: text('reference') === '' ? `line ${line}` : text('reference'),
    platform: text('platform'),
    rightsHolder: text('rights_holder'),
    right: text('right_number'),
    ground: text('ground') as Ground,
    url: text('url'),
    title: optional('title'),
    seller: optional('seller'),
    price: optional('price') === null ? null : [text('price'), text('currency')].join(' ').trim(),
    explanation: text('explanation'),
    evidenceUrls: text('evidence_url') === '' ? [] : text('evidence_url').split(/\s+/),
  };
}
