import { damaged } from './archive.js';
import type { CellElement } from './cell.js';
import { placeOf } from './cell-reference.js';
import type { Attributes, XmlListener } from './xml.js';

/** A row as its element gives it. */
export interface RowElement {
  /** counted from 1 */
  number: number;
  cells: CellElement[];
}

/** A sheet of Excel has 16,384 columns. */
const LAST_COLUMN = 16_383;

/** Listens to the XML of a sheet and gathers its rows (ISO/IEC 29500-1 §18.3.1). */
export class SheetListener implements XmlListener {
  /** rows that are complete; whoever reads them takes them away */
  rows: RowElement[] = [];
  #row: RowElement = { number: 0, cells: [] };
  #cell: CellElement = { at: -1, type: 'n', style: 0, value: null, formula: null };
  #text: 'value' | 'formula' | null = null;
  #aids = 0;

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'row':
        this.#row = { number: rowNumber(attributes['r'], this.#row.number), cells: [] };
        this.#cell = { ...this.#cell, at: -1 };
        return;
      case 'c':
        this.#cell = cellOf(attributes, this.#cell.at);
        return;
      case 'v':
      case 't':
        if (this.#aids === 0) this.#begin('value');
        return;
      case 'f':
        this.#begin('formula');
        return;
      case 'rPh':
        this.#aids += 1;
    }
  }

  text(text: string): void {
    if (this.#text !== null) this.#cell[this.#text] = (this.#cell[this.#text] ?? '') + text;
  }

  close(name: string): void {
    this.#text = null;
    if (name === 'rPh') this.#aids -= 1;
    if (name === 'c') this.#add(this.#cell);
    if (name === 'row') this.rows.push(this.#row);
  }

  #add(cell: CellElement): void {
    if (this.#row.cells.length > LAST_COLUMN) throw damaged(`row ${this.#row.number} has more cells than columns`);
    this.#row.cells.push(cell);
  }

  #begin(part: 'value' | 'formula'): void {
    this.#text = part;
    this.#cell[part] ??= '';
  }
}

/** Spreadsheets have a million rows, some of them sixteen. */
function rowNumber(given: string | undefined, before: number): number {
  if (given === undefined) return before + 1;
  if (!/^[1-9]\d{0,7}$/.test(given)) throw damaged(`it has a row ${given}`);
  return Number(given);
}

function cellOf({ r: reference, t: type, s: style }: Attributes, before: number): CellElement {
  const at = reference === undefined ? before + 1 : (placeOf(reference)?.column ?? -1);
  if (at < 0 || at > LAST_COLUMN) throw damaged(`it has a cell ${reference ?? ''}`);
  return { at, type: type ?? 'n', style: Number(style ?? 0), value: null, formula: null };
}
