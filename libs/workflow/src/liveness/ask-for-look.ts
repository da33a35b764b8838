import { Injectable } from '@nestjs/common';
import { Fault } from '#libs/domain';
import type { Id, Item } from '#libs/domain';
import { Workplace, looksAskedSince } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { Journal } from '../journal.js';
import { rulesOf } from '../set-rules.js';

const BETWEEN_LOOKS_MINUTES = 10;
/** Looks people of one workspace may ask for within an hour. */
const MOST_AN_HOUR = 100;

/** Asks for a look at a listing before its time; the look itself is a job, since a host may have to be waited for. */
@Injectable()
export class AskForLook {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
  ) {}

  /** @throws Fault `observing-off`, `listing-simulated`, `no-web-address`, `looked-just-now`, `too-many-looks` */
  async run(caller: Caller, complaintId: Id, itemId: Id): Promise<void> {
    const { workspaceId } = caller;
    await this.workplace.inWorkspace(workspaceId, async (tx) => {
      const complaint = await tx.complaints.get(complaintId);
      const item = await itemOf(tx, complaintId, itemId);
      if (!(await rulesOf(tx)).observing)
        throw conflict(
          'observing-off',
          'This workspace does not let Redress look at listings: turn it on in the settings, or record what you saw.',
        );
      if (complaint.simulated)
        throw conflict('listing-simulated', 'The listing is simulated: there is no page to look at.');
      if (item.listingKey === null)
        throw conflict('no-web-address', 'What was reported has no web address to look at.');
      await this.refuseTooMany(tx, item);
      await tx.items.change(itemId, { lookAskedAt: this.journal.now() });
      this.journal.owe(tx, 'observe-listing', { workspaceId, itemId });
      this.journal.audit(tx, caller.actor, 'listing.look', itemId, { url: item.url });
    });
  }

  private async refuseTooMany(tx: WorkspaceTransaction, { lookedAt, lookAskedAt }: Item): Promise<void> {
    const now = this.journal.now().getTime();
    const last = Math.max(lookedAt?.getTime() ?? 0, lookAskedAt?.getTime() ?? 0);
    if (now - last < BETWEEN_LOOKS_MINUTES * 60_000)
      throw new Fault(
        'too-many',
        'looked-just-now',
        `The listing was looked at less than ${BETWEEN_LOOKS_MINUTES} minutes ago, or is about to be.`,
      );
    if ((await looksAskedSince(tx, new Date(now - 3_600_000))) >= MOST_AN_HOUR)
      throw new Fault(
        'too-many',
        'too-many-looks',
        `This workspace asked for ${MOST_AN_HOUR} looks within an hour: wait a while.`,
      );
  }
}

const conflict = (code: string, message: string): Fault => new Fault('conflict', code, message);

/** The item, locked, where it is one of this complaint. */
export async function itemOf(tx: WorkspaceTransaction, complaintId: Id, itemId: Id): Promise<Item> {
  const item = await tx.items.lock(itemId);
  if (item.complaintId === complaintId) return item;
  throw new Fault('not-found', 'item-not-found', `There is no item ${itemId} in this complaint.`);
}
