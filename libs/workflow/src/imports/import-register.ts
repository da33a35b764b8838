import { Injectable } from '@nestjs/common';
import { rightKindsOfGround } from '#libs/domain';
import type { Right, RightsHolder } from '#libs/domain';
import type { ListingRow } from '#libs/imports';
import type { Caller } from '../caller.js';
import { RegisterRight } from '../register/register-right.js';
import { RegisterRightsHolder } from '../register/register-rights-holder.js';
import { unnamedWorksOf } from './row-resolver.js';

/** Enters what a row names and the register does not hold yet, where the import was asked to. */
@Injectable()
export class ImportRegister {
  constructor(
    private readonly rightsHolders: RegisterRightsHolder,
    private readonly rights: RegisterRight,
  ) {}

  async enter(
    caller: Caller,
    row: ListingRow,
    known: RightsHolder | null,
  ): Promise<{ holder: RightsHolder; right: Right }> {
    const holder = known ?? (await this.rightsHolders.enter(caller, { name: row.rightsHolder }));
    const [kind = 'copyright'] = rightKindsOfGround[row.ground];
    const right = await this.rights.enter(caller, {
      rightsHolderId: holder.id,
      kind,
      title: row.right === '' ? unnamedWorksOf(holder.name) : row.right,
      ...(kind === 'copyright' ? {} : { number: row.right }),
    });
    return { holder, right };
  }
}
