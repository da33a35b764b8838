import { importColumns, importRowStates, importStates, requiredImportColumns } from '#libs/domain';
import type {
  ColumnMapping,
  FileFormat,
  ImportColumn,
  ImportRow,
  ImportRowState,
  ImportState,
  ListingImport,
  RowFault,
} from '#libs/domain';
import { csvEncodings } from '#libs/imports';
import type { CsvEncoding } from '#libs/imports';
import { Flag, OneOf, Part, Text, Texts, WholeNumber } from '../http/field.js';
import { PageQuery } from '../http/page.js';
import {
  Shows,
  ShowsFlag,
  ShowsInstant,
  ShowsNumber,
  ShowsOneOf,
  ShowsPart,
  ShowsParts,
  ShowsText,
  ShowsTexts,
} from '../http/shown.js';

/** Headings and cells come from a file, where a line has a mebibyte at most: what was read can be sent back. */
const LONGEST_CELL = 1024 * 1024;
/** Most columns of a file. */
const MOST_CELLS = 1000;

/** Where one column's text comes from: a heading of the file, or one value for every row. */
export class ColumnSourceInput {
  @Text({ optional: true, max: LONGEST_CELL, description: 'a heading of the file' }) heading?: string;
  @Text({ optional: true, max: 20_000, lines: true, description: 'the same value for every row' }) value?: string;
}

const mappingSchema = {
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    importColumns.map((column) => [
      column,
      { type: 'object', properties: { heading: { type: 'string' }, value: { type: 'string' } } },
    ]),
  ),
};

export class MappingBody implements Partial<Record<ImportColumn, ColumnSourceInput>> {
  @Part(() => ColumnSourceInput, { optional: true }) reference?: ColumnSourceInput;
  @Part(() => ColumnSourceInput, { optional: true }) platform?: ColumnSourceInput;
  @Part(() => ColumnSourceInput, { optional: true }) rights_holder?: ColumnSourceInput;
  @Part(() => ColumnSourceInput, { optional: true }) right_number?: ColumnSourceInput;
  @Part(() => ColumnSourceInput, { optional: true }) ground?: ColumnSourceInput;
  @Part(() => ColumnSourceInput, { optional: true }) url?: ColumnSourceInput;
  @Part(() => ColumnSourceInput, { optional: true }) title?: ColumnSourceInput;
  @Part(() => ColumnSourceInput, { optional: true }) seller?: ColumnSourceInput;
  @Part(() => ColumnSourceInput, { optional: true }) price?: ColumnSourceInput;
  @Part(() => ColumnSourceInput, { optional: true }) currency?: ColumnSourceInput;
  @Part(() => ColumnSourceInput, { optional: true }) explanation?: ColumnSourceInput;
  @Part(() => ColumnSourceInput, { optional: true }) evidence_url?: ColumnSourceInput;
}

export class ReadingInput {
  @Part(() => MappingBody, {
    optional: true,
    description: 'left out: as the headings, and the mapping remembered for them, say',
  })
  mapping?: MappingBody;
  @Flag({ optional: true, description: 'enter rights holders and rights that the register does not hold yet' })
  register?: boolean;
  @OneOf(csvEncodings, { optional: true, description: 'WHATWG name' }) encoding?: CsvEncoding;
  @OneOf([',', ';', '\t', '|'], { optional: true }) delimiter?: string;
  @Text({ optional: true, max: 100, description: 'sheet of a workbook' }) sheet?: string;
}

export class RowInput {
  @Texts({ max: MOST_CELLS, length: LONGEST_CELL, lines: true, description: 'one for each heading' }) cells!: string[];
}

export class ImportRowsQuery {
  @OneOf(importRowStates, { optional: true }) state?: ImportRowState;
  @WholeNumber({ optional: true, min: 0, max: 2_000_000_000, description: 'rows after this one' }) after?: number;
  @WholeNumber({ optional: true, min: 1, max: 200 }) limit?: number;
}

export class ImportsQuery extends PageQuery {}

