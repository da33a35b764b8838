import type { CommitPosition, ComplaintStatus, Id, ImportRow, ImportRowState, RowFault } from '#libs/domain';
import { arrayLiteral } from '../table-sql.js';
import type { WorkspaceTransaction } from '../workspace-transaction.js';

/** A row on its way into the import, with what it is compared by. */
export interface ReadImportRow {
  row: number;
  line: number;
  cells: readonly string[];
  faults: readonly RowFault[];
  /** rows with the same key report the same listing for the same right; null for a row that is rejected anyway */
  dedupeKey: Id | null;
  /** rows with the same key form one complaint; null = a complaint of its own */
  groupKey: Id | null;
  /** where the register knows the right: so that complaints filed before count as well */
  rightId: Id | null;
  platform: string | null;
  listingKey: string | null;
}

/** A row with what a statement can't see of the rows it writes itself. */
export interface RowToAdd extends ReadImportRow {
  /** the first row of its complaint among those written together */
  firstInBatch: number;
  /** the row among those written together, before it, with the same listing for the same right */
  repeatsInBatch: number | null;
}

export interface RowCounts {
  accepted: number;
  rejected: number;
  duplicates: number;
}

/**
 * The complaints that hold listings for a right on a platform, and were not withdrawn. All listings are asked for at once: asked
 * row by row, a table without statistics, as a new one is, is gone through from end to end for every row.
 * @param keys parameter with the listings' keys
 */
const complaintsAbout = (
  keys: string,
): string => `select i.listing_key, i.right_id, c.platform, (array_agg(c.id order by c.id))[1] as complaint_id
    from item i join complaint c on c.workspace_id = i.workspace_id and c.id = i.complaint_id
   where i.workspace_id = $1 and i.listing_key = any(${keys}::text[]) and c.status <> 'withdrawn' group by 1, 2, 3`;

const firstOfGroup = `(select min(x.group_row) from import_row x where x.workspace_id = $1 and x.import_id = $2 and x.group_key = n.group_key)`;

/**
 * Writes rows of an import in one statement. A row whose listing is in the file already, or under complaint for the same
 * right, is a duplicate; the rows given must not repeat a dedupe key among themselves.
 * @returns how many came to each state
 */
export async function addImportRows(
  tx: WorkspaceTransaction,
  importId: Id,
  rows: readonly RowToAdd[],
): Promise<RowCounts> {
  const [counts] = await tx.query<RowCounts>(
    `with n as (
       select * from unnest($3::int[], $4::int[], $5::text[], $6::text[], $7::uuid[], $8::uuid[], $9::uuid[], $10::text[], $11::text[],
         $12::int[], $13::int[]) as t (row, line, cells, faults, dedupe_key, group_key, right_id, platform, listing_key, first_in_batch, repeats)),
     in_file as materialized (
       select x.dedupe_key, min(x.row) as row from import_row x
        where x.workspace_id = $1 and x.import_id = $2 and x.state = 'accepted' and x.dedupe_key = any($7::uuid[]) group by x.dedupe_key),
     filed as materialized (${complaintsAbout('$11')}),
     known as materialized (
       select n.*, coalesce(f.row, n.repeats) as repeats_row, c.complaint_id as repeats_complaint
         from n left join in_file f on f.dedupe_key = n.dedupe_key
         left join filed c on c.listing_key = n.listing_key and c.right_id = n.right_id and c.platform = n.platform),
     added as (
       insert into import_row (workspace_id, import_id, row, line, state, cells, faults, dedupe_key, group_key, group_row,
                               repeats_row, repeats_complaint)
       select $1, $2, n.row, n.line,
              case when n.dedupe_key is null then 'rejected' when n.repeats_row is not null or n.repeats_complaint is not null
                then 'duplicate' else 'accepted' end,
              n.cells::text[], n.faults::jsonb, n.dedupe_key, n.group_key, coalesce(${firstOfGroup}, n.first_in_batch),
              n.repeats_row, n.repeats_complaint
         from known n
       returning state)
     select count(*) filter (where state = 'accepted')::int as accepted, count(*) filter (where state = 'rejected')::int as rejected,
            count(*) filter (where state = 'duplicate')::int as duplicates from added`,
    [
      tx.workspaceId,
      importId,
      rows.map((each) => each.row),
      rows.map((each) => each.line),
      rows.map((each) => arrayLiteral(each.cells)),
      rows.map((each) => JSON.stringify(each.faults)),
      rows.map((each) => each.dedupeKey),
      rows.map((each) => each.groupKey),
      rows.map((each) => each.rightId),
      rows.map((each) => each.platform),
      rows.map((each) => each.listingKey),
      rows.map((each) => each.firstInBatch),
      rows.map((each) => each.repeatsInBatch),
    ],
  );
  return counts ?? { accepted: 0, rejected: 0, duplicates: 0 };
}

