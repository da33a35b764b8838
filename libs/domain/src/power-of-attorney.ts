import type { Id } from './id.js';

/** Leave given to an agent to act for a rights holder. Dates are calendar dates, `YYYY-MM-DD`, both inclusive. */
export interface PowerOfAttorney {
  workspaceId: Id;
  id: Id;
  rightsHolderId: Id;
  /** who may act */
  agent: string;
  /** the rights it covers; empty = every right of the rights holder */
  rightIds: Id[];
  /** platforms (slugs) it covers; empty = all */
  platforms: string[];
  validFrom: string;
  /** null = until it is revoked */
  validTo: string | null;
  revokedAt: Date | null;
  /** the signed paper among the evidence files */
  fileId: Id | null;
  createdAt: Date;
}

/** Whether the power covers a filing: this right, with this platform, on this calendar day. */
export const covers = (power: PowerOfAttorney, filing: { rightId: Id; platform: string; day: string }): boolean =>
  power.revokedAt === null &&
  power.validFrom <= filing.day &&
  (power.validTo === null || power.validTo >= filing.day) &&
  (power.rightIds.length === 0 || power.rightIds.includes(filing.rightId)) &&
  (power.platforms.length === 0 || power.platforms.includes(filing.platform));
