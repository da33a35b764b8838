import type { CommitPosition, ListingImport, RowFault } from '#libs/domain';
import type { RowReader } from '#libs/imports';
import { rowsToCommit, rowsUnderComplaint } from '#libs/persistence';
import type { RepeatingRow, RowToCommit, WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { explained, listingsAFiling } from './import-drafts.js';
import type { ImportedRow, Words } from './import-drafts.js';
import type { ImportRegister } from './import-register.js';
import { keyOf } from './row-resolver.js';
import type { RowResolver } from './row-resolver.js';

/** Rows committed in one transaction, and the most one complaint can hold. */
const ROWS_TOGETHER = 1000;

/** What one commit holds in its hand. */
export interface Hand {
  start: ListingImport;
  caller: Caller;
  reader: RowReader;
  resolver: RowResolver;
  /** up to where this commit has got */
  at: CommitPosition;
}

/** Rows that can be filed, and those that can't any more. */
export interface Chunk {
  filed: ImportedRow[];
  refused: { row: number; faults: RowFault[] }[];
  /** rows whose listing has come under complaint since they were read */
  repeated: RepeatingRow[];
  /** the last row looked at; null where none was left */
  end: CommitPosition | null;
}

/** The next rows, with everything they name found. The rows of one complaint are not cut in two. */
export async function nextChunk(tx: WorkspaceTransaction, register: ImportRegister, hand: Hand): Promise<Chunk> {
  const rows = await rowsToCommit(tx, hand.start.id, hand.at, ROWS_TOGETHER + 1);
  const chunk: Chunk = { filed: [], refused: [], repeated: [], end: null };
  for (const row of wholeComplaints(rows)) {
    const read = await resolved(tx, register, hand, row);
    if ('faults' in read) chunk.refused.push({ row: row.row, faults: read.faults });
    else chunk.filed.push(read);
    chunk.end = { groupRow: row.groupRow, row: row.row };
  }
  const whole = wholeFilings(await withoutRepeated(tx, chunk), rows.length > ROWS_TOGETHER);
  return { ...whole, filed: explained(whole.filed, await wordsBegun(tx, hand, whole.filed)) };
}

async function resolved(
  tx: WorkspaceTransaction,
  register: ImportRegister,
  hand: Hand,
  { row, groupRow, cells }: RowToCommit,
): Promise<ImportedRow | { faults: RowFault[] }> {
  const checked = hand.reader.check(cells);
  if ('faults' in checked) return checked;
  const says = checked.row;
  const found = await hand.resolver.resolve(tx, says);
  if ('faults' in found) return found;
  const { holder, right, ...rest } = found;
  if (holder !== null && right !== null) return { row, groupRow, says, found: { ...rest, holder, right } };
  const entered = await register.enter(hand.caller, says, hand.resolver);
  return { row, groupRow, says, found: { ...rest, ...entered } };
}

/**
 * Another file, or a person, may have reported a listing since the dry run; and of two rows that named a rights holder
 * before and after it was entered, the dry run could not tell that they name the same.
 */
async function withoutRepeated(tx: WorkspaceTransaction, chunk: Chunk): Promise<Chunk> {
  const reports = chunk.filed.map(({ row, found: { platform, right, listing } }) => ({
    row,
    platform: platform.slug,
    rightId: right.id,
    listingKey: listing.key,
  }));
  const repeated = new Map((await rowsUnderComplaint(tx, reports)).map((each) => [each.row, each]));
  const seen = new Map<string, number>();
  for (const { row, platform, rightId, listingKey } of reports) {
    const key = keyOf(platform, rightId, listingKey);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, row);
    else if (!repeated.has(row)) repeated.set(row, { row, repeatsRow: before, repeatsComplaint: null });
  }
  return { ...chunk, filed: chunk.filed.filter(({ row }) => !repeated.has(row)), repeated: [...repeated.values()] };
}

/** Leaves out the last complaint where more of its rows may follow; one that fills the whole page is begun. */
function wholeComplaints(rows: readonly RowToCommit[]): RowToCommit[] {
  if (rows.length <= ROWS_TOGETHER) return [...rows];
  const last = rows.at(-1)?.groupRow;
  const whole = rows.filter(({ groupRow }) => groupRow !== last);
  return whole.length > 0 ? whole : rows.slice(0, ROWS_TOGETHER);
}

/** Of a complaint that fills the whole page, as many rows as make full filings: the rest belongs to the next one. */
function wholeFilings(chunk: Chunk, moreFollow: boolean): Chunk {
  const [first] = chunk.filed;
  const last = chunk.filed.at(-1);
  if (!moreFollow || first === undefined || first.groupRow !== last?.groupRow) return chunk;
  const full = chunk.filed.length - (chunk.filed.length % listingsAFiling(first));
  const filed = full === 0 ? chunk.filed : chunk.filed.slice(0, full);
  const end = filed.at(-1);
  if (end === undefined || filed.length === chunk.filed.length) return chunk;
  return {
    filed,
    refused: chunk.refused.filter(({ row }) => row <= end.row),
    repeated: chunk.repeated.filter(({ row }) => row <= end.row),
    end: { groupRow: end.groupRow, row: end.row },
  };
}

/** Where these rows go on with a complaint that was begun before them, its words. */
async function wordsBegun(tx: WorkspaceTransaction, hand: Hand, rows: readonly ImportedRow[]): Promise<Words | null> {
  const groupRow = rows[0]?.groupRow;
  if (groupRow === undefined || groupRow !== hand.at.groupRow) return null;
  for (const { cells } of await rowsToCommit(tx, hand.start.id, { groupRow, row: 0 }, ROWS_TOGETHER)) {
    const checked = hand.reader.check(cells);
    if ('row' in checked && checked.row.explanation !== '') return { groupRow, explanation: checked.row.explanation };
  }
  return null;
}
