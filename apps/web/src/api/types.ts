/**
 * The shapes of /api/v1, written by hand until they are generated from docs/openapi.json.
 * Instants are ISO 8601 in UTC, calendar dates `YYYY-MM-DD`, identifiers UUIDv7, proportions between 0 and 1.
 */
import type {
  AttemptState,
  ComplaintStatus,
  DeadlineKind,
  DecidedOutcome,
  Ground,
  ItemOutcome,
  ItemStatus,
  Justification,
  JustificationElement,
  JustificationLevel,
  Language,
  MatchSign,
  PlatformKind,
  ReplyKind,
  ReplyState,
  RightKind,
  StatementKind,
  TimelineKind,
  Words,
} from './vocabulary.js';

export type * from './figures.js';
export type * from './requests.js';
export type * from './vocabulary.js';

export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

export interface FieldProblem {
  /** JSON pointer of the field in the request's body */
  pointer: string;
  code: string;
  detail: string;
  /** the legal provision that asks for this element */
  hook?: string;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  requestId: string;
  errors?: FieldProblem[];
}

export interface WorkspaceView {
  id: string;
  name: string;
  slug: string;
  simulated: boolean;
}

export interface SessionView {
  person: { id: string; name: string; email: string };
  workspace: WorkspaceView;
  workspaces: WorkspaceView[];
  /** no mail leaves the machine */
  safeMode: boolean;
  waiting: { triage: number; needsHuman: number; overdue: number };
}

export interface PlatformGround {
  ground: Ground;
  rightKinds: RightKind[];
  regime: { id: string; version: string; name: Words; citation: string };
  elements: { id: string; hook: string; label: Words; remedy: Words }[];
  statements: { kind: StatementKind; wording: Words }[];
}

export interface PlatformView {
  slug: string;
  name: string;
  kind: PlatformKind;
  country: string | null;
  simulated: boolean;
  languages: Language[];
  channels: { kind: 'email' | 'guided-form'; address?: string; url?: string }[];
  limits: { itemsPerComplaint?: number; rightsPerComplaint?: number; explanationLength?: number };
  clocks: { acknowledgeWithinDays?: number; decideWithinDays?: number };
  listingHosts: string[];
  grounds: PlatformGround[];
  sources: { title: string; url?: string; date: string }[];
}

export interface RightsHolderView {
  id: string;
  name: string;
  country: string | null;
  address: string | null;
  email: string | null;
  phone: string | null;
  programmes: string[];
}

export interface RightView {
  id: string;
  rightsHolderId: string;
  kind: RightKind;
  title: string;
  number: string | null;
  office: string | null;
  classes: number[];
  validFrom: string | null;
  validTo: string | null;
  documents: string[];
}

export interface DecisionView {
  id: string;
  itemId: string;
  replyId: string | null;
  outcome: DecidedOutcome;
  statedReason: string | null;
  statedReasonSays: string | null;
  text: string | null;
  language: string | null;
  justification: Justification;
  level: JustificationLevel | null;
  falseDeficiency: boolean | null;
  coded: boolean;
  source: 'structured' | 'person';
  decidedAt: string;
}

export interface ItemView {
  id: string;
  rightId: string;
  url: string;
  title: string | null;
  seller: string | null;
  status: ItemStatus;
  outcome: ItemOutcome;
  deliveredAt: string | null;
  decidedAt: string | null;
  decision: DecisionView | null;
}

export interface ComplaintRow {
  id: string;
  reference: string;
  platform: string;
  platformName: string;
  rightsHolderId: string;
  rightsHolder: string;
  ground: Ground;
  status: ComplaintStatus;
  simulated: boolean;
  createdAt: string;
  submittedAt: string | null;
  overdue: boolean;
  items: number;
  outcomes: Partial<Record<ItemOutcome, number>>;
  firstUrl: string | null;
}

export interface AttemptView {
  id: string;
  channel: string;
  state: AttemptState;
  tries: number;
  messageId: string | null;
  recipient: string | null;
  code: string | null;
  codeSays: string | null;
  message: string | null;
  /** a resend followed an unknown outcome: the platform may hold two copies */
  possibleRepeat: boolean;
  queuedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  nextTryAt: string | null;
  /** the exact bytes sent */
  documentId: string | null;
  proof: { transport: string; sha256: string | null; conversation: string[]; answer: string | null } | null;
}

export interface FilingErrorView {
  id: string;
  code: string;
  says: string;
  attribution: 'platform' | 'us' | 'network' | 'unknown';
  message: string;
  url: string | null;
  occurredAt: string;
  recordedBy: string;
}

export interface ReplySuggestion {
  kind: ReplyKind;
  confidence: number;
  outcome?: DecidedOutcome;
  listings?: { url: string; outcome: DecidedOutcome }[];
  bounce?: { permanent: boolean; reason: string; status: string | null; recipient: string | null };
  statedReason?: string;
  justification?: Justification;
  justificationBecause?: Partial<Record<JustificationElement, string>>;
  caseNumber?: string;
  language?: string;
  structured: boolean;
  because: string[];
}

export interface ReplyRow {
  id: string;
  complaintId: string | null;
  reference: string | null;
  platform: string | null;
  platformName: string | null;
  sender: string | null;
  subject: string | null;
  text: string;
  language: string | null;
  via: string;
  state: ReplyState;
  match: { complaintId: string; by: MatchSign; confidence: number } | null;
  suggestion: ReplySuggestion | null;
  receivedAt: string;
  documentId: string;
}

export interface DeadlineView {
  id: string;
  kind: DeadlineKind;
  runsAgainst: 'platform' | 'complainant';
  hook: string;
  dueAt: string;
  state: 'open' | 'met' | 'missed' | 'cancelled';
}

export interface TimelineView {
  id: string;
  at: string;
  recordedAt: string;
  actor: { kind: 'person' | 'api-key' | 'platform' | 'system'; id: string; name: string };
  kind: TimelineKind;
  data: Record<string, unknown>;
}

export interface MissingElement {
  element: string;
  hook: string;
  detail: string;
  pointer: string;
}

export interface ComplaintView extends Omit<ComplaintRow, 'items'> {
  language: Language;
  explanation: string;
  rightIds: string[];
  rights: RightView[];
  regime: string | null;
  regimeVersion: string | null;
  statements: { kind: StatementKind; wording: string; confirmedBy: string; confirmedAt: string }[];
  signature: { name: string; capacity: string } | null;
  evidence: string[];
  caseNumber: string | null;
  materialChange: string | null;
  resubmissionOf: string | null;
  items: ItemView[];
  missing: MissingElement[];
  attempts: AttemptView[];
  filingErrors: FilingErrorView[];
  replies: ReplyRow[];
  deadlines: DeadlineView[];
  timeline: TimelineView[];
  moves: ('submit' | 'withdraw')[];
}

export interface ComplaintCreated {
  id: string;
  reference: string;
  status: ComplaintStatus;
  items: { id: string; status: ItemStatus; outcome: ItemOutcome }[];
  missing: MissingElement[];
}

export interface ReplyDetail extends ReplyRow {
  complaint: ComplaintView | null;
  notice: { subject: string; text: string } | null;
}

export type TriageTab = 'waiting' | 'unmatched' | 'automatic' | 'bounces';
export interface TriagePage extends Page<ReplyRow> {
  counts: Record<TriageTab, number>;
}

export interface MailView {
  id: string;
  direction: 'out';
  from: string;
  to: string[];
  subject: string;
  at: string;
  complaintId: string | null;
  reference: string | null;
  documentId: string;
  text: string;
}
