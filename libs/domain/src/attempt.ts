import type { Attribution, ErrorCode } from './filing-error.js';
import type { Id } from './id.js';
import { lifecycle } from './lifecycle.js';

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
      proof: DeliveryProof;
    }
  | { kind: 'needs-human'; code: ErrorCode | null; what: string; proof: DeliveryProof }
  | { kind: 'unknown'; code: ErrorCode; message: string; proof: DeliveryProof };

export interface Attempt {
  workspaceId: Id;
  id: Id;
  complaintId: Id;
  channel: string;
  state: AttemptState;
  /** how often sending was begun */
  tries: number;
  /** grows with every claim; an outcome is recorded only where it still matches */
  fence: number;
  leaseUntil: Date | null;
  /** deterministic, `<attempt id@domain>`, the same at every try; null until the notice was made into a message */
  messageId: string | null;
  recipient: string | null;
  noticeDocumentId: Id | null;
  /** true once a resend followed an `unknown` outcome: the platform may hold two copies */
  possibleRepeat: boolean;
  code: ErrorCode | null;
  message: string | null;
  proof: DeliveryProof | null;
  reference: string | null;
  queuedAt: Date;
  nextTryAt: Date | null;
  startedAt: Date | null;
  finishedAt: Date | null;
}
