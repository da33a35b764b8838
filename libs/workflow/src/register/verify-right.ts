import { Injectable } from '@nestjs/common';
import { Fault, deskOf } from '#libs/domain';
import type { Id, RightVerification } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { Journal } from '../journal.js';
import { Rulebook } from '../rulebook.js';

export type VerificationEntry = Pick<RightVerification, 'status' | 'since'> & { note?: string | null };

/** Records where a right stands with a platform's verification desk, as the desk told the person who asks. */
@Injectable()
export class VerifyRight {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
  ) {}

  /** @param desk a platform's slug, or the id of a desk that platforms share */
  async run(caller: Caller, rightId: Id, desk: string, entry: VerificationEntry): Promise<RightVerification> {
    if (!this.desks().has(desk)) {
      const known = [...this.desks()].join(', ');
      const detail = `No platform's profile names the verification desk "${desk}". Desks: ${known}.`;
      throw new Fault('not-found', 'desk-not-found', detail);
    }
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      await tx.rights.lock(rightId);
      const [known] = await tx.verifications.where({ rightId, desk });
      const facts = {
        status: entry.status,
        since: entry.since,
        note: entry.note ?? null,
        recordedBy: caller.actor.name,
        recordedAt: this.journal.now(),
      };
      const row = { workspaceId: tx.workspaceId, id: known?.id ?? this.journal.newId(), rightId, desk, ...facts };
      if (known === undefined) tx.verifications.add(row);
      else await tx.verifications.change(known.id, facts);
      this.journal.audit(tx, caller.actor, 'right.verification', rightId, { desk, status: entry.status });
      return row;
    });
  }

  private desks(): Set<string> {
    return new Set(this.rulebook.platforms.map(deskOf));
  }
}
