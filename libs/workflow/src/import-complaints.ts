import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Fault, rightKindsOfGround } from '#libs/domain';
import type { Id, RightKind } from '#libs/domain';
import { readComplaintRows } from '#libs/imports';
import type { ListingRow, RowFault } from '#libs/imports';
import { Workplace, listingsUnderComplaint, rightOf, rightsHolderNamed } from '#libs/persistence';
import type { Caller } from './caller.js';
import { FileComplaint } from './file-complaint.js';
import { RegisterRight } from './register-right.js';
import { Rulebook } from './rulebook.js';

export interface ImportOptions {
  /** enters rights holders and rights that the register does not hold yet */
  register: boolean;
  /** told after every complaint */
  onProgress?: (rows: number) => void;
}

/** `rows = accepted + rejected + duplicates`, always. */
export interface ImportResult {
  rows: number;
  accepted: number;
  rejected: number;
  duplicates: number;
  complaints: { id: Id; reference: string; importedAs: string; items: number }[];
  faults: RowFault[];
}

/**
 * Turns complaints.csv into drafts. Nothing is submitted: the statements of a notice are confirmed by a person, complaint by
 * complaint. A listing that already stands under a complaint of the same right is a duplicate and is left out.
 */
@Injectable()
export class ImportComplaints {
  constructor(
    private readonly workplace: Workplace,
    private readonly rulebook: Rulebook,
    private readonly fileComplaint: FileComplaint,
    private readonly registerRight: RegisterRight,
  ) {}

  async run(caller: Caller, file: Readable, options: ImportOptions): Promise<ImportResult> {
    const result: ImportResult = { rows: 0, accepted: 0, rejected: 0, duplicates: 0, complaints: [], faults: [] };
    for (const group of await this.groups(file, result)) {
      await this.draft(caller, group, options, result);
      options.onProgress?.(result.accepted + result.rejected + result.duplicates);
    }
    return result;
  }