/** Rows of an import in one state, or of any, in the order of the file, one page. */
export async function listImportRows(
  tx: WorkspaceTransaction,
  importId: Id,
  page: { state: ImportRowState | undefined; after: number; limit: number },
): Promise<ImportRow[]> {
  return tx.query<ImportRow>(
    `select n.row, n.line, n.state, n.cells, n.faults,
            case when n.repeats_complaint is not null then jsonb_build_object('complaintId', c.id, 'reference', c.reference)
                 when n.repeats_row is not null then jsonb_build_object('line', x.line) end as repeats
       from import_row n
       left join complaint c on c.workspace_id = n.workspace_id and c.id = n.repeats_complaint
       left join import_row x on x.workspace_id = n.workspace_id and x.import_id = n.import_id and x.row = n.repeats_row
      where n.workspace_id = $1 and n.import_id = $2 and n.row > $3 and ($4::text is null or n.state = $4) order by n.row limit $5`,
    [tx.workspaceId, importId, page.after, page.state ?? null, page.limit],
  );
}

export interface RowToCommit extends CommitPosition {
  line: number;
  cells: string[];
}

/** Accepted rows that come after a position, in the order they are committed in. */
export async function rowsToCommit(
  tx: WorkspaceTransaction,
  importId: Id,
  after: CommitPosition,
  limit: number,
): Promise<RowToCommit[]> {
  return tx.query<RowToCommit>(
    `select group_row as "groupRow", row, line, cells from import_row
      where workspace_id = $1 and import_id = $2 and state = 'accepted' and (group_row, row) > ($3, $4)
      order by group_row, row limit $5`,
    [tx.workspaceId, importId, after.groupRow, after.row, limit],
  );
}

/** Removes one row of an import, or every row, so that it is read again. */
export async function removeImportRows(tx: WorkspaceTransaction, importId: Id, row?: number): Promise<void> {
  await tx.query(
    `delete from import_row where workspace_id = $1 and import_id = $2 and ($3::int is null or row = $3)`,
    [tx.workspaceId, importId, row ?? null],
  );
}

/** Takes accepted rows out of the commit: what the register or a rule said of them has changed since they were read. */
export async function rejectImportRow(
  tx: WorkspaceTransaction,
  importId: Id,
  row: number,
  faults: readonly RowFault[],
): Promise<void> {
  await tx.query(
    `update import_row set state = 'rejected', faults = $4, dedupe_key = null where workspace_id = $1 and import_id = $2 and row = $3`,
    [tx.workspaceId, importId, row, JSON.stringify(faults)],
  );
}

/** A row that repeats a row before it, or a complaint. */
export interface RepeatingRow {
  row: number;
  repeatsRow: number | null;
  repeatsComplaint: Id | null;
}

/** Rows whose listing has come under complaint since they were read. */
export async function rowsUnderComplaint(
  tx: WorkspaceTransaction,
  rows: readonly { row: number; platform: string; rightId: Id; listingKey: string }[],
): Promise<RepeatingRow[]> {
  return tx.query<RepeatingRow>(
    `with filed as materialized (${complaintsAbout('$5')})
     select n.row, null as "repeatsRow", c.complaint_id as "repeatsComplaint"
       from unnest($2::int[], $3::text[], $4::uuid[], $5::text[]) as n (row, platform, right_id, listing_key)
       join filed c on c.listing_key = n.listing_key and c.right_id = n.right_id and c.platform = n.platform`,
    [
      tx.workspaceId,
      rows.map(({ row }) => row),
      rows.map(({ platform }) => platform),
      rows.map(({ rightId }) => rightId),
      rows.map(({ listingKey }) => listingKey),
    ],
  );
}

/** Takes accepted rows out of the commit: their listing has come under complaint since they were read. */
export async function setDuplicates(
  tx: WorkspaceTransaction,
  importId: Id,
  rows: readonly RepeatingRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `update import_row set state = 'duplicate', repeats_row = n.repeats_row, repeats_complaint = n.repeats_complaint
       from unnest($3::int[], $4::int[], $5::uuid[]) as n (row, repeats_row, repeats_complaint)
      where workspace_id = $1 and import_id = $2 and import_row.row = n.row`,
    [
      tx.workspaceId,
      importId,
      rows.map(({ row }) => row),
      rows.map(({ repeatsRow }) => repeatsRow),
      rows.map(({ repeatsComplaint }) => repeatsComplaint),
    ],
  );
}

/** Withdraws the drafts an import made, with their items. @returns their ids */
export async function withdrawDraftsOfImport(
  tx: WorkspaceTransaction,
  importId: Id,
  status: ComplaintStatus,
  at: Date,
): Promise<Id[]> {
  const drafts = await tx.query<{ id: Id }>(
    `select id from complaint where workspace_id = $1 and import_id = $2 and status = 'draft' for update`,
    [tx.workspaceId, importId],
  );
  const ids = drafts.map(({ id }) => id);
  await tx.query(`update complaint set status = $3 where workspace_id = $1 and id = any($2)`, [
    tx.workspaceId,
    ids,
    status,
  ]);
  await tx.query(
    `update item set status = 'abandoned', outcome = 'withdrawn', withdrawn_at = $3 where workspace_id = $1 and complaint_id = any($2)`,
    [tx.workspaceId, ids, at],
  );
  return ids;
}
