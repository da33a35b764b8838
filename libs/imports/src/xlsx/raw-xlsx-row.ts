import type { RawFault, RawRow } from '../raw-row.js';
import { faultOf, notText, withoutNul } from '../row-faults.js';
import type { FaultWords } from '../row-faults.js';
import { isWebAddress } from '../rows/web-address.js';
import { cellFaults, cellText, linkOfFormula } from './cell.js';
import type { CellMeanings } from './cell.js';
import { columnLetters } from './cell-reference.js';
import type { SheetLinks } from './links.js';
import type { RowElement } from './sheet-elements.js';

/** What a row of a sheet is read with. */
export interface SheetReading {
  headings: readonly string[];
  meanings: CellMeanings;
  links: SheetLinks;
}

/** Cells beyond the headings that are kept, so that they are not lost to whoever puts the row right. */
const MOST_SURPLUS = 50;

/** A row of a sheet with what is wrong with it; null where all its cells are empty. */
export function rawRow(element: RowElement, reading: SheetReading, row: number): RawRow | null {
  const { headings, meanings } = reading;
  const cells = Array<string>(headings.length).fill('');
  const surplus: string[] = [];
  const faults: RawFault[] = [];
  for (const cell of element.cells) {
    const text = cellText(cell, meanings);
    faults.push(...cellFaults(cell, headings), ...textFaults(cell.at, text, headings));
    if (cell.at < headings.length) cells[cell.at] = withoutNul(text);
    else if (text.trim() !== '' && surplus.length < MOST_SURPLUS) surplus.push(withoutNul(text));
  }
  const isEmpty = faults.length === 0 && cells.every((text) => text.trim() === '');
  if (isEmpty) return null;
  return { row, line: element.number, cells: [...cells, ...surplus], faults, links: linksOf(element, reading) };
}

function textFaults(at: number, text: string, headings: readonly string[]): RawFault[] {
  const faults = text.includes('\0') ? [faultOf(notText, at, headings)] : [];
  const isSurplus = at >= headings.length && text.trim() !== '';
  return isSurplus ? [...faults, faultOf(withoutHeading(at), at, headings)] : faults;
}

const withoutHeading = (at: number): FaultWords => ({
  spoilt: 'row',
  code: 'cell-count',
  words: `holds text in column ${columnLetters(at)}, which has no heading: give the column a heading, or empty the cell.`,
});

/** Links are few: most sheets have none. */
function linksOf({ number, cells }: RowElement, { links }: SheetReading): ReadonlyMap<number, string> {
  const found = new Map(links.get(number - 1));
  for (const { at, formula } of cells) {
    const address = formula === null ? null : linkOfFormula(formula);
    if (address !== null && isWebAddress(address)) found.set(at, address);
  }
  return found;
}
