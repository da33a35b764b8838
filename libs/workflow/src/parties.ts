import { Fault } from '#libs/domain';
import type { EvidenceFile, FieldFault, Id, Platform, PowerOfAttorney, Right, RightsHolder } from '#libs/domain';
import type { WorkspaceTransaction } from '#libs/persistence';
import { withUsableWays } from './http-api/accounts.js';
import type { Rulebook } from './rulebook.js';

/** The parties of a complaint and what backs them, as they stand in the register. */
export interface Parties {
  /** with the ways of filing that this workspace can go */
  platform: Platform;
  rightsHolder: RightsHolder;
  rights: Right[];
  /** powers of attorney of the rights holder; read only where an agent files for it */
  powers: PowerOfAttorney[];
  files: EvidenceFile[];
}

export interface NamedParties {
  platform: string;
  rightsHolderId: Id;
  rightIds: readonly Id[];
  evidenceFileIds: readonly Id[];
}

/** Loads what a complaint names; each name that leads nowhere, or to what is somebody else's, is told by its place. */
export async function loadParties(tx: WorkspaceTransaction, rulebook: Rulebook, named: NamedParties): Promise<Parties> {
  const platform = rulebook.find(named.platform);
  const rightsHolder = await tx.rightsHolders.find(named.rightsHolderId);
  const rights = await Promise.all(named.rightIds.map(async (id) => tx.rights.find(id)));
  const files = await Promise.all(named.evidenceFileIds.map(async (id) => tx.evidenceFiles.find(id)));
  const faults = [
    ...(platform === null
      ? [unknown('/platform', `There is no platform "${named.platform}"; GET /api/v1/platforms lists them.`)]
      : []),
    ...(rightsHolder === null ? [unknown('/rightsHolderId', 'There is no such rights holder in this workspace.')] : []),
    ...rightsFaults(rights, named.rightsHolderId),
    ...files.flatMap((file, index) => (file === null ? [unknown(`/evidence/${index}`, NO_FILE)] : [])),
  ];
  if (platform === null || rightsHolder === null || faults.length > 0)
    throw new Fault('invalid', 'complaint-invalid', 'The complaint names what does not exist.', faults);
  const powers = rightsHolder.representedByAgent ? await tx.powers.where({ rightsHolderId: rightsHolder.id }) : [];
  const usable = await withUsableWays(tx, platform);
  return { platform: usable, rightsHolder, rights: present(rights), powers, files: present(files) };
}

const present = <T>(found: readonly (T | null)[]): T[] => found.filter((each) => each !== null);

const NO_FILE = 'There is no such file in this workspace: add it first (POST /api/v1/files).';

const unknown = (pointer: string, detail: string): FieldFault => ({ pointer, code: 'unknown', detail });

const rightsFaults = (rights: readonly (Right | null)[], rightsHolderId: Id): FieldFault[] =>
  rights.flatMap((right, index) => {
    const pointer = `/rightIds/${index}`;
    if (right === null) return [unknown(pointer, 'There is no such right in this workspace.')];
    if (right.rightsHolderId === rightsHolderId) return [];
    return [{ pointer, code: 'other-owner', detail: 'This right belongs to another rights holder.' }];
  });
