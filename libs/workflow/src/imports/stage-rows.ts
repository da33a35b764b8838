import type { ListingRow, RowReader, RawRow } from '#libs/imports';
import type { ImportRow, RowFault } from '#libs/domain';
import type { ReadImportRow, RowToAdd, WorkspaceTransaction } from '#libs/persistence';
import { keyOf } from './row-resolver.js';
import type { ResolvedRow, RowResolver } from './row-resolver.js';

/** What one row of the file says, as it is kept for the dry run. */
type Staged = ReadImportRow;

/** Reads rows of the file and finds what they name. */
export async function stageRows(
  tx: WorkspaceTransaction,
  rows: readonly RawRow[],
  reader: RowReader,
  resolver: RowResolver,
): Promise<RowToAdd[]> {
  const staged: Staged[] = [];
  for (const raw of rows) {
    const { cells, checked } = reader.read(raw);
    const place = { row: raw.row, line: raw.line, cells };
    staged.push('faults' in checked ? rejected(place, checked.faults) : await taken(tx, place, checked.row, resolver));
  }
  return withinBatch(staged);
}

/** One row again, after a person corrected its cells. */
export async function restageRow(
  tx: WorkspaceTransaction,
  { row, line, cells }: Pick<ImportRow, 'row' | 'line' | 'cells'>,
  reader: RowReader,
  resolver: RowResolver,
): Promise<RowToAdd[]> {
  const checked = reader.check(cells);
  const place = { row, line, cells };
  const staged = 'faults' in checked ? rejected(place, checked.faults) : await taken(tx, place, checked.row, resolver);
  return withinBatch([staged]);
}

type Place = Pick<Staged, 'row' | 'line' | 'cells'>;

const rejected = (place: Place, faults: readonly RowFault[]): Staged => ({
  ...place,
  faults,
  dedupeKey: null,
  groupKey: null,
  rightId: null,
  platform: null,
  listingKey: null,
});

async function taken(tx: WorkspaceTransaction, place: Place, row: ListingRow, resolver: RowResolver): Promise<Staged> {
  const resolved = await resolver.resolve(tx, row);
  if ('faults' in resolved) return rejected(place, resolved.faults);
  const { platform, listing, right } = resolved;
  const whose = partyKey(resolved, row);
  return {
    ...place,
    faults: [],
    dedupeKey: keyOf(platform.slug, ...whose, listing.key),
    groupKey: row.reference === null ? null : keyOf(row.reference, platform.slug, ...whose, row.ground),
    rightId: right?.id ?? null,
    platform: platform.slug,
    listingKey: listing.key,
  };
}

/** Whose right it is, by identifiers where the register has them, else by the names it will be entered under. */
const partyKey = ({ holder, right }: ResolvedRow, row: ListingRow): string[] => [
  holder?.id ?? row.rightsHolder.toLowerCase(),
  right?.id ?? `${row.right}|${row.ground}`,
];

/** Marks what a statement can't see of rows it writes itself: repeats among them, and where their complaint begins. */
function withinBatch(staged: readonly Staged[]): RowToAdd[] {
  const seen = new Map<string, number>();
  const begins = new Map<string, number>();
  return staged.map((each) => {
    const { row, dedupeKey, groupKey } = each;
    const repeatsInBatch = dedupeKey === null ? null : (seen.get(dedupeKey) ?? null);
    if (dedupeKey !== null && repeatsInBatch === null) seen.set(dedupeKey, row);
    if (groupKey !== null && repeatsInBatch === null && !begins.has(groupKey)) begins.set(groupKey, row);
    return { ...each, repeatsInBatch, firstInBatch: groupKey === null ? row : (begins.get(groupKey) ?? row) };
  });
}
