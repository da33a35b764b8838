import type { DecidedOutcome } from './item.js';
import type { ReasonCode } from './refusal-reason.js';

/** Media type of the machine-readable part a platform may attach to its answer mail. */
export const structuredAnswerMediaType = 'application/vnd.redress.answer+json';

/**
 * A platform's answer in the shape both sides agreed on. Listings not named keep waiting. It decides only where the
 * mail carries the reply token of the attempt and comes from a domain of the platform's profile; else a person confirms.
 */
export interface StructuredAnswer {
  version: 1;
  /** the complaint's reference, e.g. `RD-2026-00012` */
  reference: string;
  caseNumber?: string;
  kind: 'acknowledgement' | 'needs-info' | 'decision';
  decisions?: { url: string; outcome: DecidedOutcome; statedReason?: ReasonCode; text?: string }[];
  text?: string;
}
