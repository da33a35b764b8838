import { isWebAddress } from '../rows/web-address.js';
import { placeOf } from './cell-reference.js';
import { relationsOf } from './workbook.js';
import type { Sheet, Workbook } from './workbook.js';
import { attributeOf, readXml } from './xml.js';
import type { Attributes } from './xml.js';

/** Excel keeps 65,530 links on a sheet; what lies beyond a little more than that is not looked at. */
const MOST_LINKS = 100_000;

/** Web addresses that cells lead to, by row and then column, both counted from 0. */
export type SheetLinks = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** The links of a sheet. They stand behind its rows, so that a sheet with links is read through once before its rows are. */
export async function readLinks({ archive }: Workbook, sheet: Sheet): Promise<SheetLinks> {
  const links = new Map<number, Map<number, string>>();
  const relations = await relationsOf(archive, sheet.part);
  if (![...relations.values()].some(({ type }) => type === 'hyperlink')) return links;
  let count = 0;
  const open = (name: string, attributes: Attributes): void => {
    if (name !== 'hyperlink' || count >= MOST_LINKS) return;
    const target = relations.get(attributeOf(attributes, 'id') ?? '')?.target ?? '';
    // Excel keeps what follows the # apart
    const address = attributes['location'] === undefined ? target : `${target}#${attributes['location']}`;
    if (!isWebAddress(address)) return;
    for (const { row, column } of placesIn(attributes['ref'] ?? '', MOST_LINKS - count)) {
      links.set(row, (links.get(row) ?? new Map<number, string>()).set(column, address));
      count += 1;
    }
  };
  const reading = readXml(archive, sheet.part, { open });
  while ((await reading.next()).done !== true);
  return links;
}

/** The cells of a reference: one, or a range such as `A2:A9`, at most so many. */
function* placesIn(reference: string, most: number): Generator<{ row: number; column: number }> {
  const [from, to] = reference.split(':').map(placeOf);
  if (from === undefined || from === null) return;
  const end = to ?? from;
  let left = most;
  for (let row = from.row; row <= end.row; row += 1) {
    for (let column = from.column; column <= end.column && left > 0; column += 1) {
      yield { row, column };
      left -= 1;
    }
  }
}
