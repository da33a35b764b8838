import { Injectable } from '@nestjs/common';
import { Fault } from '#libs/domain';
import type { FilingAnswers, FilingDraft, Id } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { Journal } from '../journal.js';
import { oneAtATime } from '../one-at-a-time.js';

export interface DraftToKeep {
  /** chosen by the form, so that the same form always saves the same draft */
  id: Id;
  answers: FilingAnswers;
  /** the version the form began from; 0 for a draft that was never saved */
  version: number;
  complaintId?: Id | null;
}

/** Forms being filled in: saved as they grow, shared, thrown away and brought back. */
@Injectable()
export class KeepDraft {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
  ) {}

  /** @throws Fault `draft-changed` where somebody saved a later version: theirs is kept, and nothing is lost here */
  async save(caller: Caller, { id, answers, version, complaintId = null }: DraftToKeep): Promise<FilingDraft> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      await oneAtATime(tx, `draft ${id}`);
      const before = await this.find(tx, caller, id);
      const updatedAt = this.journal.now();
      if (before === null) {
        if (complaintId !== null) await tx.complaints.get(complaintId);
        const { workspaceId, actor } = caller;
        const owner = { ownerId: actor.id, ownerName: actor.name, shared: false };
        const row = { workspaceId, id, ...owner, complaintId, answers, version: 1, updatedAt, discardedAt: null };
        tx.drafts.add(row);
        return row;
      }
      if (before.version !== version) throw changed(before);
      const saved = { answers, version: version + 1, updatedAt, discardedAt: null };
      await tx.drafts.change(id, saved);
      return { ...before, ...saved };
    });
  }

  async get(caller: Caller, id: Id): Promise<FilingDraft> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => this.required(tx, caller, id));
  }

  /** Only its owner shares a draft, or takes it back. */
  async share(caller: Caller, id: Id, shared: boolean): Promise<FilingDraft> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const draft = await this.required(tx, caller, id);
      if (draft.ownerId !== caller.actor.id)
        throw new Fault('forbidden', 'draft-of-another', `Only ${draft.ownerName} can share this draft.`);
      await tx.drafts.change(id, { shared });
      this.journal.audit(tx, caller.actor, shared ? 'draft.share' : 'draft.unshare', id);
      return { ...draft, shared };
    });
  }

  /** Out of the list, and still there: `restore` brings it back. */
  async discard(caller: Caller, id: Id): Promise<void> {
    await this.setDiscarded(caller, id, this.journal.now());
  }

  async restore(caller: Caller, id: Id): Promise<FilingDraft> {
    return this.setDiscarded(caller, id, null);
  }

  private async setDiscarded(caller: Caller, id: Id, discardedAt: Date | null): Promise<FilingDraft> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const draft = await this.required(tx, caller, id);
      await tx.drafts.change(id, { discardedAt });
      return { ...draft, discardedAt };
    });
  }

  private async required(tx: WorkspaceTransaction, caller: Caller, id: Id): Promise<FilingDraft> {
    const draft = await this.find(tx, caller, id);
    if (draft === null) throw new Fault('not-found', 'draft-not-found', `There is no draft ${id} that you can see.`);
    return draft;
  }

  /** Somebody else's draft that was not shared is not there at all. */
  private async find(tx: WorkspaceTransaction, caller: Caller, id: Id): Promise<FilingDraft | null> {
    const [draft] = await tx.drafts.matching('id = $2', [id], 'for update');
    if (draft === undefined) return null;
    if (draft.ownerId === caller.actor.id || draft.shared) return draft;
    throw new Fault('not-found', 'draft-not-found', `There is no draft ${id} that you can see.`);
  }
}

const changed = ({ updatedAt }: FilingDraft): Fault =>
  new Fault(
    'conflict',
    'draft-changed',
    `This draft was saved in another window at ${updatedAt.toISOString()}. Open it again to go on from there, or save what you have as a new draft.`,
  );
