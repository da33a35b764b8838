import type { ColumnMapping, Ground, ImportColumn, RowFault } from '#libs/domain';
import type { RawFault, RawRow } from '../raw-row.js';
import { unguarded } from '../rejected/formula-guard.js';
import { evidenceIn, faultsOfCells } from './checks.js';
import { columnPlaces } from './column-cells.js';
import type { ColumnCells, ColumnPlaces } from './column-cells.js';
import { groundOf } from './ground-words.js';
import { isWebAddress } from './web-address.js';

/** One listing of complaints.csv. Rows with the same reference form one complaint; a row without one is a complaint of its own. */
export interface ListingRow {
  reference: string | null;
  /** slug or name, as it stands in the file */
  platform: string;
  rightsHolder: string;
  /** registration number; for works without one, the title of the work; '' where the cell is empty */
  right: string;
  ground: Ground;
  url: string;
  title: string | null;
  seller: string | null;
  /** with the currency behind it */
  price: string | null;
  explanation: string;
  evidenceUrls: string[];
}

/** A row that can be taken, or everything that is wrong with it. */
export type CheckedRow = { row: ListingRow } | { faults: RowFault[] };

export interface RowReader {
  /** A row of the file: its cells as they are kept, and what they say. */
  read: (raw: RawRow) => { cells: string[]; checked: CheckedRow };
  /** Cells as they are kept, after a person corrected them or the register changed. */
  check: (cells: readonly string[]) => CheckedRow;
}

/** Reads rows by a mapping. Made once for a file: it knows by then where each column stands. */
export function rowReader(headings: readonly string[], mapping: ColumnMapping): RowReader {
  const places = columnPlaces(headings, mapping);
  return {
    read: (raw) => {
      const cells = withAddresses(raw.cells.map(unguarded), raw.links, places);
      const faults = raw.faults.filter((each) => concerns(each, places)).map((each) => named(each, places));
      const isSplit = raw.faults.every((each) => each.spoilt !== 'split');
      return { cells, checked: isSplit ? checked(places.columnCells(cells), faults) : { faults } };
    },
    check: (cells) =>
      cells.length === headings.length
        ? checked(places.columnCells(cells), [])
        : { faults: [wrongCount(cells.length, headings.length)] },
  };
}

/** What is wrong with one cell does no harm where no column is read from it. */
const concerns = ({ spoilt, cell }: RawFault, places: ColumnPlaces): boolean =>
  spoilt !== 'cell' || (cell !== null && places.columnAt(cell) !== null);

const named = ({ cell, code, detail }: RawFault, places: ColumnPlaces): RowFault => ({
  column: cell === null ? null : places.columnAt(cell),
  code,
  detail,
});

/** Columns for which a cell that shows text but leads to an address means the address. */
const addressColumns = ['url', 'evidence_url'] as const satisfies ImportColumn[];

/**
 * Puts the addresses that cells lead to in the place of their text. Text that is a whole address itself stays: it is what
 * a person sees, and cells that were typed over keep an old link.
 */
function withAddresses(cells: string[], links: RawRow['links'], places: ColumnPlaces): string[] {
  if (links.size === 0) return cells;
  for (const column of addressColumns) {
    const at = places.cellOf(column);
    const link = links.get(at);
    if (link !== undefined && !isWholeAddress((cells[at] ?? '').trim())) cells[at] = link;
  }
  return cells;
}

const isWholeAddress = (text: string): boolean => isWebAddress(text) && !/(?:…|\.\.\.)$/.test(text);

function checked(cells: ColumnCells, found: RowFault[]): CheckedRow {
  const faults = [...found, ...faultsOfCells(cells)];
  const ground = groundOf(cells.ground);
  return faults.length > 0 || ground === null ? { faults } : { row: listingRow(cells, ground) };
}

function wrongCount(cells: number, headings: number): RowFault {
  const detail = `The row has ${cells} cells and the file ${headings} headings: give one cell for each heading.`;
  return { column: null, code: 'cell-count', detail };
}

/** White space other than single blanks. */
const UNEVEN = /[^\S ]| {2}/;
const oneLine = (text: string): string => (UNEVEN.test(text) ? text.replace(/\s+/g, ' ') : text);
const orNull = (text: string): string | null => (text === '' ? null : oneLine(text));

const listingRow = (cells: ColumnCells, ground: Ground): ListingRow => ({
  reference: orNull(cells.reference),
  platform: oneLine(cells.platform),
  rightsHolder: oneLine(cells.rights_holder),
  right: oneLine(cells.right_number),
  ground,
  url: cells.url,
  title: orNull(cells.title),
  seller: orNull(cells.seller),
  price: cells.price === '' ? null : oneLine(`${cells.price} ${cells.currency}`).trim(),
  explanation: cells.explanation,
  evidenceUrls: evidenceIn(cells.evidence_url),
});
