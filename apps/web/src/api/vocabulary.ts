/** The closed sets of /api/v1: what a status, an outcome, a ground can be. */
export type Language = 'en' | 'zh';
export type Words = Record<Language, string>;

export type RightKind = 'trademark' | 'copyright' | 'design' | 'patent';
export type Ground = 'counterfeit' | 'trademark-use' | 'copyright-copy' | 'design' | 'patent' | 'circumvention';
export type StatementKind = 'goodFaith' | 'accuracy' | 'authority';
export type PlatformKind =
  | 'marketplace'
  | 'b2b'
  | 'e-commerce'
  | 'registrar'
  | 'host'
  | 'file-sharing'
  | 'torrent-index'
  | 'search'
  | 'proxy'
  | 'sandbox';
export type ComplaintStatus =
  | 'draft'
  | 'awaiting-approval'
  | 'queued'
  | 'filing'
  | 'needs-human'
  | 'prevented'
  | 'filed'
  | 'acknowledged'
  | 'needs-info'
  | 'decided'
  | 'silent'
  | 'withdrawn';
export type ItemStatus = 'draft' | 'ready' | 'filed' | 'blocked' | 'abandoned';
export type DecidedOutcome = 'removed' | 'refused' | 'partial' | 'restricted' | 'duplicate';
export type ItemOutcome =
  DecidedOutcome | 'pending' | 'down-unattributed' | 'withdrawn' | 'countered' | 'reinstated' | 'relisted';
export type AttemptState = 'queued' | 'sending' | 'delivered' | 'prevented' | 'needs-human' | 'unknown' | 'cancelled';
export type JustificationElement = 'J1' | 'J2' | 'J3' | 'J4' | 'J5' | 'J6' | 'J7';
export type Justification = Partial<Record<JustificationElement, boolean>>;
export type JustificationLevel = 'none' | 'boilerplate' | 'partial' | 'adequate';
export type ReplyState = 'unmatched' | 'waiting' | 'automatic' | 'applied' | 'dismissed';
export type ReplyKind =
  | 'bounce'
  | 'delayed'
  | 'auto-reply'
  | 'feedback-report'
  | 'acknowledgement'
  | 'needs-info'
  | 'decision'
  | 'counter-notice'
  | 'other';
export type MatchSign =
  'token' | 'references' | 'dsn-message-id' | 'reference' | 'case-number' | 'listing-url' | 'person';
export type DeadlineKind = 'acknowledgement' | 'decision' | 'answer-information-request' | 'appeal' | 'counter-notice';
export type TimelineKind =
  | 'created'
  | 'submitted'
  | 'queued'
  | 'sending'
  | 'delivered'
  | 'prevented'
  | 'retry-scheduled'
  | 'needs-human'
  | 'delivery-unknown'
  | 'filing-error'
  | 'reply-received'
  | 'acknowledged'
  | 'information-requested'
  | 'decided'
  | 'decision-undone'
  | 'withdrawn'
  | 'observed'
  | 'deadline-set'
  | 'deadline-missed'
  | 'resubmitted';
