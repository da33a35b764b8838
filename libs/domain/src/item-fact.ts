import type { Attribution } from './filing-error.js';
import type { ItemOutcome } from './item.js';
import type { Justification } from './justification.js';
import type { MaterialChange } from './complaint.js';
import type { Ground, RightKind } from './right.js';

/**
 * One row of the analysis table (items.csv): everything the measures read of one item, and nothing else. Null = unknown.
 * Names follow the columns of the file, in camel case.
 */
export interface ItemFact {
  itemId: string;
  complaintId: string;
  rightsHolder: string;
  seller: string | null;
  platform: string;
  rightKind: RightKind;
  ground: Ground;
  programmeMember: boolean;
  /** the notice satisfied its regime's checklist */
  complete: boolean;
  /** not a resubmission or appeal */
  firstInstance: boolean;
  resubmissionOf: string | null;
  materialChange: MaterialChange | null;
  equivalenceGroup: string | null;
  readyAt: Date | null;
  deliveredAt: Date | null;
  prevented: boolean;
  stalled: boolean;
  errorAttribution: Attribution | null;
  outcome: ItemOutcome;
  decidedAt: Date | null;
  withdrawnAt: Date | null;
  statedReason: string | null;
  assessedReason: string | null;
  falseDeficiency: boolean | null;
  /** the justification of this item's decision is coded */
  coded: boolean;
  justification: Justification;
  boilerplate: boolean | null;
  lastSeenUp: Date | null;
  firstSeenDown: Date | null;
  relistedAt: Date | null;
}
