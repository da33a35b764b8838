/** What /api/v1 takes. */
import type { DecidedOutcome, Ground, Justification, Language, RightKind, StatementKind } from './vocabulary.js';

export interface RightsHolderInput {
  name: string;
  country?: string;
  address?: string;
  email?: string;
  phone?: string;
  programmes?: string[];
}

export interface RightInput {
  rightsHolderId: string;
  kind: RightKind;
  title: string;
  number?: string;
  office?: string;
  classes?: number[];
  validFrom?: string;
  validTo?: string;
  documents?: string[];
}

export interface ComplaintInput {
  platform: string;
  rightsHolderId: string;
  rightIds: string[];
  ground: Ground;
  language?: Language;
  explanation: string;
  items: { url: string; title?: string; seller?: string; price?: string }[];
  evidence?: string[];
  statements: Record<StatementKind, boolean>;
  signature?: { name: string; capacity: string };
  submit?: boolean;
}

export interface DecisionInput {
  itemIds?: string[];
  outcome: DecidedOutcome;
  statedReason?: string;
  text?: string;
  decidedAt: string;
  justification?: Justification;
}

export interface ResolutionInput {
  outcome: 'delivered' | 'prevented' | 'resend';
  reason: string;
  /** the case number the platform gave */
  reference?: string;
  /** the error state that prevented the filing */
  code?: string;
}

export interface CodeInput {
  action: 'decide' | 'automatic' | 'dismiss' | 'match' | 'undo';
  complaintId?: string;
  itemIds?: string[];
  outcome?: DecidedOutcome;
  statedReason?: string;
  justification?: Justification;
  decidedAt?: string;
}
