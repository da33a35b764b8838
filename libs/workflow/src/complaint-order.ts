import { createHash } from 'node:crypto';
import { Fault, grounds } from '#libs/domain';
import type { Complaint, Ground, Id, Item, Language, Signature, StatementKind } from '#libs/domain';
import type { Caller } from './caller.js';
import type { Journal } from './journal.js';
import type { NamedParties, Parties } from './parties.js';
import type { Rulebook } from './rulebook.js';

/** A complaint as a person or program states it. */
export interface ComplaintOrder {
  platform: string;
  rightsHolderId: Id;
  rightIds: Id[];
  ground: Ground;
  language?: Language;
  explanation: string;
  items: { url: string; title?: string | null; seller?: string | null; price?: string | null }[];
  statements: Partial<Record<StatementKind, boolean>>;
  signature?: Signature | null;
  evidenceUrls?: string[];
  evidenceFileIds?: Id[];
  goodsClasses?: number[];
  /** why listings are reported again that are under complaint or were refused */
  renewedBecause?: string | null;
}

/** What names the parties of an order. */
export const partiesOf = (order: ComplaintOrder): NamedParties => ({
  platform: order.platform,
  rightsHolderId: order.rightsHolderId,
  rightIds: order.rightIds,
  evidenceFileIds: order.evidenceFileIds ?? [],
});

type Content = Pick<
  Complaint,
  | 'platform'
  | 'rightsHolderId'
  | 'rightIds'
  | 'ground'
  | 'language'
  | 'explanation'
  | 'signature'
  | 'evidenceUrls'
  | 'evidenceFileIds'
  | 'goodsClasses'
  | 'renewedBecause'
  | 'programmeMember'
>;

/** What a complaint says, as far as the person or program that files decides it. */
export const contentOf = (order: ComplaintOrder, { platform, rightsHolder, rights, files }: Parties): Content => ({
  platform: platform.slug,
  rightsHolderId: rightsHolder.id,
  rightIds: rights.map((right) => right.id),
  ground: order.ground,
  language: order.language ?? platform.languages[0] ?? 'en',
  explanation: order.explanation,
  signature: order.signature ?? null,
  evidenceUrls: order.evidenceUrls ?? [],
  evidenceFileIds: files.map((file) => file.id),
  goodsClasses: order.goodsClasses ?? [],
  renewedBecause: order.renewedBecause ?? null,
  programmeMember: rightsHolder.programmes.includes(platform.slug),
});

/** A new complaint that says so, a draft as yet. */
export function newComplaint(
  journal: Journal,
  caller: Caller,
  content: Content,
  given: Pick<Complaint, 'reference' | 'simulated' | 'importId'>,
): Complaint {
  return {
    workspaceId: caller.workspaceId,
    id: journal.newId(),
    ...content,
    ...given,
    regime: null,
    regimeVersion: null,
    status: 'draft',
    statements: [],
    payloadHash: null,
    resubmissionOf: null,
    materialChange: null,
    createdBy: caller.actor.name,
    submitter: null,
    approver: null,
    approvedAt: null,
    filerEmail: caller.email,
    createdAt: journal.now(),
    submittedAt: null,
    caseNumber: null,
  };
}

/** One item for each right × listing. */
export const itemsOf = (
  journal: Journal,
  rulebook: Rulebook,
  complaint: Complaint,
  listings: ComplaintOrder['items'],
): Item[] =>
  complaint.rightIds
    .flatMap((rightId) => listings.map((listing) => ({ rightId, listing })))
    .map(({ rightId, listing }, position) => ({
      workspaceId: complaint.workspaceId,
      id: journal.newId(),
      complaintId: complaint.id,
      rightId,
      position,
      url: listing.url.trim(),
      listingKey: rulebook.listingKey(listing.url, complaint.platform),
      title: listing.title ?? null,
      seller: listing.seller ?? null,
      price: listing.price ?? null,
      status: 'draft',
      outcome: 'pending',
      equivalenceGroup: equivalenceGroup(complaint, rightId, listing.title ?? null),
      readyAt: null,
      deliveredAt: null,
      prevented: false,
      stalled: false,
      errorAttribution: null,
      decidedAt: null,
      withdrawnAt: null,
      lastSeenUp: null,
      firstSeenDown: null,
      relistedAt: null,
      lookedAt: null,
      nextLookAt: null,
      lookAskedAt: null,
    }));

/** Items alike but for their listing: same right, platform, ground, programme status and title (case and spacing aside). */
function equivalenceGroup(complaint: Complaint, rightId: Id, title: string | null): string | null {
  const words = title?.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim() ?? '';
  if (words === '') return null;
  const same = [complaint.platform, rightId, complaint.ground, complaint.programmeMember, words];
  return createHash('sha256').update(JSON.stringify(same)).digest('hex').slice(0, 16);
}

export function groundNotAccepted(ground: Ground, { platform }: Pick<Parties, 'platform'>): Fault {
  const accepted = grounds.filter((each) => platform.grounds[each] !== undefined).join(', ');
  const detail = `${platform.name} does not take complaints on the ground "${ground}". It takes: ${accepted}.`;
  return new Fault('invalid', 'complaint-invalid', detail, [
    { pointer: '/ground', code: 'ground-not-accepted', detail },
  ]);
}
