import { Injectable } from '@nestjs/common';
import type { Id, ListingImport } from '#libs/domain';
import type { Caller } from '../caller.js';
import { ChangeImport } from './change-import.js';
import { CommitImport } from './commit-import.js';
import { ReadImport } from './read-import.js';
import { StartImport } from './start-import.js';
import type { FileToImport } from './start-import.js';

export interface AtOnce {
  /** stops after the dry run */
  dryRun: boolean;
  signal: AbortSignal;
  onProgress?: (step: 'read' | 'committed', rows: number) => void;
}

/** A file of listings from its bytes to its drafts in one go, for the command line: no job is waited for. */
@Injectable()
export class ImportAtOnce {
  constructor(
    private readonly startImport: StartImport,
    private readonly changeImport: ChangeImport,
    private readonly readImport: ReadImport,
    private readonly commitImport: CommitImport,
  ) {}

  /** @returns the import as it stands: committed; ready after a dry run; failed with what is needed; or stopped on its way */
  async run(caller: Caller, file: FileToImport, how: AtOnce): Promise<ListingImport> {
    const { id } = await this.startImport.run(caller, file, true);
    return this.goOn(caller, id, how);
  }

  /** Goes on with an import that was stopped, where it was. */
  async resume(caller: Caller, id: Id, how: AtOnce): Promise<ListingImport> {
    const { paused } = await this.changeImport.get(caller, id);
    if (paused) await this.changeImport.resume(caller, id, true);
    return this.goOn(caller, id, how);
  }

  private async goOn(caller: Caller, id: Id, { dryRun, signal, onProgress }: AtOnce): Promise<ListingImport> {
    const { workspaceId } = caller;
    await this.readImport.run(workspaceId, id, signal, (rows) => onProgress?.('read', rows));
    const read = await this.changeImport.get(caller, id);
    if (signal.aborted || dryRun) return read;
    if (read.state === 'ready' && read.accepted > 0) await this.commitImport.begin(caller, id, true);
    await this.commitImport.run(workspaceId, id, signal, (rows) => onProgress?.('committed', rows));
    return this.changeImport.get(caller, id);
  }
}
