import type { Ground, PlatformKind, RightKind } from '#libs/domain';

/** What a platform can do about a listing depends on what it is. */
export const requests = ['remove', 'disable', 'delist', 'investigate', 'forward'] as const;
export type Request = (typeof requests)[number];

export const requestOfKind: Readonly<Record<PlatformKind, Request>> = {
  marketplace: 'remove',
  b2b: 'remove',
  'e-commerce': 'remove',
  social: 'remove',
  sandbox: 'remove',
  host: 'disable',
  'file-sharing': 'disable',
  'torrent-index': 'delist',
  search: 'delist',
  registrar: 'investigate',
  proxy: 'forward',
};

/** The numbered sections of a notice, in their order. */
export const sections = [
  'rightsHolder',
  'rights',
  'listings',
  'infringement',
  'evidence',
  'request',
  'answer',
  'statements',
  'signature',
] as const;
export type Section = (typeof sections)[number];

/** What stands before a value on its line. */
export type Label =
  | 'to'
  | 'date'
  | 'reference'
  | 'name'
  | 'address'
  | 'country'
  | 'representedBy'
  | 'powerOfAttorney'
  | 'registration'
  | 'number'
  | 'applicationNumber'
  | 'office'
  | 'niceClasses'
  | 'locarnoClasses'
  | 'covers'
  | 'territories'
  | 'inForce'
  | 'registrant'
  | 'laterOwner'
  | 'translation'
  | 'listingTitle'
  | 'seller'
  | 'file'
  | 'mediaType'
  | 'size'
  | 'capturedAt'
  | 'contact'
  | 'phone'
  | 'email';

/** Said in place of what a draft lacks. `statementsUnasked` is for a regime that asks for none. */
export type Absence = 'rights' | 'listings' | 'evidence' | 'statements' | 'statementsUnasked' | 'signature';

/** A range of calendar dates, each as the language writes it; null = open. */
type Period = (from: string | null, to: string | null) => string | null;

/**
 * All the words of one language; the templates hold none. A sentence with gaps is a function of what fills them. Dates,
 * numbers and the names of countries and languages come from Intl and luxon, by `locale`.
 */
export interface NoticeWords {
  /** BCP 47, of the document: `zh-Hans` */
  tag: string;
  /** Intl locale of dates, numbers and names */
  locale: string;
  /** luxon format of the date a notice bears, given the day of the month: French writes "1er" */
  dateFormat: (dayOfMonth: number) => string;
  /** the same of dates in a register */
  registerDateFormat: (dayOfMonth: number) => string;
  /** a time of day in UTC, `12:00:00`, on a date */
  instant: (date: string, time: string) => string;
  /** what running text is indented by in plain text */
  indent: string;
  /** between a label and its value, with its space */
  colon: string;
  /** between the entries of a list within a line */
  comma: string;
  /** "1. Rights Holder" */
  heading: (position: number, title: string) => string;
  section: Readonly<Record<Section, string>>;
  label: Readonly<Record<Label, string>>;
  absent: Readonly<Record<Absence, string>>;
  /** asks for the reference in answers */
  quoted: (reference: string) => string;
  title: (matter: string) => string;
  salutation: (platform: string) => string;
  opening: (facts: { rightsHolder: string; listings: string; basis: string }) => string;
  /** "3 listings" */
  listings: (count: number) => string;
  subject: (facts: { matter: string; listings: string; rightsHolder: string; reference: string }) => string;
  /** names the notice, as in "Notice of copyright infringement" */
  matter: Readonly<Record<Ground, string>>;
  /** says in a sentence why the listings infringe */
  allegation: Readonly<Record<Ground, string>>;
  rightKind: Readonly<Record<RightKind, string>>;
  /** said plainly of a right that no office has registered, or not yet */
  registration: Readonly<Record<'pending' | 'unregistered', string>>;
  classes: (numbers: readonly number[]) => string;
  /** says in a sentence in which classes the goods offered are; `classes` as above */
  goods: (classes: string) => string;
  /** unions whose rights hold in all members; Intl knows the European Union and countries */
  union: Readonly<Record<'BX' | 'OA', string>>;
  period: Period;
  /** what a power of attorney reaches: when, and which rights ("2.1, 2.3"; null = all of the notice) */
  power: (facts: { period: string; rights: string | null }) => string;
  owner: (facts: { owner: string; since: string | null; recordedAs: string | null }) => string;
  translated: (title: string, language: string | null) => string;
  /** comes before the explanation of the person who files */
  inDetail: string;
  request: Readonly<Record<Request, string>>;
  forwarding: string;
  /** comes before `questions` */
  asked: (reference: string) => string;
  /** receipt, decision, reasons, remedy, review: each with its letter and its comma */
  questions: readonly [string, string, string, string, string];
  signature: (facts: { name: string; capacity: string | null; date: string }) => readonly string[];
  /** how the law is named in a sentence */
  basis: (name: string, citation: string) => string;
}
