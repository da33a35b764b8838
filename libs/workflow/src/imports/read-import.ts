import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { Fault, importLifecycle } from '#libs/domain';
import type { Id, ListingImport, ReadingPosition } from '#libs/domain';
import type { FileStore } from '#libs/files';
import { openRows, rowReader } from '#libs/imports';
import type { RowReader } from '#libs/imports';
import { Workplace, addImportRows } from '#libs/persistence';
import type { RowToAdd } from '#libs/persistence';
import { FILES } from '../files.js';
import { Journal } from '../journal.js';
import { Rulebook } from '../rulebook.js';
import { fileOf } from './import-file.js';
import { RowResolver } from './row-resolver.js';
import { stageRows } from './stage-rows.js';

/**
 * The dry run: reads the rows of a file and says of each whether it can be filed. Every batch is written with the place it
 * ends at, so that a reading that was stopped, or whose process died, goes on there.
 */
@Injectable()
export class ReadImport {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  /** Reads until the file ends, a person stops it, or `signal` aborts. Reading twice at the same time does no harm. */
  async run(workspaceId: Id, importId: Id, signal: AbortSignal, onProgress?: (rows: number) => void): Promise<void> {
    const start = await this.workplace.inWorkspace(workspaceId, async (tx) => tx.imports.get(importId));
    if (!isOpen(start)) return;
    const hand: Hand = {
      start,
      reader: rowReader(start.headings, start.mapping),
      resolver: new RowResolver(this.rulebook, start.register),
      at: start.readTo,
    };
    try {
      for await (const batch of oneAhead(this.staged(workspaceId, hand))) {
        if (signal.aborted || !(await this.write(workspaceId, hand, batch))) return;
        onProgress?.(hand.at.row);
      }
      await this.end(workspaceId, hand, null);
    } catch (problem) {
      if (!(problem instanceof Fault) || problem.kind !== 'invalid') throw problem;
      await this.end(workspaceId, hand, { code: problem.code, detail: problem.message });
    }
  }

  /** The rows of the file as they will be kept, batch by batch. */
  private async *staged(workspaceId: Id, { start, reader, resolver }: Hand): AsyncGenerator<StagedBatch> {
    const file = fileOf(this.files, start);
    for await (const { rows, position } of openRows(file, start.format, start.headings, start.readTo)) {
      const staged = this.workplace.inWorkspace(workspaceId, async (tx) => stageRows(tx, rows, reader, resolver));
      yield { rows: await staged, position };
    }
  }

  /** @returns false where somebody stopped the import, began it anew, or reads it as well */
  private async write(workspaceId: Id, hand: Hand, { rows, position }: StagedBatch): Promise<boolean> {
    const ours = await this.workplace.inWorkspace(workspaceId, async (tx) => {
      const row = await tx.imports.lock(hand.start.id);
      if (!isOurs(row, hand)) return false;
      const counts = await addImportRows(tx, row.id, rows);
      await tx.imports.change(row.id, {
        rows: row.rows + rows.length,
        accepted: row.accepted + counts.accepted,
        rejected: row.rejected + counts.rejected,
        duplicates: row.duplicates + counts.duplicates,
        readTo: position,
        updatedAt: this.journal.now(),
      });
      return true;
    });
    hand.at = position;
    return ours;
  }

  private async end(workspaceId: Id, hand: Hand, failure: ListingImport['failure']): Promise<void> {
    await this.workplace.inWorkspace(workspaceId, async (tx) => {
      const row = await tx.imports.lock(hand.start.id);
      if (!isOurs(row, hand)) return;
      const state = importLifecycle.move(row.state, failure === null ? 'ready' : 'failed');
      await tx.imports.change(row.id, { state, failure, updatedAt: this.journal.now() });
    });
  }
}

/** What one reading holds in its hand. */
interface Hand {
  start: ListingImport;
  reader: RowReader;
  resolver: RowResolver;
  /** up to where this reading has got */
  at: ReadingPosition;
}

interface StagedBatch {
  rows: RowToAdd[];
  /** where the reading stands after them */
  position: ReadingPosition;
}

/** Makes the next one ready while the last one is used: the database writes rows while the next ones are read. */
async function* oneAhead<Made>(source: AsyncGenerator<Made>): AsyncGenerator<Made> {
  let next = source.next();
  try {
    for (let made = await next; made.done !== true; made = await next) {
      next = source.next();
      // its fault is told when its turn has come
      next.catch(() => undefined);
      yield made.value;
    }
  } finally {
    await source.return(undefined);
  }
}

const isOpen = ({ state, paused }: ListingImport): boolean => state === 'reading' && !paused;

/** The fence: a reading that fell behind, or began before the file was to be read in another way, writes nothing. */
const isOurs = (row: ListingImport, { start, at }: Hand): boolean =>
  isOpen(row) && row.readTo.row === at.row && isDeepStrictEqual(wayOf(row), wayOf(start));

/** What rows are read by. */
const wayOf = ({ format, headings, mapping, register }: ListingImport): object => ({
  format,
  headings,
  mapping,
  register,
});
