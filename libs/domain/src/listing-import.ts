import type { Id } from './id.js';
import { lifecycle } from './lifecycle.js';
import type { Actor } from './timeline.js';

/** Columns of complaints.csv: one listing a row; rows with the same reference form one complaint. */
export const importColumns = [
  'reference',
  'platform',
  'rights_holder',
  'right_number',
  'ground',
  'url',
  'title',
  'seller',
  'price',
  'currency',
  'explanation',
  'evidence_url',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** Columns without which no row can be filed: each is read from the file or given one value for every row. */
export const requiredImportColumns = ['platform', 'rights_holder', 'ground', 'url'] as const satisfies ImportColumn[];

/** Where a column's text comes from: a heading of the file, or the same value for every row. */
export type ColumnSource = { heading: string } | { value: string };
export type ColumnMapping = Partial<Record<ImportColumn, ColumnSource>>;

export const importStates = ['reading', 'ready', 'committing', 'committed', 'undone', 'failed'] as const;
export type ImportState = (typeof importStates)[number];

/**
 * A dry run first, then one commit, which can be undone. Another mapping reads the file anew. A failed reading says what
 * is needed; an import that is undone before its commit is thrown away.
 */
export const importLifecycle = lifecycle<ImportState>('import', 'reading', {
  reading: ['ready', 'failed', 'undone'],
  ready: ['committing', 'reading', 'undone'],
  committing: ['committed', 'undone'],
  committed: ['undone'],
  failed: ['reading', 'undone'],
  undone: [],
});

/** Up to where the file was read: what a stopped or interrupted reading begins again from. */
export interface ReadingPosition {
  /** bytes of the file before the next row; for a workbook, rows */
  offset: number;
  /** physical lines before the next row, the heading included */
  line: number;
  /** rows before the next row, without the heading */
  row: number;
}

/** Up to where accepted rows became drafts: they are taken complaint by complaint, in the order of their first rows. */
export interface CommitPosition {
  /** first row of the complaint */
  groupRow: number;
  row: number;
}

/** How the bytes of a file are to be read, as found out or as a person said. */
export interface FileFormat {
  kind: 'csv' | 'xlsx';
  /** WHATWG name of the encoding of a CSV file, e.g. `utf-8`, `gb18030`, `windows-1258` */
  encoding: string | null;
  delimiter: string | null;
  /** the sheet of a workbook */
  sheet: string | null;
  /** every sheet of a workbook that holds rows */
  sheets: string[];
}

/** A file of listings on its way to becoming drafts. `rows = accepted + rejected + duplicates` once it is read. */
export interface ListingImport {
  workspaceId: Id;
  id: Id;
  fileName: string;
  /** SHA-256 of the file, whose bytes lie in the file store */
  sha256: string;
  size: number;
  format: FileFormat;
  headings: string[];
  mapping: ColumnMapping;
  /** enters rights holders and rights that the register does not hold yet */
  register: boolean;
  state: ImportState;
  /** a person stopped it; it goes on where it was when it is resumed */
  paused: boolean;
  failure: { code: string; detail: string } | null;
  rows: number;
  accepted: number;
  rejected: number;
  duplicates: number;
  /** accepted rows that have become items of drafts */
  committed: number;
  complaints: number;
  readTo: ReadingPosition;
  committedTo: CommitPosition;
  createdBy: Actor;
  /** contact of last resort in the notices that come of it */
  filerEmail: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export const importRowStates = ['accepted', 'rejected', 'duplicate'] as const;
export type ImportRowState = (typeof importRowStates)[number];

/** Why a row can't be taken, in words that say what to do. */
export interface RowFault {
  /** null where the row as a whole is at fault */
  column: ImportColumn | null;
  code: string;
  detail: string;
}

/** What a duplicate repeats: a row of the same file, by its line, or a complaint. */
export type Repeats = { line: number } | { complaintId: Id; reference: string };

/** One row of the file as it was read. */
export interface ImportRow {
  /** counted from 1, without the heading */
  row: number;
  /** line of the file on which it begins, counted from 1 */
  line: number;
  state: ImportRowState;
  /** as they stand in the file, or as a person corrected them */
  cells: string[];
  faults: RowFault[];
  /** null where the row is no duplicate */
  repeats: Repeats | null;
}
