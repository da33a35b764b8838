import { fitsInMail } from '#libs/channels';
import { Fault, mailBytesOf, waysOf } from '#libs/domain';
import type { Complaint, ConfirmedStatement, FieldFault, Item, Regime, StatementKind } from '#libs/domain';
import { missingElements, profileFaults } from '#libs/notices';
import type { NoticeFacts } from '#libs/notices';
import type { Caller } from './caller.js';
import type { Parties } from './parties.js';

export interface Draft {
  complaint: Pick<
    Complaint,
    'reference' | 'ground' | 'language' | 'explanation' | 'signature' | 'evidenceUrls' | 'goodsClasses'
  >;
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
    evidenceFiles: parties.files,
    goodsClasses: complaint.goodsClasses,
    powers: parties.powers,
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
  ...[...profileFaults(facts), ...mailFaults(facts)].map((fault) => ({
    element: fault.code,
    detail: fault.detail,
    hook: 'platform profile',
    pointer: fault.pointer,
  })),
];

/**
 * A notice too large for one mail goes in several, but a file is never cut: one that fits in no mail stops the complaint here,
 * where it can still be mended.
 */
function mailFaults({ platform, ground, evidenceFiles }: NoticeFacts): FieldFault[] {
  if (waysOf(platform, ground)[0]?.kind !== 'email') return [];
  const mailBytes = mailBytesOf(platform, ground);
  const mebibytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
  return evidenceFiles
    .filter((file) => !fitsInMail(file, mailBytes))
    .map(({ name, size }) => ({
      code: 'evidence-file-too-large',
      detail: `"${name}" has ${mebibytes(size)}, and grows by 37 in 100 in a mail, which may have ${mebibytes(mailBytes)}. Make it smaller, or remove it.`,
      pointer: '/evidence',
    }));
}

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
  draft: Pick<Draft, 'confirmed'> & { complaint: Pick<Complaint, 'language'> },
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
