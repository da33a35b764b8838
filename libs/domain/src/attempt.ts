import type { Attribution, ErrorCode } from './filing-error.js';
import type { Id } from './id.js';
import { lifecycle } from './lifecycle.js';
import type { ChannelKind } from './platform.js';

export const attemptStates = [
  'queued',
  'sending',
  'delivered',
  'prevented',
  'needs-human',
  'unknown',
  'cancelled',
] as const;
export type AttemptState = (typeof attemptStates)[number];

/**
 * One try to deliver a notice. A transient failure returns the attempt to `queued` (its `tries` grow); `unknown` is left
 * only by a sign (a bounce, an answer) or by a person, never by a blind retry.
 */
export const attemptLifecycle = lifecycle<AttemptState>('attempt', 'queued', {
  queued: ['sending', 'cancelled'],
  sending: ['queued', 'delivered', 'prevented', 'needs-human', 'unknown'],
  unknown: ['delivered', 'prevented', 'queued'],
  'needs-human': ['delivered', 'prevented', 'cancelled'],
  delivered: ['prevented'],
  prevented: ['queued'],
  cancelled: [],
});

/** How a notice left (or did not): what was said on the wire, without secrets, and the hash of the bytes sent. */
export interface DeliveryProof {
  /** what carried it, e.g. `smtp`, `dev-mailbox`, `person` */
  transport: string;
  /** SHA-256 (hex) of the exact bytes handed over, where bytes were */
  sha256: string | null;
  /** the conversation, one line each, secrets removed */
  conversation: readonly string[];
  /** what the recipient's side answered last, e.g. `250 2.0.0 Ok: queued as 4F3` */
  answer: string | null;
  /** addresses that refused a notice others took, or from which it came back */
  refused?: readonly RefusedRecipient[];
  /** the mails of a notice that was too large for one, the notice itself first */
  parts?: readonly PartProof[];
}

export interface RefusedRecipient {
  recipient: string;
  code: ErrorCode;
  attribution: Attribution;
  /** what its server said */
  answer: string;
}

/** What became of one mail of a notice that was sent in several. */
export interface PartProof {
  messageId: string;
  sha256: string;
  /** names of the evidence files in it */
  files: readonly string[];
  outcome: 'accepted' | 'prevented' | 'unknown';
  code: ErrorCode | null;
  attribution: Attribution | null;
  /** what was answered, or what went wrong */
  answer: string | null;
  documentId?: Id;
  /** http-api: the platform's number of what it accepted */
  reference?: string;
}

/** The three-valued outcome of handing a notice over, plus what only a person can do. */
export type DeliveryOutcome =
  | { kind: 'delivered'; reference: string | null; proof: DeliveryProof }
  | {
      kind: 'prevented';
      code: ErrorCode;
      attribution: Attribution;
      message: string;
      /** true: trying again can succeed; false: this channel is closed for this notice */
      retry: boolean;
      /** the other side asked not to come back before (Retry-After) */
      retryAfter?: Date;
      proof: DeliveryProof;
    }
  | { kind: 'needs-human'; code: ErrorCode | null; what: string; proof: DeliveryProof }
  | { kind: 'unknown'; code: ErrorCode; message: string; proof: DeliveryProof };

/**
 * Why a queued attempt waits without having been tried: `paused` by a person, `outage` of the channel, `pace` the platform asks
 * for, `turn` behind others of its platform.
 */
export const waitReasons = ['paused', 'outage', 'pace', 'turn'] as const;
export type WaitReason = (typeof waitReasons)[number];

export interface Attempt {
  workspaceId: Id;
  id: Id;
  complaintId: Id;
  channel: ChannelKind;
  state: AttemptState;
  /** how often sending was begun */
  tries: number;
  /** grows with every claim; an outcome is recorded only where it still matches */
  fence: number;
  leaseUntil: Date | null;
  /** deterministic, `<attempt id@domain>`, the same at every try; null until the notice was made into a message */
  messageId: string | null;
  /** where it goes: an address or several (`recipientsOf`), or the page of a form */
  recipient: string | null;
  noticeDocumentId: Id | null;
  /** what was seen while it was handed over: screenshots, trails; of the last try */
  exhibitIds: Id[];
  /** true once a resend followed an `unknown` outcome: the platform may hold two copies */
  possibleRepeat: boolean;
  code: ErrorCode | null;
  message: string | null;
  proof: DeliveryProof | null;
  reference: string | null;
  queuedAt: Date;
  nextTryAt: Date | null;
  /** null where it waits for its turn in the queue alone, or to be tried again */
  waitsFor: WaitReason | null;
  startedAt: Date | null;
  finishedAt: Date | null;
}

const BETWEEN_RECIPIENTS = ', ';

/** What stands in `recipient` for these addresses. */
export const recipientOf = (addresses: readonly string[]): string => addresses.join(BETWEEN_RECIPIENTS);

/** The addresses a mail of the attempt goes to. */
export const recipientsOf = ({ recipient }: Pick<Attempt, 'recipient'>): string[] =>
  recipient === null ? [] : recipient.split(BETWEEN_RECIPIENTS);
