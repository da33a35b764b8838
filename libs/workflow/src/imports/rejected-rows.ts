import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Fault } from '#libs/domain';
import type { Id, ImportRow, ListingImport } from '#libs/domain';
import { rejectedCsv, rejectedXlsx } from '#libs/imports';
import { Workplace, listImportRows } from '#libs/persistence';
import type { Caller } from '../caller.js';

/** Rows read at once while the file is written. */
const PAGE = 1000;

export interface RejectedFile {
  name: string;
  mediaType: string;
  content: Readable;
}

/** The rejected rows of an import as a file of the same kind, with what is wrong with each. */
@Injectable()
export class RejectedRows {
  constructor(private readonly workplace: Workplace) {}

  /** @throws Fault `nothing-rejected` */
  async run(caller: Caller, id: Id): Promise<RejectedFile> {
    const found = await this.workplace.inWorkspace(caller.workspaceId, async (tx) => tx.imports.get(id));
    if (found.rejected === 0)
      throw new Fault(
        'conflict',
        'nothing-rejected',
        'No row of this import was rejected: there is nothing to correct.',
      );
    const rows = this.rows(caller, id);
    const name = `${found.fileName.replace(/\.[^.]*$/, '')}.rejected.${found.format.kind}`;
    return { name, ...(found.format.kind === 'csv' ? csv(found, rows) : xlsx(found, rows)) };
  }

  private async *rows({ workspaceId }: Caller, id: Id): AsyncGenerator<ImportRow> {
    for (let after = 0; ;) {
      const page = await this.workplace.inWorkspace(workspaceId, async (tx) =>
        listImportRows(tx, id, { state: 'rejected', after, limit: PAGE }),
      );
      yield* page;
      const last = page.at(-1);
      if (last === undefined) return;
      after = last.row;
    }
  }
}

type Written = Pick<RejectedFile, 'mediaType' | 'content'>;

const csv = ({ headings }: ListingImport, rows: AsyncIterable<ImportRow>): Written => ({
  mediaType: 'text/csv; charset=utf-8',
  content: rejectedCsv(headings, rows),
});

const xlsx = ({ headings }: ListingImport, rows: AsyncIterable<ImportRow>): Written => ({
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  content: rejectedXlsx(headings, rows),
});
