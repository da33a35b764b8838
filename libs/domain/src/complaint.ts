import type { Id } from './id.js';
import { lifecycle } from './lifecycle.js';
import type { Language } from './language.js';
import type { StatementKind } from './regime.js';
import type { Ground } from './right.js';
import type { Actor } from './timeline.js';

export const complaintStatuses = [
  'draft',
  'awaiting-approval',
  'queued',
  'filing',
  'needs-human',
  'prevented',
  'filed',
  'acknowledged',
  'needs-info',
  'decided',
  'silent',
  'withdrawn',
] as const;
export type ComplaintStatus = (typeof complaintStatuses)[number];

/**
 * Where a complaint stands. `prevented` can still be filed by a later attempt or through another channel, and a reply
 * can arrive to a filing whose outcome we never learned (`needs-human` after an unknown attempt).
 */
export const complaintLifecycle = lifecycle<ComplaintStatus>('complaint', 'draft', {
  draft: ['awaiting-approval', 'queued', 'withdrawn'],
  'awaiting-approval': ['draft', 'queued', 'withdrawn'],
  queued: ['filing', 'needs-human', 'withdrawn'],
  filing: ['queued', 'filed', 'needs-human', 'prevented'],
  'needs-human': ['queued', 'filed', 'acknowledged', 'needs-info', 'decided', 'prevented', 'withdrawn'],
  prevented: ['queued', 'filed', 'acknowledged', 'needs-info', 'decided', 'withdrawn'],
  filed: ['acknowledged', 'needs-info', 'decided', 'silent', 'prevented', 'withdrawn'],
  acknowledged: ['needs-info', 'decided', 'silent', 'withdrawn'],
  'needs-info': ['acknowledged', 'decided', 'silent', 'withdrawn'],
  silent: ['acknowledged', 'needs-info', 'decided', 'withdrawn'],
  decided: ['withdrawn'],
  withdrawn: [],
});

/**
 * Where a complaint stands again once the decision that closed it was taken back. No move of its own: an acknowledgement
 * or a question that is read late opens nothing that was decided.
 */
export const reopened = (acknowledged: boolean): ComplaintStatus => (acknowledged ? 'acknowledged' : 'filed');

/** A statement as the person saw and confirmed it. */
export interface ConfirmedStatement {
  kind: StatementKind;
  wording: string;
  language: Language;
  regime: string;
  regimeVersion: string;
  confirmedBy: string;
  confirmedAt: string;
}

export interface Signature {
  name: string;
  capacity: string;
}

export const materialChanges = ['none', 'evidence', 'ground', 'scope'] as const;
export type MaterialChange = (typeof materialChanges)[number];

/** A person or program that signs for something, with the address that tells two accounts of one person apart from two people. */
export interface Submitter extends Actor {
  email: string | null;
}

/** One filing with a platform. */
export interface Complaint {
  workspaceId: Id;
  id: Id;
  reference: string;
  platform: string;
  rightsHolderId: Id;
  rightIds: Id[];
  ground: Ground;
  /** the regime and version the notice was checked against; null while a draft */
  regime: string | null;
  regimeVersion: string | null;
  language: Language;
  explanation: string;
  status: ComplaintStatus;
  statements: ConfirmedStatement[];
  signature: Signature | null;
  evidenceUrls: string[];
  evidenceFileIds: Id[];
  /** Nice classes of the goods offered, as far as the person who files says */
  goodsClasses: number[];
  /** why listings are reported again that are under complaint or were refused */
  renewedBecause: string | null;
  /** SHA-256 of what the platform is told (canonical JSON); equal payloads are equivalence group E0 */
  payloadHash: string | null;
  programmeMember: boolean;
  resubmissionOf: Id | null;
  materialChange: MaterialChange | null;
  /** true where the complaint was made by a simulation; never mixed with real figures unmarked */
  simulated: boolean;
  createdBy: string;
  /** the import it came from */
  importId: Id | null;
  /** who confirmed and submitted it, and who approved it where the workspace asks for a second person */
  submitter: Submitter | null;
  approver: Submitter | null;
  approvedAt: Date | null;
  /** address of the person who filed: the contact of last resort in the notice */
  filerEmail: string | null;
  createdAt: Date;
  submittedAt: Date | null;
  caseNumber: string | null;
}