  /** The rows of the file by reference, in the order of the file. The whole file is read before anything is written. */
  private async groups(file: Readable, result: ImportResult): Promise<ListingRow[][]> {
    const groups = new Map<string, ListingRow[]>();
    for await (const read of readComplaintRows(file)) {
      result.rows += 1;
      if ('fault' in read) {
        reject(result, [read.fault]);
        continue;
      }
      const key = JSON.stringify([
        read.row.reference,
        read.row.platform,
        read.row.rightsHolder,
        read.row.right,
        read.row.ground,
      ]);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [read.row]);
      else group.push(read.row);
    }
    return [...groups.values()];
  }

  private async draft(
    caller: Caller,
    rows: readonly ListingRow[],
    options: ImportOptions,
    result: ImportResult,
  ): Promise<void> {
    const [first] = rows;
    if (first === undefined) return;
    let left = rows;
    try {
      this.requireAccepted(first);
      const parties = await this.parties(caller, first, options);
      left = await this.withoutDuplicates(caller, parties.rightId, first.platform, rows);
      result.duplicates += rows.length - left.length;
      for (const part of this.split(first.platform, left)) {
        await this.file(caller, parties, part, result);
        left = left.slice(part.length);
      }
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const detail = [error.message, ...error.fields.map((field) => field.detail)].join(' ');
      reject(
        result,
        left.map((row) => ({ line: row.line, column: null, code: error.code, detail })),
      );
    }
  }

  /** Before anything is entered in the register: a row that can't be filed leaves nothing behind there. */
  private requireAccepted({ platform: slug, ground }: ListingRow): void {
    const platform = this.rulebook.platform(slug);
    if (platform.grounds[ground] !== undefined) return;
    const accepted = Object.keys(platform.grounds).join(', ');
    const detail = `${platform.name} does not take complaints on the ground "${ground}". It takes: ${accepted}.`;
    throw new Fault('invalid', 'ground-not-accepted', detail);
  }

  private async file(
    caller: Caller,
    parties: Parties,
    rows: readonly ListingRow[],
    result: ImportResult,
  ): Promise<void> {
    const [first] = rows;
    if (first === undefined) return;
    const filed = await this.fileComplaint.run(caller, {
      platform: first.platform,
      rightsHolderId: parties.rightsHolderId,
      rightIds: [parties.rightId],
      ground: first.ground,
      explanation: rows.map((row) => row.explanation).find((words) => words !== '') ?? '',
      items: rows.map(({ url, title, seller, price }) => ({ url, title, seller, price })),
      statements: {},
      evidenceUrls: [...new Set(rows.flatMap((row) => row.evidenceUrls))],
      submit: false,
    });
    result.accepted += rows.length;
    result.complaints.push({
      id: filed.complaint.id,
      reference: filed.complaint.reference,
      importedAs: first.reference,
      items: filed.items.length,
    });
  }

  private async parties(caller: Caller, row: ListingRow, options: ImportOptions): Promise<Parties> {
    const { workspaceId } = caller;
    const kinds = rightKindsOfGround[row.ground];
    const found = await this.workplace.inWorkspace(workspaceId, async (tx) => {
      const id = await rightsHolderNamed(tx, row.rightsHolder);
      if (id === null) return { holder: null, right: null };
      const name = row.right === '' ? (await tx.rightsHolders.get(id)).name : row.rightsHolder;
      const holder = { id, name };
      const right = await rightOf(tx, id, row.right, kinds);
      if (right !== null || row.right !== '' || !options.register) return { holder, right };
      // Entered by an earlier row that named no work either: one such right for each rights holder is enough.
      return { holder, right: await rightOf(tx, id, unnamedWorksOf(name), kinds) };
    });
    if (found.holder !== null && found.right !== null) return { rightsHolderId: found.holder.id, rightId: found.right };
    if (!options.register) throw notRegistered(row, found.holder === null);
    const [kind = 'copyright'] = kinds;
    if (kind !== 'copyright' && row.right === '') throw unnumbered(kind);
    const holder = found.holder ?? (await this.registerRight.rightsHolder(caller, { name: row.rightsHolder }));
    const right = await this.registerRight.right(caller, {
      rightsHolderId: holder.id,
      kind,
      title: row.right === '' ? unnamedWorksOf(holder.name) : row.right,
      ...(kind === 'copyright' ? {} : { number: row.right }),
    });
    return { rightsHolderId: holder.id, rightId: right.id };
  }

  private async withoutDuplicates(
    caller: Caller,
    rightId: Id,
    platform: string,
    rows: readonly ListingRow[],
  ): Promise<ListingRow[]> {
    const urls = rows.map((row) => row.url);
    const seen = new Set(
      await this.workplace.inWorkspace(caller.workspaceId, async (tx) =>
        listingsUnderComplaint(tx, platform, rightId, urls),
      ),
    );
    return rows.filter((row) => {
      if (seen.has(row.url)) return false;
      seen.add(row.url);
      return true;
    });
  }

  /** As many filings as the platform's limit of listings asks for. */
  private split(platform: string, rows: readonly ListingRow[]): ListingRow[][] {
    const size = this.rulebook.platform(platform).limits.itemsPerComplaint ?? rows.length;
    const parts: ListingRow[][] = [];
    for (let start = 0; start < rows.length; start += size) parts.push(rows.slice(start, start + size));
    return parts;
  }
}

interface Parties {
  rightsHolderId: Id;
  rightId: Id;
}

function reject(result: ImportResult, faults: readonly RowFault[]): void {
  result.rejected += faults.length;
  result.faults.push(...faults);
}

const unnamedWorksOf = (rightsHolder: string): string => `Works of ${rightsHolder}`;

function unnumbered(kind: RightKind): Fault {
  const detail = `A ${kind} is entered in the register by its number: give it in right_number.`;
  return new Fault('invalid', 'right-missing', detail);
}

function notRegistered(row: ListingRow, holderUnknown: boolean): Fault {
  const which =
    row.right === ''
      ? `The one right of ${row.rightsHolder} that this ground can rest on (right_number is empty)`
      : `The right "${row.right}" of ${row.rightsHolder}`;
  const what = holderUnknown ? `The rights holder "${row.rightsHolder}"` : which;
  return new Fault(
    'invalid',
    'not-registered',
    `${what} is not in the register: enter it first, or import with --register.`,
  );
}