export class ImportFormatView {
  @ShowsOneOf(['csv', 'xlsx']) kind!: FileFormat['kind'];
  @ShowsText({ nullable: true }) encoding!: string | null;
  @ShowsText({ nullable: true }) delimiter!: string | null;
  @ShowsText({ nullable: true }) sheet!: string | null;
  @ShowsTexts() sheets!: string[];
}

export class ImportFailureView {
  @ShowsText() code!: string;
  @ShowsText() detail!: string;
}

export class ImportView {
  @ShowsText() id!: string;
  @ShowsText() fileName!: string;
  @ShowsText() sha256!: string;
  @ShowsNumber() size!: number;
  @ShowsPart(() => ImportFormatView) format!: ImportFormatView;
  @ShowsTexts() headings!: string[];
  @Shows(mappingSchema) mapping!: ColumnMapping;
  @Shows({ type: 'array', items: { type: 'string', enum: [...importColumns] } }) unmapped!: ImportColumn[];
  @ShowsFlag() register!: boolean;
  @ShowsOneOf(importStates) state!: ImportState;
  @ShowsFlag() paused!: boolean;
  @ShowsPart(() => ImportFailureView, { nullable: true }) failure!: ImportFailureView | null;
  @ShowsNumber() rows!: number;
  @ShowsNumber() accepted!: number;
  @ShowsNumber() rejected!: number;
  @ShowsNumber() duplicates!: number;
  @ShowsNumber() committed!: number;
  @ShowsNumber() complaints!: number;
  @ShowsNumber() readBytes!: number;
  @ShowsText() createdBy!: string;
  @ShowsInstant() createdAt!: Date;
  @ShowsInstant() updatedAt!: Date;
}

export class RowFaultView implements RowFault {
  @ShowsOneOf(importColumns, { nullable: true }) column!: ImportColumn | null;
  @ShowsText() code!: string;
  @ShowsText() detail!: string;
}

export class RepeatsView {
  /** of the same file */
  @ShowsNumber({ nullable: true }) line!: number | null;
  @ShowsText({ nullable: true }) complaintId!: string | null;
  @ShowsText({ nullable: true }) reference!: string | null;
}

export class ImportRowView {
  @ShowsNumber() row!: number;
  @ShowsNumber() line!: number;
  @ShowsOneOf(importRowStates) state!: ImportRowState;
  @ShowsTexts() cells!: string[];
  @ShowsParts(() => RowFaultView) faults!: RowFaultView[];
  @ShowsPart(() => RepeatsView, { nullable: true }) repeats!: RepeatsView | null;
}

export const importView = (row: ListingImport): ImportView => ({
  id: row.id,
  fileName: row.fileName,
  sha256: row.sha256,
  size: row.size,
  format: row.format,
  headings: row.headings,
  mapping: row.mapping,
  unmapped: requiredImportColumns.filter((column) => row.mapping[column] === undefined),
  register: row.register,
  state: row.state,
  paused: row.paused,
  failure: row.failure,
  rows: row.rows,
  accepted: row.accepted,
  rejected: row.rejected,
  duplicates: row.duplicates,
  committed: row.committed,
  complaints: row.complaints,
  readBytes: row.format.kind === 'csv' ? row.readTo.offset : 0,
  createdBy: row.createdBy.name,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

export const importRowView = ({ row, line, state, cells, faults, repeats }: ImportRow): ImportRowView => ({
  row,
  line,
  state,
  cells,
  faults,
  repeats: repeats === null ? null : { line: null, complaintId: null, reference: null, ...repeats },
});

/** A source that names neither a heading nor a value is none; one that names both is read from the heading. */
export function mappingOf(body: MappingBody): ColumnMapping {
  const mapping: ColumnMapping = {};
  for (const column of importColumns) {
    const { heading, value } = body[column] ?? {};
    if (heading !== undefined) mapping[column] = { heading };
    else if (value !== undefined) mapping[column] = { value };
  }
  return mapping;
}
