import { Injectable } from '@nestjs/common';
import type { Id, RightsHolder } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { Journal } from '../journal.js';

type Facts = Pick<
  RightsHolder,
  'country' | 'address' | 'email' | 'phone' | 'website' | 'programmes' | 'representedByAgent'
>;
export type RightsHolderEntry = Pick<RightsHolder, 'name'> & Partial<Facts>;

const factsOf = (entry: RightsHolderEntry): Pick<RightsHolder, 'name'> & Facts => ({
  name: entry.name,
  country: entry.country ?? null,
  address: entry.address ?? null,
  email: entry.email ?? null,
  phone: entry.phone ?? null,
  website: entry.website ?? null,
  programmes: entry.programmes ?? [],
  representedByAgent: entry.representedByAgent ?? false,
});

/** Enters a rights holder in the register, or changes what stands there. */
@Injectable()
export class RegisterRightsHolder {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
  ) {}

  async enter(caller: Caller, entry: RightsHolderEntry): Promise<RightsHolder> {
    const now = this.journal.now();
    const { workspaceId } = caller;
    const row = { workspaceId, id: this.journal.newId(), ...factsOf(entry), createdAt: now, updatedAt: now };
    await this.workplace.inWorkspace(workspaceId, async (tx) => {
      tx.rightsHolders.add(row);
      this.journal.audit(tx, caller.actor, 'rights-holder.create', row.id);
      return Promise.resolve();
    });
    return row;
  }

  /** What is left out of the entry is empty afterwards. */
  async change(caller: Caller, id: Id, entry: RightsHolderEntry): Promise<RightsHolder> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const before = await tx.rightsHolders.lock(id);
      const changed = { ...factsOf(entry), updatedAt: this.journal.now() };
      const was = { name: before.name, address: before.address, representedByAgent: before.representedByAgent };
      await tx.rightsHolders.change(id, changed);
      this.journal.audit(tx, caller.actor, 'rights-holder.change', id, { was });
      return { ...before, ...changed };
    });
  }
}
