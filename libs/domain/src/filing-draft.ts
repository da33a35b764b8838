import type { Id } from './id.js';
import type { Language } from './language.js';
import type { Ground } from './right.js';

/**
 * What a person has entered into the form of a complaint, complete or not. Statements and signature are never part of
 * it: they are given anew for each complaint.
 */
export interface FilingAnswers {
  platform?: string;
  ground?: Ground;
  rightsHolderId?: Id;
  rightIds?: Id[];
  /** as pasted: any text that holds addresses of listings */
  listings?: string;
  explanation?: string;
  evidenceUrls?: string[];
  evidenceFileIds?: Id[];
  goodsClasses?: number[];
  renewedBecause?: string;
  language?: Language;
}

/** A form being filled in, kept as it grows. Its owner sees it; everybody in the workspace does once it is shared. */
export interface FilingDraft {
  workspaceId: Id;
  id: Id;
  ownerId: string;
  ownerName: string;
  shared: boolean;
  /** the unsent complaint it changes; null for a new one */
  complaintId: Id | null;
  answers: FilingAnswers;
  /** grows with every save: a save made from an older one is refused */
  version: number;
  updatedAt: Date;
  /** set when it was thrown away; until it is cleared for good it can be brought back */
  discardedAt: Date | null;
}

/** Answers to begin new complaints from. */
export interface FilingTemplate {
  workspaceId: Id;
  id: Id;
  name: string;
  answers: Omit<FilingAnswers, 'listings' | 'renewedBecause'>;
  createdBy: string;
  updatedAt: Date;
}
