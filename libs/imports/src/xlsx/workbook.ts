import { posix } from 'node:path';
import { Fault } from '#libs/domain';
import type { Archive } from './archive.js';
import { attributeOf, readWholeXml } from './xml.js';

export interface Sheet {
  name: string;
  part: string;
  hidden: boolean;
}

/** Which parts of an archive are which parts of a workbook (ISO/IEC 29500-1 §12). */
export interface Workbook {
  archive: Archive;
  sheets: Sheet[];
  /** days are counted from 1 January 1904 instead of 1900 */
  since1904: boolean;
  sharedStrings: string | null;
  styles: string | null;
}

/** Where one part points to: another part, or an address outside. */
interface Relation {
  /** last part of its type, e.g. `worksheet`; the same in both variants of the standard */
  type: string;
  /** a part, or for `hyperlink` an address */
  target: string;
}

/** @throws Fault `import-unreadable` where the archive holds no workbook */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const part = [...(await relationsOf(archive, '')).values()].find(({ type }) => type === 'officeDocument')?.target;
  if (part === undefined || !archive.has(part) || !part.toLowerCase().endsWith('.xml')) throw noWorkbook();
  const relations = await relationsOf(archive, part);
  const partOf = (wanted: string): string | null =>
    [...relations.values()].find(({ type, target }) => type === wanted && archive.has(target))?.target ?? null;
  const { sheets, since1904 } = await contentsOf(archive, part, relations);
  return { archive, sheets, since1904, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') };
}

const noWorkbook = (): Fault =>
  new Fault(
    'invalid',
    'import-unreadable',
    'The file is an archive without an Excel workbook (.xlsx) in it: open the table, and save it as .xlsx or CSV.',
  );

async function contentsOf(
  archive: Archive,
  part: string,
  relations: ReadonlyMap<string, Relation>,
): Promise<Pick<Workbook, 'sheets' | 'since1904'>> {
  const sheets: Sheet[] = [];
  let since1904 = false;
  await readWholeXml(archive, part, (name, attributes) => {
    if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    if (name !== 'sheet') return;
    const relation = relations.get(attributeOf(attributes, 'id') ?? '');
    if (relation?.type !== 'worksheet' || !archive.has(relation.target)) return;
    const hidden = (attributes['state'] ?? 'visible') !== 'visible';
    sheets.push({ name: attributes['name'] ?? '', part: relation.target, hidden });
  });
  return { sheets, since1904 };
}

/** What a part points to, by id; '' is the archive itself. */
export async function relationsOf(archive: Archive, part: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part);
  const found = new Map<string, Relation>();
  const relations = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!archive.has(relations)) return found;
  await readWholeXml(archive, relations, (name, { Id: id, Type: type, Target: target, TargetMode: mode }) => {
    if (name !== 'Relationship' || id === undefined || type === undefined || target === undefined) return;
    const where =
      mode === 'External' ? target : posix.join(target.startsWith('/') ? '' : folder, target).replace(/^\//, '');
    found.set(id, { type: posix.basename(type), target: where });
  });
  return found;
}
