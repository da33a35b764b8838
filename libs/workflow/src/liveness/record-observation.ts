import { Injectable } from '@nestjs/common';
import { Fault } from '#libs/domain';
import type { Id, Observation, ObservationState } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { Journal } from '../journal.js';
import { addObservation, observationsOf } from './add-observation.js';
import { itemOf } from './ask-for-look.js';

export interface SeenByPerson {
  state: ObservationState;
  at: Date;
  note?: string;
  /** a screenshot that was added as evidence */
  fileId?: Id;
}

/** Records what a person saw of a listing, with the screenshot that shows it. */
@Injectable()
export class RecordObservation {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
  ) {}

  async run(caller: Caller, complaintId: Id, itemId: Id, seen: SeenByPerson): Promise<void> {
    if (seen.at > this.journal.now()) throw later();
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      await tx.complaints.lock(complaintId);
      const item = await itemOf(tx, complaintId, itemId);
      if (seen.fileId !== undefined) await tx.evidenceFiles.get(seen.fileId);
      const earlier = await observationsOf(tx, item);
      const look = { ...unseen, state: seen.state, at: seen.at, note: seen.note ?? null, fileId: seen.fileId ?? null };
      const { id } = await addObservation(tx, this.journal, { item, earlier, actor: caller.actor }, look);
      this.journal.audit(tx, caller.actor, 'listing.observe', itemId, { observation: id, state: seen.state });
    });
  }

  /** Everything that was seen of one listing, newest first. */
  async list(caller: Caller, complaintId: Id, itemId: Id): Promise<Observation[]> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const item = await itemOf(tx, complaintId, itemId);
      return (await observationsOf(tx, item)).toReversed();
    });
  }
}

/** What a look of a person has none of. */
const unseen = {
  source: 'person' as const,
  ground: 'seen-by-person' as const,
  finalUrl: null,
  status: null,
  etag: null,
  lastModified: null,
  sha256: null,
  fingerprint: null,
  documentId: null,
};

function later(): Fault {
  const detail = 'What was seen can’t lie in the future: correct the time.';
  return new Fault('invalid', 'observation-invalid', detail, [{ pointer: '/at', code: 'later', detail }]);
}
