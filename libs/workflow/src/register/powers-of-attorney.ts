import { Injectable } from '@nestjs/common';
import { Fault } from '#libs/domain';
import type { FieldFault, Id, PowerOfAttorney } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { Journal } from '../journal.js';
import { Rulebook } from '../rulebook.js';

export type PowerEntry = Pick<PowerOfAttorney, 'agent' | 'validFrom'> &
  Partial<Pick<PowerOfAttorney, 'rightIds' | 'platforms' | 'validTo' | 'fileId'>>;

/** Powers of attorney that rights holders gave: recorded, and revoked; what was recorded is never changed. */
@Injectable()
export class PowersOfAttorney {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
  ) {}

  /** @throws Fault `power-invalid` naming each field that contradicts itself or names what does not exist */
  async record(caller: Caller, rightsHolderId: Id, entry: PowerEntry): Promise<PowerOfAttorney> {
    const row: PowerOfAttorney = {
      workspaceId: caller.workspaceId,
      id: this.journal.newId(),
      rightsHolderId,
      agent: entry.agent,
      rightIds: entry.rightIds ?? [],
      platforms: entry.platforms ?? [],
      validFrom: entry.validFrom,
      validTo: entry.validTo ?? null,
      revokedAt: null,
      fileId: entry.fileId ?? null,
      createdAt: this.journal.now(),
    };
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      await tx.rightsHolders.get(rightsHolderId);
      const faults = await this.faults(tx, row);
      if (faults.length > 0)
        throw new Fault('invalid', 'power-invalid', 'The power of attorney can’t be recorded as it is.', faults);
      tx.powers.add(row);
      this.journal.audit(tx, caller.actor, 'power-of-attorney.record', row.id, { rightsHolderId });
    });
    return row;
  }

  /** From now on it covers nothing; revoking it again changes nothing. */
  async revoke(caller: Caller, rightsHolderId: Id, id: Id): Promise<PowerOfAttorney> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const power = await tx.powers.lock(id);
      if (power.rightsHolderId !== rightsHolderId)
        throw new Fault('not-found', 'power-of-attorney-not-found', 'This rights holder gave no such power.');
      if (power.revokedAt !== null) return power;
      const revokedAt = this.journal.now();
      await tx.powers.change(id, { revokedAt });
      this.journal.audit(tx, caller.actor, 'power-of-attorney.revoke', id);
      return { ...power, revokedAt };
    });
  }

  private async faults(tx: WorkspaceTransaction, power: PowerOfAttorney): Promise<FieldFault[]> {
    const faults: FieldFault[] = [];
    const fault = (pointer: string, detail: string): void => void faults.push({ pointer, code: 'invalid', detail });
    if (power.validTo !== null && power.validTo < power.validFrom)
      fault('/validTo', 'The power ends before it begins: correct one of the two dates.');
    for (const [position, id] of power.rightIds.entries()) {
      if ((await tx.rights.find(id))?.rightsHolderId !== power.rightsHolderId)
        fault(`/rightIds/${position}`, 'There is no such right of this rights holder.');
    }
    power.platforms.forEach((slug, position) => {
      if (this.rulebook.find(slug) === null) fault(`/platforms/${position}`, `There is no platform "${slug}".`);
    });
    if (power.fileId !== null && (await tx.evidenceFiles.find(power.fileId)) === null)
      fault('/fileId', 'There is no such file in this workspace: add it first (POST /api/v1/files).');
    return faults;
  }
}
