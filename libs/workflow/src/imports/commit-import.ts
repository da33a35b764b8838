import { Injectable } from '@nestjs/common';
import { Fault, importLifecycle } from '#libs/domain';
import type { Id, ListingImport } from '#libs/domain';
import { rowReader } from '#libs/imports';
import { Workplace, rejectImportRow, reserveReferences, setDuplicates } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { Journal } from '../journal.js';
import { Rulebook } from '../rulebook.js';
import { nextChunk } from './commit-chunk.js';
import type { Chunk, Hand } from './commit-chunk.js';
import { draftsOf, writeDraft } from './import-drafts.js';
import { ImportRegister } from './import-register.js';
import { herald } from '../webhooks/herald.js';
import { RowResolver } from './row-resolver.js';

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
      if (found.accepted === 0 && found.state === 'ready') throw nothingToCommit();
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

  /** Commits until nothing is left, a person stops it, or `signal` aborts. Two commits of one import do no harm. */
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
      const chunk = await this.workplace.inWorkspace(workspaceId, async (tx) => nextChunk(tx, this.register, hand));
      const committed = await this.write(hand, chunk);
      if (committed === null || chunk.end === null) return;
      onProgress?.(committed);
      hand.at = chunk.end;
    }
  }

  /** @returns rows committed so far; null where somebody stopped the commit, or does it as well */
  private async write(hand: Hand, chunk: Chunk): Promise<number | null> {
    const { start, caller } = hand;
    const drafts = draftsOf(chunk.filed);
    const references = await this.references(caller.workspaceId, drafts.length);
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const row = await tx.imports.lock(start.id);
      if (!isOurs(row, hand)) return null;
      const scene = { tx, journal: this.journal, rulebook: this.rulebook, caller };
      drafts.forEach((rows, number) => {
        writeDraft({ ...scene, importId: row.id, fileName: row.fileName }, rows, references[number] ?? '');
      });
      await leaveOut(tx, row.id, chunk);
      // told from the row as it was: `change` writes into it as well
      const moved = { ...this.moved(row, chunk), complaints: row.complaints + drafts.length };
      await tx.imports.change(row.id, moved);
      if (chunk.end === null) herald(tx, this.journal, committedNews({ ...row, ...moved }));
      return moved.committed;
    });
  }

  private moved(row: ListingImport, { filed, refused, repeated, end }: Chunk) {
    return {
      committed: row.committed + filed.length,
      accepted: row.accepted - refused.length - repeated.length,
      rejected: row.rejected + refused.length,
      duplicates: row.duplicates + repeated.length,
      committedTo: end ?? row.committedTo,
      updatedAt: this.journal.now(),
      ...(end === null ? { state: importLifecycle.move(row.state, 'committed') } : {}),
    };
  }

  /** In a transaction of its own, so that nobody else's filing waits for this one's commit. */
  private async references(workspaceId: Id, count: number): Promise<string[]> {
    if (count === 0) return [];
    const year = this.journal.now().getUTCFullYear();
    return this.workplace.inWorkspace(workspaceId, async (tx) => reserveReferences(tx, year, count));
  }
}

const isOpen = ({ state, paused }: ListingImport): boolean => state === 'committing' && !paused;

/** The fence: a commit that fell behind, because another one goes on with the same import, writes nothing. */
const isOurs = (row: ListingImport, { at }: Hand): boolean =>
  isOpen(row) && row.committedTo.row === at.row && row.committedTo.groupRow === at.groupRow;

async function leaveOut(tx: WorkspaceTransaction, importId: Id, { refused, repeated }: Chunk): Promise<void> {
  for (const { row, faults } of refused) await rejectImportRow(tx, importId, row, faults);
  await setDuplicates(tx, importId, repeated);
}

const committedNews = ({ id, fileName, rows, accepted, rejected, duplicates, complaints }: ListingImport) => ({
  type: 'import.committed' as const,
  data: { importId: id, fileName, rows, accepted, rejected, duplicates, complaints },
});

const nothingToCommit = (): Fault =>
  new Fault('conflict', 'nothing-to-commit', 'No row of this import can be filed: correct the rejected ones first.');
