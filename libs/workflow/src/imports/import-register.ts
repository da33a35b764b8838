import { Injectable } from '@nestjs/common';
import { rightKindsOfGround } from '#libs/domain';
import type { Right, RightsHolder } from '#libs/domain';
import type { ListingRow } from '#libs/imports';
import { Workplace, lockRegister } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { RegisterRight } from '../register/register-right.js';
import { RegisterRightsHolder } from '../register/register-rights-holder.js';
import { unnamedWorksOf } from './row-resolver.js';
import type { RowResolver } from './row-resolver.js';

/** Enters what a row names and the register does not hold yet, where the import was asked to. */
@Injectable()
export class ImportRegister {
  constructor(
    private readonly workplace: Workplace,
    private readonly rightsHolders: RegisterRightsHolder,
    private readonly rights: RegisterRight,
  ) {}

  /** One import at a time enters names, and looks again before it does: another may have entered them meanwhile. */
  async enter(caller: Caller, row: ListingRow, resolver: RowResolver): Promise<{ holder: RightsHolder; right: Right }> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      await lockRegister(tx);
      resolver.forgetUnknown();
      const known = await resolver.parties(tx, row);
      const holder = known.holder ?? (await this.rightsHolders.enter(caller, { name: row.rightsHolder }));
      const right = known.right ?? (await this.right(caller, row, holder));
      resolver.forgetUnknown();
      return { holder, right };
    });
  }

  private async right(caller: Caller, row: ListingRow, holder: RightsHolder): Promise<Right> {
    const [kind = 'copyright'] = rightKindsOfGround[row.ground];
    return this.rights.enter(caller, {
      rightsHolderId: holder.id,
      kind,
      title: row.right === '' ? unnamedWorksOf(holder.name) : row.right,
      ...(kind === 'copyright' ? {} : { number: row.right }),
    });
  }
}
