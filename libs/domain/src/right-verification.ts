import type { Id } from './id.js';

export const verificationStatuses = ['not-submitted', 'pending', 'verified', 'rejected'] as const;
export type VerificationStatus = (typeof verificationStatuses)[number];

/** Where a right stands with a platform's verification desk (Alibaba's IPP takes no complaint before it has verified the right). */
export interface RightVerification {
  workspaceId: Id;
  id: Id;
  rightId: Id;
  /** the platform's slug, or the desk that several platforms share (`gate.desk` of their profiles) */
  desk: string;
  status: VerificationStatus;
  /** calendar date since when it stands so */
  since: string;
  /** what the desk said, e.g. why it rejected the right */
  note: string | null;
  recordedBy: string;
  recordedAt: Date;
}

/** The desk of a platform: its own slug, where it shares none. */
export const deskOf = (platform: { slug: string; gate: { desk?: string } }): string =>
  platform.gate.desk ?? platform.slug;
