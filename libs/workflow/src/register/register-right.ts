import { Injectable } from '@nestjs/common';
import { Fault, rightFaults } from '#libs/domain';
import type { FieldFault, Id, OwnerStep, Right, RightDocument, RightFacts } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { Journal } from '../journal.js';

type Needed = 'rightsHolderId' | 'kind' | 'title';
export type RightEntry = Pick<RightFacts, Needed> &
  Partial<Omit<RightFacts, Needed | 'owners' | 'documents'>> & {
    owners?: readonly (Pick<OwnerStep, 'owner'> & Partial<OwnerStep>)[];
    documents?: readonly (Pick<RightDocument, 'kind' | 'title'> & Partial<RightDocument>)[];
  };

const factsOf = (entry: RightEntry): RightFacts => ({
  rightsHolderId: entry.rightsHolderId,
  kind: entry.kind,
  title: entry.title,
  ...registrationOf(entry),
  ...scopeOf(entry),
  ...papersOf(entry),
});

/** What is not stated of an owner or a paper is stored as null, not left out. */
const papersOf = ({ owners = [], documents = [] }: RightEntry): Pick<RightFacts, 'owners' | 'documents'> => ({
  owners: owners.map(({ owner, since = null, recordedAs = null }) => ({ owner, since, recordedAs })),
  documents: documents.map(({ kind, title, fileId = null, language = null }) => ({ kind, title, fileId, language })),
});

/** A right with a number is a registered one unless something else is said. */
const registrationOf = ({ registration, number = null, office = null, validFrom, validTo }: RightEntry) => ({
  registration: registration ?? (number === null ? ('unregistered' as const) : ('registered' as const)),
  number,
  office,
  validFrom: validFrom ?? null,
  validTo: validTo ?? null,
});

const scopeOf = ({ classes = [], locarno = [], covers = null, territories = [] }: RightEntry) => ({
  classes,
  locarno,
  covers,
  territories,
});

/** Enters a right in the register, or changes what stands there. */
@Injectable()
export class RegisterRight {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
  ) {}

  /** @throws Fault `right-invalid` naming each field that contradicts itself or names what does not exist */
  async enter(caller: Caller, entry: RightEntry): Promise<Right> {
    const now = this.journal.now();
    const { workspaceId } = caller;
    const row: Right = { workspaceId, id: this.journal.newId(), ...factsOf(entry), createdAt: now, updatedAt: now };
    await this.workplace.inWorkspace(workspaceId, async (tx) => {
      await refuseFaulty(tx, row);
      tx.rights.add(row);
      this.journal.audit(tx, caller.actor, 'right.create', row.id);
    });
    return row;
  }

  /** What is left out of the entry is empty afterwards; the rights holder stays. */
  async change(caller: Caller, id: Id, entry: Omit<RightEntry, 'rightsHolderId'>): Promise<Right> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const before = await tx.rights.lock(id);
      const changed = {
        ...factsOf({ ...entry, rightsHolderId: before.rightsHolderId }),
        updatedAt: this.journal.now(),
      };
      await refuseFaulty(tx, changed);
      const was = { number: before.number, validTo: before.validTo, classes: before.classes };
      await tx.rights.change(id, changed);
      this.journal.audit(tx, caller.actor, 'right.change', id, { was });
      return { ...before, ...changed };
    });
  }
}

async function refuseFaulty(tx: WorkspaceTransaction, right: RightFacts): Promise<void> {
  const faults = [...rightFaults(right), ...(await unknownParts(tx, right))];
  if (faults.length > 0) throw new Fault('invalid', 'right-invalid', 'The right can’t be entered as it is.', faults);
}

async function unknownParts(tx: WorkspaceTransaction, right: RightFacts): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  if ((await tx.rightsHolders.find(right.rightsHolderId)) === null) {
    const detail = 'There is no such rights holder in this workspace.';
    faults.push({ pointer: '/rightsHolderId', code: 'unknown', detail });
  }
  for (const [position, { fileId }] of right.documents.entries()) {
    if (fileId === null || (await tx.evidenceFiles.find(fileId)) !== null) continue;
    const detail = 'There is no such file in this workspace: add it first (POST /api/v1/files).';
    faults.push({ pointer: `/documents/${position}/fileId`, code: 'unknown', detail });
  }
  return faults;
}
