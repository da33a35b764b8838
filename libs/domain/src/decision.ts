import type { Id } from './id.js';
import type { DecidedOutcome } from './item.js';
import type { Justification, JustificationLevel } from './justification.js';
import type { ReasonCode } from './refusal-reason.js';

/** How a decision came to be recorded. */
export type DecisionSource = 'structured' | 'person';

/** What the platform decided on one item. A later decision supersedes an earlier one; both are kept. */
export interface Decision {
  workspaceId: Id;
  id: Id;
  complaintId: Id;
  itemId: Id;
  replyId: Id | null;
  outcome: DecidedOutcome;
  statedReason: ReasonCode | null;
  assessedReason: ReasonCode | null;
  /** the platform says an element is missing that the stored notice contains; null where the question does not arise */
  falseDeficiency: boolean | null;
  text: string | null;
  language: string | null;
  justification: Justification;
  level: JustificationLevel | null;
  /** SHA-256 of the normalised text, for finding boilerplate */
  textHash: string | null;
  boilerplate: boolean | null;
  /** every element that decides the level is coded */
  coded: boolean;
  source: DecisionSource;
  decidedAt: Date;
  recordedAt: Date;
  recordedBy: string;
  superseded: boolean;
}
