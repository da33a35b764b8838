import { faultOf } from '../row-faults.js';
import type { FaultWords } from '../row-faults.js';
import type { RawFault } from '../raw-row.js';
import { unescaped } from './cell-text.js';
import type { NumberFormat } from './number-format.js';
import type { SharedStrings } from './shared-strings.js';

/** A cell as its element gives it (ISO/IEC 29500-1 §18.3.1.4). */
export interface CellElement {
  /** column, counted from 0 */
  at: number;
  type: string;
  style: number;
  /** what is stored: text of `v`, or of `is`; null where there is no such element */
  value: string | null;
  formula: string | null;
}

/** What the values of cells mean. */
export interface CellMeanings {
  strings: SharedStrings;
  formatOf: (style: number) => NumberFormat;
}

/** The text of a cell as a person sees it. */
export function cellText({ type, value, style }: CellElement, { strings, formatOf }: CellMeanings): string {
  if (value === null || (value === '' && type !== 's')) return '';
  switch (type) {
    case 's':
      return strings.at(Number(value));
    case 'b':
      return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    case 'd':
      return value.replace(/T00:00:00(?:\.0+)?Z?$/, '');
    case 'str':
    case 'inlineStr':
    case 'e':
      return unescaped(value);
    default:
      return numberText(value, formatOf(style));
  }
}

/** A whole number of more digits than a spreadsheet keeps stays as another program wrote it. */
function numberText(value: string, format: NumberFormat): string {
  const number = Number(value);
  return /^-?\d{16,}$/.test(value) || Number.isNaN(number) ? value : format(number);
}

const cellError = (value: string): FaultWords => ({
  spoilt: 'cell',
  code: 'cell-error',
  words: `shows the error ${value}: correct its formula, or write the value itself.`,
});

const notCalculated: FaultWords = {
  spoilt: 'cell',
  code: 'formula-not-calculated',
  words: 'holds a formula without a result: open the workbook in a spreadsheet program, save it and import it again.',
};

const digitsLost: FaultWords = {
  spoilt: 'cell',
  code: 'digits-lost',
  words:
    'holds a number of more than 15 digits, of which spreadsheets keep 15: format the column as text and enter the number again.',
};

/** What is wrong with a cell by itself. */
export function cellFaults(cell: CellElement, headings: readonly string[]): RawFault[] {
  const wrong = wrongWith(cell);
  return wrong === null ? [] : [faultOf(wrong, cell.at, headings)];
}

function wrongWith({ type, value, formula }: CellElement): FaultWords | null {
  if (type === 'e') return cellError(value ?? '');
  if (formula !== null && type !== 'str' && (value ?? '') === '') return notCalculated;
  const isNumber = type === 'n' && !/^-?\d{16,}$/.test(value ?? '');
  return isNumber && Math.abs(Number(value)) >= 1e15 ? digitsLost : null;
}

/** The address of a `HYPERLINK("…", "…")` formula; null where it is computed. */
export function linkOfFormula(formula: string): string | null {
  const [, address] = /^\s*=?\s*HYPERLINK\s*\(\s*"((?:[^"]|"")*)"/i.exec(formula) ?? [];
  return address === undefined ? null : address.replaceAll('""', '"');
}
