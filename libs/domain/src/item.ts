import type { Attribution } from './filing-error.js';
import type { Id } from './id.js';
import { lifecycle } from './lifecycle.js';

export const itemStatuses = ['draft', 'ready', 'filed', 'blocked', 'abandoned'] as const;
/** `blocked` = every channel was prevented by an error; `abandoned` = withdrawn by us before it was filed. */
export type ItemStatus = (typeof itemStatuses)[number];

export const itemLifecycle = lifecycle<ItemStatus>('item', 'draft', {
  draft: ['ready', 'abandoned'],
  ready: ['filed', 'blocked', 'abandoned'],
  blocked: ['filed', 'abandoned'],
  // a bounce that arrives hours later takes a filing back; where another way is left, it is filed again
  filed: ['blocked', 'ready'],
  abandoned: [],
});

export const itemOutcomes = [
  'pending',
  'removed',
  'refused',
  'partial',
  'restricted',
  'duplicate',
  'down-unattributed',
  'withdrawn',
  'countered',
  'reinstated',
  'relisted',
] as const;
export type ItemOutcome = (typeof itemOutcomes)[number];

/** What a platform can decide on an item. */
export const decidedOutcomes = ['removed', 'refused', 'partial', 'restricted', 'duplicate'] as const;
export type DecidedOutcome = (typeof decidedOutcomes)[number];

/** One right × one listing in a complaint: the unit of every figure. */
export interface Item {
  workspaceId: Id;
  id: Id;
  complaintId: Id;
  rightId: Id;
  position: number;
  url: string;
  /** what all spellings of this listing's address have in common (libs/listings); null where it is no web address */
  listingKey: string | null;
  title: string | null;
  seller: string | null;
  price: string | null;
  status: ItemStatus;
  outcome: ItemOutcome;
  /** items that are equal but for the listing: same right, ground, evidence tier, programme status */
  equivalenceGroup: string | null;
  readyAt: Date | null;
  deliveredAt: Date | null;
  prevented: boolean;
  stalled: boolean;
  errorAttribution: Attribution | null;
  decidedAt: Date | null;
  withdrawnAt: Date | null;
  lastSeenUp: Date | null;
  firstSeenDown: Date | null;
  relistedAt: Date | null;
  /** last looked at by Redress, whatever it saw */
  lookedAt: Date | null;
  /** when it is to be looked at next; null while it is not watched, or no longer */
  nextLookAt: Date | null;
  /** a person asked for a look at this instant */
  lookAskedAt: Date | null;
}
