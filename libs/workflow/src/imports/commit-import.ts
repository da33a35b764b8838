import { Injectable } from '@nestjs/common';
import { Fault, importLifecycle } from '#libs/domain';
import type { CommitPosition, Id, ListingImport, RowFault } from '#libs/domain';
import { rowReader } from '#libs/imports';
import type { RowReader } from '#libs/imports';
import { Workplace, rejectImportRow, reserveReferences, rowsToCommit } from '#libs/persistence';
import type { RowToCommit, WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { Journal } from '../journal.js';
import { Rulebook } from '../rulebook.js';
import { draftsOf, listingsAFiling, writeDraft } from './import-drafts.js';
import type { ImportedRow } from './import-drafts.js';
import { ImportRegister } from './import-register.js';
import { RowResolver } from './row-resolver.js';

/** Rows committed in one transaction, and the most one complaint can hold. */
const ROWS_TOGETHER = 1000;

/** What one commit holds in its hand. */
interface Hand {
  start: ListingImport;
  caller: Caller;
  reader: RowReader;
  resolver: RowResolver;
  /** up to where this commit has got */
  at: CommitPosition;
}

/** Rows that can be filed, and those that can't any more. */
interface Chunk {
  filed: ImportedRow[];
  refused: { row: number; faults: RowFault[] }[];
  /** the last row looked at; null where none was left */
  end: CommitPosition | null;
}

/**
 * Turns the accepted rows of an import into drafts, a thousand at a time. Every part is written with the place it ends at,
 * so that a commit that was stopped, or whose process died, goes on there.
 */
@Injectable()
export class CommitImport {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
    private readonly register: ImportRegister,
  ) {}

  /** @param commitsItself the caller commits the rows (the command line); else a job does */
  async begin(caller: Caller, id: Id, commitsItself = false): Promise<ListingImport> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const found = await tx.imports.lock(id);
      if (found.accepted === 0 && found.state === 'ready')
        throw new Fault(
          'conflict',
          'nothing-to-commit',
          'No row of this import can be filed: correct the rejected ones first.',
        );
      const changed = {
        state: importLifecycle.move(found.state, 'committing'),
        paused: false,
        updatedAt: this.journal.now(),
      };
      await tx.imports.change(id, changed);
      if (!commitsItself) this.journal.owe(tx, 'commit-import', { workspaceId: tx.workspaceId, importId: id });
      this.journal.audit(tx, caller.actor, 'import.commit', id, { accepted: found.accepted });
      return { ...found, ...changed };
    });
  }

  /** Commits until nothing is left, a person stops it, or `signal` aborts. */
  async run(workspaceId: Id, importId: Id, signal: AbortSignal, onProgress?: (rows: number) => void): Promise<void> {
    const start = await this.workplace.inWorkspace(workspaceId, async (tx) => tx.imports.get(importId));
    if (!isOpen(start)) return;
    const hand: Hand = {
      start,
      caller: { workspaceId, actor: start.createdBy, email: start.filerEmail },
      reader: rowReader(start.headings, start.mapping),
      resolver: new RowResolver(this.rulebook, start.register),
      at: start.committedTo,
    };
    while (!signal.aborted) {
      const chunk = await this.chunk(hand);
      const committed = await this.write(hand, chunk);
      if (committed === null || chunk.end === null) return;
      onProgress?.(committed);
      hand.at = chunk.end;
    }
  }

  /** The next rows, with everything they name found. The rows of one complaint are not cut in two. */
  private async chunk(hand: Hand): Promise<Chunk> {
    return this.workplace.inWorkspace(hand.caller.workspaceId, async (tx) => {
      const rows = await rowsToCommit(tx, hand.start.id, hand.at, ROWS_TOGETHER + 1);
      const chunk: Chunk = { filed: [], refused: [], end: null };
      for (const row of wholeComplaints(rows)) {
        const read = await this.read(tx, hand, row);
        if ('faults' in read) chunk.refused.push({ row: row.row, faults: read.faults });
        else chunk.filed.push(read);
        chunk.end = { groupRow: row.groupRow, row: row.row };
      }
      return wholeFilings(chunk, rows.length > ROWS_TOGETHER);
    });
  }

  private async read(
    tx: WorkspaceTransaction,
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
    const entered = await this.register.enter(hand.caller, says, holder);
    hand.resolver.forgetUnknown();
    return { row, groupRow, says, found: { ...rest, ...entered } };
  }

  /** @returns rows committed so far; null where somebody stopped the commit, or does it as well */
  private async write(hand: Hand, chunk: Chunk): Promise<number | null> {
    const { start, caller, at } = hand;
    const drafts = draftsOf(chunk.filed);
    const references = await this.references(caller.workspaceId, drafts.length);
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const row = await tx.imports.lock(start.id);
      if (!isOpen(row) || row.committedTo.row !== at.row || row.committedTo.groupRow !== at.groupRow) return null;
      const scene = { tx, journal: this.journal, rulebook: this.rulebook, caller };
      drafts.forEach((rows, number) => {
        writeDraft({ ...scene, importId: row.id, fileName: row.fileName }, rows, references[number] ?? '');
      });
      for (const refused of chunk.refused) await rejectImportRow(tx, row.id, refused.row, refused.faults);
      const committed = row.committed + chunk.filed.length;
      await tx.imports.change(row.id, {
        committed,
        complaints: row.complaints + drafts.length,
        accepted: row.accepted - chunk.refused.length,
        rejected: row.rejected + chunk.refused.length,
        committedTo: chunk.end ?? row.committedTo,
        updatedAt: this.journal.now(),
        ...(chunk.end === null ? { state: importLifecycle.move(row.state, 'committed') } : {}),
      });
      return committed;
    });
  }

  /** In a transaction of its own, so that nobody else's filing waits for this one's commit. */
  private async references(workspaceId: Id, count: number): Promise<string[]> {
    if (count === 0) return [];
    const year = this.journal.now().getUTCFullYear();
    return this.workplace.inWorkspace(workspaceId, async (tx) => reserveReferences(tx, year, count));
  }
}

const isOpen = ({ state, paused }: ListingImport): boolean => state === 'committing' && !paused;

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
  const size = listingsAFiling(first);
  const full = chunk.filed.length - (chunk.filed.length % size);
  const filed = full === 0 ? chunk.filed : chunk.filed.slice(0, full);
  const end = filed.at(-1);
  if (end === undefined || filed.length === chunk.filed.length) return chunk;
  return {
    filed,
    refused: chunk.refused.filter(({ row }) => row <= end.row),
    end: { groupRow: end.groupRow, row: end.row },
  };
}
