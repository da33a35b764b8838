import { Fault } from '#libs/domain';
import type {
  Complaint,
  ConfirmedStatement,
  FieldFault,
  Item,
  Platform,
  Regime,
  Right,
  RightsHolder,
  StatementKind,
} from '#libs/domain';
import { missingElements, profileFaults } from '#libs/notices';
import type { NoticeFacts } from '#libs/notices';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from './caller.js';
import type { Rulebook } from './rulebook.js';

/** The parties of a complaint, as they stand in the register. */
export interface Parties {
  platform: Platform;
  rightsHolder: RightsHolder;
  rights: Right[];
}

/** Loads the rights holder and the rights; a right that is unknown or somebody else's is named by its place. */
export async function loadParties(
  tx: WorkspaceTransaction,
  rulebook: Rulebook,
  named: { platform: string; rightsHolderId: string; rightIds: readonly string[] },
): Promise<Parties> {
  const platform = rulebook.find(named.platform);
  const rightsHolder = await tx.rightsHolders.find(named.rightsHolderId);
  const rights = await Promise.all(named.rightIds.map(async (id) => tx.rights.find(id)));
  const faults: FieldFault[] = [];
  if (platform === null)
    faults.push(unknown('/platform', `There is no platform "${named.platform}"; GET /api/v1/platforms lists them.`));
  if (rightsHolder === null)
    faults.push(unknown('/rightsHolderId', 'There is no such rights holder in this workspace.'));
  rights.forEach((right, index) => {
    if (right === null) faults.push(unknown(`/rightIds/${index}`, 'There is no such right in this workspace.'));
    else if (right.rightsHolderId !== named.rightsHolderId) {
      faults.push({
        pointer: `/rightIds/${index}`,
        code: 'other-owner',
        detail: 'This right belongs to another rights holder.',
      });
    }
  });
  if (platform === null || rightsHolder === null || faults.length > 0) {
    throw new Fault('invalid', 'complaint-invalid', 'The complaint names what does not exist.', faults);
  }
  return { platform, rightsHolder, rights: rights.filter((right) => right !== null) };
}

const unknown = (pointer: string, detail: string): FieldFault => ({ pointer, code: 'unknown', detail });

export interface Draft {
  complaint: Pick<Complaint, 'reference' | 'ground' | 'language' | 'explanation' | 'signature' | 'evidenceUrls'>;
  items: readonly Pick<Item, 'url' | 'title' | 'seller'>[];
  confirmed: Readonly<Record<StatementKind, boolean>>;
}

/** Everything a notice is made of. Where the rights holder gives no contact, the person who files is the contact. */
export function noticeFacts(
  draft: Draft,
  parties: Parties,
  regime: Regime,
  caller: Pick<Caller, 'email'>,
  at: Date,
): NoticeFacts {
  const { complaint } = draft;
  const holder = parties.rightsHolder;
  return {
    reference: complaint.reference,
    at,
    platform: parties.platform,
    regime,
    ground: complaint.ground,
    language: complaint.language,
    explanation: complaint.explanation,
    rightsHolder: holder,
    rights: parties.rights,
    items: distinctListings(draft.items),
    statements: draft.confirmed,
    signature: complaint.signature,
    contact: {
      name: complaint.signature?.name ?? holder.name,
      address: holder.address,
      phone: holder.phone,
      email: holder.email ?? caller.email,
    },
    evidenceUrls: complaint.evidenceUrls,
  };
}

/** Listings of a complaint: an item is one right × one listing, so a listing can stand in several items. */
function distinctListings(items: Draft['items']): NoticeFacts['items'] {
  const byUrl = new Map(items.map((item) => [item.url, { url: item.url, title: item.title, seller: item.seller }]));
  return [...byUrl.values()];
}

/** What keeps a notice from being filed: elements the regime asks for, and what the platform's profile refuses. */
export interface Missing {
  element: string;
  detail: string;
  hook: string;
  pointer: string;
}

export const whatIsMissing = (facts: NoticeFacts): Missing[] => [
  ...missingElements(facts).map((missing) => ({ ...missing })),
  ...profileFaults(facts).map((fault) => ({
    element: fault.code,
    detail: fault.detail,
    hook: 'platform profile',
    pointer: fault.pointer,
  })),
];

/** The Fault that names each missing element and the provision that asks for it. */
export const incomplete = (regime: Regime | null, missing: readonly Missing[]): Fault =>
  new Fault(
    'invalid',
    'complaint-incomplete',
    `The complaint can't be submitted: ${missing.length === 1 ? 'one element is' : `${missing.length} elements are`} missing${
      regime === null ? '' : ` (${regime.citation})`
    }.`,
    missing.map(({ element, detail, hook, pointer }) => ({ pointer, code: element, detail, hook })),
  );

/** The statements as shown to the person who confirmed them. */
export const confirmedStatements = (
  regime: Regime,
  draft: Pick<Draft, 'confirmed' | 'complaint'>,
  confirmedBy: string,
  at: Date,
): ConfirmedStatement[] =>
  regime.statements
    .filter((statement) => draft.confirmed[statement.kind])
    .map((statement) => ({
      kind: statement.kind,
      wording: statement.wording[draft.complaint.language],
      language: draft.complaint.language,
      regime: regime.id,
      regimeVersion: regime.effectiveFrom,
      confirmedBy,
      confirmedAt: at.toISOString(),
    }));

/** Confirmations a stored complaint already holds. */
export const confirmations = (statements: readonly ConfirmedStatement[]): Record<StatementKind, boolean> => {
  const kinds = new Set(statements.map((statement) => statement.kind));
  return { goodFaith: kinds.has('goodFaith'), accuracy: kinds.has('accuracy'), authority: kinds.has('authority') };
};
