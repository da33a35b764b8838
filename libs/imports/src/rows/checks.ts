import { grounds, importColumns } from '#libs/domain';
import type { ImportColumn, RowFault } from '#libs/domain';
import type { ColumnCells } from './column-cells.js';
import { groundOf } from './ground-words.js';
import { isWebAddress } from './web-address.js';

/**
 * Most characters a cell may have: what `POST /complaints` takes, and for addresses what the index of listings holds.
 * Evidence is counted address by address.
 */
const longest: Partial<Record<ImportColumn, number>> = {
  reference: 200,
  platform: 100,
  rights_holder: 300,
  right_number: 1000,
  url: 2000,
  title: 1000,
  seller: 300,
  price: 80,
  currency: 10,
  explanation: 20_000,
};

const limited = importColumns.flatMap((column) => {
  const most = longest[column];
  return most === undefined ? [] : [[column, most] as const];
});

/** What `POST /complaints` takes: addresses of evidence, and characters of each. */
const evidenceLimits = { addresses: 50, characters: 2000 };

type Check = (cells: ColumnCells) => RowFault[];

/**
 * Everything that is wrong with the cells of a row, in the order of the columns. What the address of a listing leads to is
 * not looked at here: whoever knows the platforms takes more than whole addresses (`hxxps://`, a bare domain name).
 */
export function faultsOfCells(cells: ColumnCells): RowFault[] {
  const faults: RowFault[] = [];
  for (const check of checks) faults.push(...check(cells));
  return faults.length < 2 ? faults : faults.sort((a, b) => placeOf(a) - placeOf(b));
}

const placeOf = ({ column }: RowFault): number => (column === null ? -1 : importColumns.indexOf(column));

const fault = (column: ImportColumn, code: string, detail: string): RowFault[] => [{ column, code, detail }];

const needs =
  (column: ImportColumn, detail: string): Check =>
  (cells) =>
    cells[column] === '' ? fault(column, 'missing', detail) : [];

/** Cells of one line that a notice is made of; an explanation may have line breaks and tabs. */
const tooLong: Check = (cells) =>
  limited
    .filter(([column, most]) => cells[column].length > most)
    .map(([column, most]) => {
      const detail = `The cell has ${cells[column].length} characters; at most ${most} are taken: shorten it.`;
      return { column, code: 'too-long', detail };
    });

/** Control characters and halves of surrogate pairs: the database takes neither, and nobody wrote them on purpose. */
const UNWRITABLE = /[^\P{Cc}\t\n\r]|\p{Cs}/u;
/** Their code units, and whole pairs: what has none of them need not be looked at by character, which takes long. */
const SUSPECT = /[^\t\n\r -~\xa0-\ud7ff\ue000-\uffff]/;

const unwritable: Check = (cells) =>
  importColumns
    .filter((column) => SUSPECT.test(cells[column]) && UNWRITABLE.test(cells[column]))
    .map((column) => {
      const detail = 'The cell holds a control character or half a character: delete it.';
      return { column, code: 'not-text', detail };
    });

const knownGround: Check = ({ ground }) =>
  ground === '' || groundOf(ground) !== null
    ? []
    : fault('ground', 'unknown-ground', `"${excerpt(ground)}" is no ground. Use one of: ${grounds.join(', ')}.`);

const evidenceAddresses: Check = ({ evidence_url: cell }) => {
  const addresses = evidenceIn(cell);
  const wrong = addresses.find((address) => !isWebAddress(address));
  if (wrong !== undefined) {
    const remedy = 'begin each with http:// or https:// and put blanks between them';
    return fault('evidence_url', 'no-web-address', `"${excerpt(wrong)}" is no web address: ${remedy}.`);
  }
  const { addresses: most, characters } = evidenceLimits;
  if (addresses.length <= most && addresses.every((each) => each.length <= characters)) return [];
  const detail = `At most ${most} addresses of evidence, each of at most ${characters} characters, are taken: leave some out.`;
  return fault('evidence_url', 'too-long', detail);
};

/** Addresses of evidence stand in one cell with blanks or line breaks between them. */
export const evidenceIn = (cell: string): string[] => (cell === '' ? [] : cell.split(/\s+/));

const excerpt = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

const checks: readonly Check[] = [
  unwritable,
  tooLong,
  needs('platform', 'Name the platform by its slug, e.g. taobao, or by its name.'),
  needs('rights_holder', 'Name the rights holder as it stands in the register.'),
  needs('ground', `Give the ground, one of: ${grounds.join(', ')}.`),
  needs('url', 'Give the address of the listing.'),
  knownGround,
  evidenceAddresses,
];
