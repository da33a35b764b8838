import { Injectable } from '@nestjs/common';
import { Fault } from '#libs/domain';
import type { Id, Right, RightsHolder } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from './caller.js';
import { Journal } from './journal.js';

export type NewRightsHolder = Pick<RightsHolder, 'name'> &
  Partial<Pick<RightsHolder, 'country' | 'address' | 'email' | 'phone' | 'programmes'>>;
export type NewRight = Pick<Right, 'rightsHolderId' | 'kind' | 'title'> &
  Partial<Pick<Right, 'number' | 'office' | 'classes' | 'validFrom' | 'validTo' | 'documents'>>;

/** The register of rights holders and their rights. */
@Injectable()
export class RegisterRight {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
  ) {}

  async rightsHolder(caller: Caller, given: NewRightsHolder): Promise<RightsHolder> {
    const row: RightsHolder = {
      workspaceId: caller.workspaceId,
      id: this.journal.newId(),
      name: given.name,
      country: given.country ?? null,
      address: given.address ?? null,
      email: given.email ?? null,
      phone: given.phone ?? null,
      programmes: given.programmes ?? [],
      createdAt: this.journal.now(),
    };
    return this.add(
      caller,
      row,
      (tx) => {
        tx.rightsHolders.add(row);
      },
      'rights-holder.create',
    );
  }

  async right(caller: Caller, given: NewRight): Promise<Right> {
    const row: Right = {
      workspaceId: caller.workspaceId,
      id: this.journal.newId(),
      rightsHolderId: given.rightsHolderId,
      kind: given.kind,
      title: given.title,
      number: given.number ?? null,
      office: given.office ?? null,
      classes: given.classes ?? [],
      validFrom: given.validFrom ?? null,
      validTo: given.validTo ?? null,
      documents: given.documents ?? [],
      createdAt: this.journal.now(),
    };
    return this.add(caller, row, async (tx) => this.addRight(tx, row), 'right.create');
  }

  private async addRight(tx: WorkspaceTransaction, row: Right): Promise<void> {
    if ((await tx.rightsHolders.find(row.rightsHolderId)) === null) {
      const detail = 'There is no such rights holder in this workspace.';
      throw new Fault('invalid', 'right-invalid', detail, [{ pointer: '/rightsHolderId', code: 'unknown', detail }]);
    }
    tx.rights.add(row);
  }

  private async add<Row extends { id: Id }>(
    caller: Caller,
    row: Row,
    store: (tx: WorkspaceTransaction) => void | Promise<void>,
    action: string,
  ): Promise<Row> {
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      await store(tx);
      this.journal.audit(tx, caller.actor, action, row.id);
    });
    return row;
  }
}
