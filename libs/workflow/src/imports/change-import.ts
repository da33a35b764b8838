import { Injectable } from '@nestjs/common';
import { Fault, importLifecycle } from '#libs/domain';
import type { ColumnMapping, FileFormat, Id, ImportRow, ListingImport } from '#libs/domain';
import { headingsKey, rowReader } from '#libs/imports';
import { Workplace, addImportRows, listImportRows, rememberMapping, removeImportRows } from '#libs/persistence';
import type { RowCounts, WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { Journal } from '../journal.js';
import { Rulebook } from '../rulebook.js';
import { RowResolver } from './row-resolver.js';
import { restageRow } from './stage-rows.js';
import { StartImport } from './start-import.js';

export interface Reading {
  /** left out where the headings say it: on another sheet, or with another delimiter, they are others */
  mapping?: ColumnMapping;
  register: boolean;
  /** how the file is to be read, where it was found out wrongly */
  format?: Partial<Pick<FileFormat, 'encoding' | 'delimiter' | 'sheet'>>;
}

/** Changes an import before it is committed: how its columns are read, what a row says, whether it goes on. */
@Injectable()
export class ChangeImport {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
    private readonly startImport: StartImport,
  ) {}

  /** Reads the file anew with another mapping, which the workspace remembers for files with the same headings. */
  async readAnew(caller: Caller, id: Id, { mapping, register, format }: Reading): Promise<ListingImport> {
    const before = await this.get(caller, id);
    importLifecycle.move(before.state === 'reading' ? 'ready' : before.state, 'reading');
    // the position after the headings is found anew as well
    const opened = await this.startImport.opened(before, { ...known(before), ...format }, mapping);
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const { state } = await tx.imports.lock(id);
      if (state !== before.state) throw meanwhile();
      await removeImportRows(tx, id);
      const anew = { ...opened, ...nothingYet, register, updatedAt: this.journal.now() };
      const { workspaceId: _workspaceId, id: _id, ...facts } = anew;
      await tx.imports.change(id, facts);
      if (anew.state === 'reading') await this.begin(tx, anew);
      this.journal.audit(tx, caller.actor, 'import.map', id);
      return anew;
    });
  }

  /** Puts other cells in the place of a rejected row's, and says how it stands now. */
  async fixRow(caller: Caller, id: Id, row: number, cells: string[]): Promise<ImportRow> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const found = await tx.imports.lock(id);
      if (found.state !== 'ready') throw notReady(found);
      const [before] = await listImportRows(tx, id, { state: undefined, after: row - 1, limit: 1 });
      if (before?.row !== row) throw new Fault('not-found', 'row-not-found', `The import has no row ${row}.`);
      if (before.state !== 'rejected')
        throw new Fault(
          'conflict',
          'row-not-rejected',
          `Row ${row} is ${before.state}: only a rejected row is corrected.`,
        );
      await removeImportRows(tx, id, row);
      const reader = rowReader(found.headings, found.mapping);
      const resolver = new RowResolver(this.rulebook, found.register);
      const counts = await addImportRows(tx, id, await restageRow(tx, { ...before, cells }, reader, resolver));
      await tx.imports.change(id, { ...moved(found, counts), updatedAt: this.journal.now() });
      const [after] = await listImportRows(tx, id, { state: undefined, after: row - 1, limit: 1 });
      return after ?? before;
    });
  }

  /** Stops reading or committing where it is; nothing of what was done is lost. */
  async pause(caller: Caller, id: Id): Promise<ListingImport> {
    return this.setPaused(caller, id, true);
  }

  /** @param goesOnItself the caller reads or commits the rows (the command line); else a job does */
  async resume(caller: Caller, id: Id, goesOnItself = false): Promise<ListingImport> {
    return this.setPaused(caller, id, false, goesOnItself);
  }

  async get(caller: Caller, id: Id): Promise<ListingImport> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => tx.imports.get(id));
  }

  private async setPaused(caller: Caller, id: Id, paused: boolean, goesOnItself = false): Promise<ListingImport> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const found = await tx.imports.lock(id);
      if (found.state !== 'reading' && found.state !== 'committing')
        throw new Fault(
          'conflict',
          'import-at-rest',
          `The import is ${found.state}: there is nothing to stop or resume.`,
        );
      if (found.paused === paused) return found;
      const changed = { paused, updatedAt: this.journal.now() };
      await tx.imports.change(id, changed);
      if (!paused && !goesOnItself) this.owe(tx, found);
      this.journal.audit(tx, caller.actor, paused ? 'import.pause' : 'import.resume', id);
      return { ...found, ...changed };
    });
  }

  /** A mapping that can be used is remembered: the next file with these headings is read without a question. */
  private async begin(tx: WorkspaceTransaction, anew: ListingImport): Promise<void> {
    const { mapping, updatedAt: at } = anew;
    await rememberMapping(tx, { id: this.journal.newId(), headingsKey: headingsKey(anew.headings), mapping, at });
    this.owe(tx, anew);
  }

  private owe(tx: WorkspaceTransaction, { id, state }: ListingImport): void {
    const payload = { workspaceId: tx.workspaceId, importId: id };
    this.journal.owe(tx, state === 'committing' ? 'commit-import' : 'read-import', payload);
  }
}

/** How the file was read so far; nothing of it is known where its headings were never found. */
const known = ({ headings, format }: ListingImport): Partial<FileFormat> => (headings.length === 0 ? {} : format);

/** Counts of a reading that begins anew. */
const nothingYet = { rows: 0, accepted: 0, rejected: 0, duplicates: 0, paused: false } as const;

const moved = (found: ListingImport, now: RowCounts) => ({
  accepted: found.accepted + now.accepted,
  rejected: found.rejected - 1 + now.rejected,
  duplicates: found.duplicates + now.duplicates,
});

const meanwhile = (): Fault =>
  new Fault('conflict', 'import-changed', 'The import was changed by somebody else meanwhile: look at it again.');

const notReady = ({ state }: ListingImport): Fault =>
  new Fault(
    'conflict',
    'import-not-ready',
    `The import is ${state}: rows are corrected after the dry run and before the commit.`,
  );
