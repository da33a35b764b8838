import { Inject, Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Fault } from '#libs/domain';
import type { ColumnMapping, FileFormat, ListingImport, ReadingPosition } from '#libs/domain';
import { plainFileName } from '#libs/files';
import type { FileStore } from '#libs/files';
import { headingsKey, mappingFaults, readHeadings, sniffFile, suggestMapping } from '#libs/imports';
import { Workplace, recallMapping } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { FILES } from '../files.js';
import { Journal } from '../journal.js';
import { fileOf } from './import-file.js';

/** Largest file of listings. */
export const MAX_IMPORT_BYTES = 2 * 1024 * 1024 * 1024;

export interface FileToImport {
  name: string;
  content: Readable;
  /** enters rights holders and rights that the register does not hold yet */
  register: boolean;
}

/** Where a file is begun to be read from, and nothing of it read yet. */
const beginning: ReadingPosition = { offset: 0, line: 0, row: 0 };

/** What every import begins with. */
const nothingRead = {
  paused: false,
  rows: 0,
  accepted: 0,
  rejected: 0,
  duplicates: 0,
  committed: 0,
  complaints: 0,
  committedTo: { groupRow: 0, row: 0 },
} as const;

/** Takes a file of listings in: keeps it, finds out how it is to be read, and has its rows read. */
@Injectable()
export class StartImport {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  /**
   * @param readsItself the caller reads the rows (the command line); else a job does
   * @returns the import: being read, or failed with what is needed (`columns-missing`, `import-unreadable`)
   * @throws Fault `file-too-large`, `file-empty`
   */
  async run(caller: Caller, given: FileToImport, readsItself = false): Promise<ListingImport> {
    const kept = await this.files.keep(caller.workspaceId, given.content, MAX_IMPORT_BYTES);
    const now = this.journal.now();
    const draft: ListingImport = {
      workspaceId: caller.workspaceId,
      id: this.journal.newId(),
      fileName: plainFileName(given.name),
      sha256: kept.sha256,
      size: kept.size,
      format: unknownFormat,
      headings: [],
      mapping: {},
      register: given.register,
      state: 'reading',
      failure: null,
      ...nothingRead,
      readTo: beginning,
      createdBy: caller.actor,
      filerEmail: caller.email,
      createdAt: now,
      updatedAt: now,
    };
    const row = await this.opened(draft);
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      tx.imports.add(row);
      this.journal.audit(tx, caller.actor, 'import.start', row.id, { file: row.fileName, sha256: row.sha256 });
      if (row.state === 'reading' && !readsItself)
        this.journal.owe(tx, 'read-import', { workspaceId: tx.workspaceId, importId: row.id });
      return Promise.resolve();
    });
    return row;
  }

  /**
   * The import with what the head of its file says; a fault of the file becomes a failure that says what is needed.
   * @param mapping where the columns are; found by the headings where nobody said it
   */
  async opened(
    draft: ListingImport,
    wanted: Partial<FileFormat> = {},
    mapping?: ColumnMapping,
  ): Promise<ListingImport> {
    const file = fileOf(this.files, draft);
    try {
      const format = { ...(await sniffFile(file, draft.fileName)), ...wanted };
      const { headings, after } = await readHeadings(file, format);
      const chosen = mapping ?? suggestMapping(headings, await this.remembered(draft, headings));
      return withMapping({ ...draft, format, headings, readTo: after }, chosen);
    } catch (problem) {
      if (!(problem instanceof Fault) || problem.kind !== 'invalid') throw problem;
      return { ...draft, state: 'failed', failure: { code: problem.code, detail: problem.message } };
    }
  }

  private async remembered({ workspaceId }: ListingImport, headings: readonly string[]) {
    return this.workplace.inWorkspace(workspaceId, async (tx) => recallMapping(tx, headingsKey(headings)));
  }
}

const unknownFormat: FileFormat = { kind: 'csv', encoding: null, delimiter: null, sheet: null, sheets: [] };

/** The import with a mapping: ready to be read, or failed with the columns it still lacks. */
function withMapping(row: ListingImport, mapping: ListingImport['mapping']): ListingImport {
  const faults = mappingFaults(mapping, row.headings);
  if (faults.length === 0) return { ...row, mapping, state: 'reading', failure: null };
  const detail = faults.map((fault) => fault.detail).join(' ');
  return { ...row, mapping, state: 'failed', failure: { code: 'columns-missing', detail } };
}
