import type { Id } from './id.js';
import type { DecidedOutcome } from './item.js';
import type { Justification, JustificationElement } from './justification.js';
import { lifecycle } from './lifecycle.js';
import type { ReasonCode } from './refusal-reason.js';

export const replyKinds = [
  'bounce',
  'delayed',
  'auto-reply',
  'feedback-report',
  'acknowledgement',
  'needs-info',
  'decision',
  'counter-notice',
  'other',
] as const;
export type ReplyKind = (typeof replyKinds)[number];

/** By what a reply was matched to its complaint, surest first. */
export const matchSigns = [
  'token',
  'references',
  'dsn-message-id',
  'reference',
  'case-number',
  'listing-url',
  'person',
] as const;
export type MatchSign = (typeof matchSigns)[number];

export interface ReplyMatch {
  complaintId: Id;
  attemptId: Id | null;
  by: MatchSign;
  /** 0 to 1 */
  confidence: number;
}

/** What a bounce says of the address: `permanent` false means the sending server gave up on a passing fault. */
export interface BounceFinding {
  permanent: boolean;
  reason: BounceReason;
  /** enhanced status code (RFC 3463), e.g. `5.1.1` */
  status: string | null;
  recipient: string | null;
}

export const bounceReasons = [
  'user-unknown',
  'host-unknown',
  'mailbox-full',
  'message-too-large',
  'policy',
  'spam',
  'content',
  'suspended',
  'network',
  'system',
  'expired',
  'rejected',
  'rate-limited',
  'not-accepting',
  'other',
] as const;
export type BounceReason = (typeof bounceReasons)[number];

/** What a reply decides on one listing, where it says so per listing. */
export interface ListingDecision {
  url: string;
  outcome: DecidedOutcome;
}

/** What reading a reply suggests. A suggestion until a person confirms it, unless it came through a structured channel. */
export interface ReplySuggestion {
  kind: ReplyKind;
  /** 0 to 1 */
  confidence: number;
  outcome?: DecidedOutcome;
  /** outcomes per listing where the text gives them; listings not named share `outcome` */
  listings?: ListingDecision[];
  bounce?: BounceFinding;
  statedReason?: ReasonCode;
  justification?: Justification;
  /** the words that support each element of the justification */
  justificationBecause?: Partial<Record<JustificationElement, string>>;
  caseNumber?: string;
  language?: string;
  /** true where the decision came in a machine-readable part whose shape both sides agreed on */
  structured: boolean;
  /** the words the suggestion rests on, readable by a person */
  because: string[];
}

export const replyStates = ['unmatched', 'waiting', 'automatic', 'applied', 'dismissed'] as const;
export type ReplyState = (typeof replyStates)[number];

/**
 * A raw message from the platform. `unmatched` waits for a complaint, `waiting` for a person's decision; `automatic` needs
 * nothing (acknowledgement, automatic reply, bounce already recorded). A coded reply can be taken back to `waiting`.
 */
export const replyLifecycle = lifecycle<ReplyState>('reply', 'unmatched', {
  unmatched: ['waiting', 'automatic', 'applied', 'dismissed'],
  waiting: ['applied', 'automatic', 'dismissed', 'unmatched'],
  automatic: ['unmatched', 'waiting', 'applied', 'dismissed'],
  // one message can decide on several items, each in its own way
  applied: ['applied', 'waiting'],
  dismissed: ['waiting', 'unmatched'],
});

export const replyRoutes = ['smtp', 'api', 'portal', 'webhook', 'manual'] as const;
export type ReplyRoute = (typeof replyRoutes)[number];

export interface Reply {
  workspaceId: Id;
  id: Id;
  complaintId: Id | null;
  attemptId: Id | null;
  documentId: Id;
  /** SHA-256 (hex) of the raw bytes; the same bytes twice are one reply */
  sha256: string;
  via: ReplyRoute;
  /** addresses the message came in for (SMTP envelope); they can carry the reply token */
  recipients: string[];
  messageId: string | null;
  sender: string | null;
  subject: string | null;
  /** readable text: quoted parts and signature removed; the full message is the document */
  text: string;
  language: string | null;
  state: ReplyState;
  match: ReplyMatch | null;
  suggestion: ReplySuggestion | null;
  sentAt: Date | null;
  receivedAt: Date;
  /** null until the message was parsed, matched and read */
  readAt: Date | null;
  codedBy: string | null;
  codedAt: Date | null;
}
