import { Inject, Injectable } from '@nestjs/common';
import { guidedForm, guidedPack } from '#libs/channels';
import type { GuidedStep, PackFile } from '#libs/channels';
import { Fault, limitsOf, waysOf } from '#libs/domain';
import type { Attempt, Complaint, FormValues, Id, Platform, PlatformChannel, StoredDocument } from '#libs/domain';
import type { FileStore } from '#libs/files';
import { renderNotice } from '#libs/notices';
import type { NoticeFacts } from '#libs/notices';
import { Workplace } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from './caller.js';
import { filedFacts } from './filed-facts.js';
import { FILES } from './files.js';
import { formValues } from './form-values.js';
import { Journal } from './journal.js';
import { MailRoom } from './mail-room.js';
import { Rulebook } from './rulebook.js';
import { storeDocument } from './store-document.js';

/** What a person does on the platform's own form, in its order. */
export interface Guide {
  complaint: Complaint;
  platform: Platform;
  attempt: Attempt;
  /** the page of the form; null where none is known */
  url: string | null;
  /** most listings the portal takes in one complaint; null where it is not known */
  itemsPerComplaint: number | null;
  steps: GuidedStep[];
}

interface Prepared extends Guide {
  facts: NoticeFacts;
  values: FormValues;
}

const ZIP = 'application/zip';

/** Evidence that goes into a pack: what is beyond is downloaded file by file, so that no pack is too large to be kept. */
const PACK_EVIDENCE_BYTES = 100 * 1024 * 1024;

/** Prepares everything a person needs who files on the platform's own form. */
@Injectable()
export class GuideFiling {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
    private readonly mail: MailRoom,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  /** @throws Fault `not-submitted`, `nothing-by-hand` */
  async steps({ workspaceId }: Caller, complaintId: Id): Promise<Guide> {
    return this.workplace.inWorkspace(workspaceId, async (tx) =>
      this.prepare(tx, await tx.complaints.get(complaintId)),
    );
  }

  /** The same as files. The first pack is kept with the attempt and given out ever after: it is what was filed. */
  async pack(caller: Caller, complaintId: Id): Promise<{ name: string; bytes: Buffer }> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const prepared = await this.prepare(tx, await tx.complaints.lock(complaintId));
      const { attempt, complaint } = prepared;
      const name = `${complaint.reference}.zip`;
      const kept = await keptPack(tx, attempt);
      if (kept !== null) return { name, bytes: kept.bytes };
      const bytes = await this.make(prepared);
      const id = storeDocument(tx, this.journal, bytes, ZIP);
      // Where Redress had begun to file by another way, the notice of that stays what it was.
      const change =
        attempt.noticeDocumentId === null ? { noticeDocumentId: id } : { exhibitIds: [...attempt.exhibitIds, id] };
      await tx.attempts.change(attempt.id, change);
      this.journal.audit(tx, caller.actor, 'attempt.pack', attempt.id, { document: id });
      return { name, bytes };
    });
  }

  private async prepare(tx: WorkspaceTransaction, complaint: Complaint): Promise<Prepared> {
    const attempt = await waitingAttempt(tx, complaint);
    const platform = this.rulebook.platform(complaint.platform);
    const way = wayByHand(platform, complaint, attempt);
    const limits = limitsOf(platform, way);
    const facts = await filedFacts(tx, this.journal, this.rulebook, complaint);
    const values = formValues(this.rulebook, attempt, facts);
    const fields = way?.fields === undefined ? {} : { fields: way.fields };
    const steps = guidedForm({ ...fields, limits }, values, { reply: { address: this.mail.answersTo(attempt) } });
    const itemsPerComplaint = limits.itemsPerComplaint ?? null;
    return { complaint, platform, attempt, url: way?.url ?? null, itemsPerComplaint, steps, facts, values };
  }

  private async make({ steps, values, facts, attempt }: Prepared): Promise<Buffer> {
    const evidence = await this.evidence(attempt.workspaceId, facts);
    return guidedPack({ steps, values, html: renderNotice(facts).html, evidence });
  }

  private async evidence(workspaceId: Id, { evidenceFiles }: NoticeFacts): Promise<PackFile[]> {
    const packed: PackFile[] = [];
    let room = PACK_EVIDENCE_BYTES;
    for (const { name, sha256, size } of evidenceFiles) {
      room -= size;
      if (room >= 0) packed.push({ name, bytes: await this.files.bytes(workspaceId, sha256) });
    }
    return packed;
  }
}

async function waitingAttempt(tx: WorkspaceTransaction, complaint: Complaint): Promise<Attempt> {
  if (complaint.submittedAt === null) {
    const detail =
      'The complaint was not submitted yet: submit it first, so that the notice filed is the notice checked.';
    throw new Fault('conflict', 'not-submitted', detail);
  }
  const [waiting] = await tx.attempts.where({ complaintId: complaint.id, state: 'needs-human' }, { limit: 1 });
  if (waiting !== undefined) return waiting;
  throw new Fault('conflict', 'nothing-by-hand', 'No filing of this complaint waits for a person.');
}

/** The form the attempt was given to a person for; where Redress stopped on another way, the first one people can go. */
function wayByHand(platform: Platform, complaint: Complaint, attempt: Attempt): PlatformChannel | undefined {
  const forms = waysOf(platform, complaint.ground).filter(({ kind }) => kind === 'guided-form');
  const given = attempt.channel === 'guided-form';
  return forms.find(({ url = null }) => given && url === attempt.recipient) ?? forms[0];
}

async function keptPack(tx: WorkspaceTransaction, attempt: Attempt): Promise<StoredDocument | null> {
  for (const id of [attempt.noticeDocumentId, ...attempt.exhibitIds]) {
    const document = id === null ? null : await tx.documents.get(id);
    if (document?.mediaType === ZIP) return document;
  }
  return null;
}
