import { Inject, Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Fault } from '#libs/domain';
import type { EvidenceFile, Id } from '#libs/domain';
import { evidenceTypes, plainFileName, sniffType } from '#libs/files';
import type { FileStore, KeptFile } from '#libs/files';
import { Workplace } from '#libs/persistence';
import type { Caller } from './caller.js';
import { FILES } from './files.js';
import { Journal } from './journal.js';

/** Largest file taken as evidence. */
export const MAX_EVIDENCE_BYTES = 50 * 1024 * 1024;

export interface GivenFile {
  name: string;
  content: Readable;
  /** when what it shows was captured, as far as the person knows */
  capturedAt: Date | null;
}

/** Keeps a file as evidence: its bytes in the file store under their hash, what is known of it in the workspace. */
@Injectable()
export class AddEvidence {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  /** @throws Fault `file-type`, `file-too-large`, `file-empty`, `captured-later`; then nothing is kept */
  async run(caller: Caller, given: GivenFile): Promise<EvidenceFile> {
    const now = this.journal.now();
    if (given.capturedAt !== null && given.capturedAt > now) {
      const detail = 'The file can’t have been captured later than now: correct the time of capture.';
      throw new Fault('invalid', 'captured-later', detail, [{ pointer: '/capturedAt', code: 'later', detail }]);
    }
    let mediaType = '';
    const kept = await this.files.keep(caller.workspaceId, given.content, MAX_EVIDENCE_BYTES, async (file) => {
      mediaType = await typeOf(file);
    });
    const row: EvidenceFile = {
      workspaceId: caller.workspaceId,
      id: this.journal.newId(),
      sha256: kept.sha256,
      mediaType,
      size: kept.size,
      name: plainFileName(given.name),
      capturedAt: given.capturedAt,
      addedBy: caller.actor.name,
      addedAt: now,
    };
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      tx.evidenceFiles.add(row);
      this.journal.audit(tx, caller.actor, 'evidence.add', row.id, { sha256: row.sha256, name: row.name });
      return Promise.resolve();
    });
    return row;
  }

  /** The bytes of a file, as they were added. */
  async open(workspaceId: Id, id: Id): Promise<{ file: EvidenceFile; content: Readable }> {
    const file = await this.workplace.inWorkspace(workspaceId, async (tx) => tx.evidenceFiles.get(id));
    return { file, content: await this.files.open(workspaceId, file.sha256) };
  }
}

async function typeOf({ head, size }: KeptFile): Promise<string> {
  const type = await sniffType(head, head.length === size);
  if (type !== null) return type;
  const detail = `The bytes of this file show none of the types taken as evidence: ${evidenceTypes.join(', ')}. Add a picture, a PDF or a text instead.`;
  throw new Fault('invalid', 'file-type', detail, [{ pointer: '/file', code: 'file-type', detail }]);
}
