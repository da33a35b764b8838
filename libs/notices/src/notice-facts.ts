import type {
  EvidenceFile,
  Ground,
  Language,
  Platform,
  PowerOfAttorney,
  Regime,
  Right,
  RightsHolder,
  Signature,
  StatementKind,
} from '#libs/domain';

/** How the platform reaches the complaining party. Absent facts are null, never an empty string in disguise. */
export interface NoticeContact {
  name: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
}

/** One listing as it was reported. */
export interface NoticeListing {
  url: string;
  title: string | null;
  seller: string | null;
}

/** A file that goes with the notice. */
export type NoticeFile = Pick<EvidenceFile, 'name' | 'sha256' | 'mediaType' | 'size' | 'capturedAt'>;

/** Everything a notice is checked against and rendered from. Pure data: nothing is looked up later. */
export interface NoticeFacts {
  reference: string;
  /** the instant of the notice */
  at: Date;
  platform: Platform;
  /** the version of the regime in force at `at` (see `regimeInForce`) */
  regime: Regime;
  ground: Ground;
  language: Language;
  explanation: string;
  rightsHolder: RightsHolder;
  rights: readonly Right[];
  items: readonly NoticeListing[];
  /** what a person confirmed, statement by statement */
  statements: Readonly<Record<StatementKind, boolean>>;
  signature: Signature | null;
  contact: NoticeContact;
  evidenceUrls: readonly string[];
  evidenceFiles: readonly NoticeFile[];
  /** Nice classes of the goods offered; empty = not stated */
  goodsClasses: readonly number[];
  /** powers of attorney given by this rights holder, whatever their dates */
  powers: readonly PowerOfAttorney[];
}
