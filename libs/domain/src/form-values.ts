import type { Language } from './language.js';
import type { Ground, RightKind } from './right.js';

/** A right as a form asks for it. */
export interface RightValues {
  kind: RightKind;
  title: string;
  number: string;
  office: string;
  validFrom: string;
  validTo: string;
  /** Nice classes, joined by ", " */
  classes: string;
}

/** A listing as a form asks for it. */
export interface ListingValues {
  url: string;
  /** the platform's own number of the listing, where its address holds one */
  id: string;
  title: string;
  seller: string;
}

/** A file that goes with the notice. */
export interface FileValues {
  name: string;
  mediaType: string;
  /** hex */
  sha256: string;
  /** bytes */
  size: number;
}

/**
 * What a platform's form or interface can ask for, in plain texts: recipes name them, as in `{{rightsHolder.name}}`.
 * An empty text is not known.
 */
export interface FormValues {
  /** our reference of the complaint */
  reference: string;
  attemptId: string;
  /** slug */
  platform: string;
  ground: Ground;
  language: Language;
  /** calendar day of the notice at the platform, `YYYY-MM-DD` */
  day: string;
  subject: string;
  /** the whole notice as text */
  notice: string;
  explanation: string;
  signature: { name: string; capacity: string };
  contact: { name: string; address: string; phone: string; email: string };
  rightsHolder: { name: string; country: string; address: string; email: string; phone: string; website: string };
  /** the first of `rights` */
  right: RightValues;
  rights: readonly RightValues[];
  items: readonly ListingValues[];
  /** every address of a listing, one a line */
  urls: string;
  /** as a person confirmed them, in the words of the regime */
  statements: readonly { kind: string; wording: string }[];
  evidence: readonly FileValues[];
  evidenceUrls: readonly string[];
}

/** The names of `FormValues`: what a recipe can name. */
export const formValueNames = [
  'reference',
  'attemptId',
  'platform',
  'ground',
  'language',
  'day',
  'subject',
  'notice',
  'explanation',
  'signature',
  'contact',
  'rightsHolder',
  'right',
  'rights',
  'items',
  'urls',
  'statements',
  'evidence',
  'evidenceUrls',
] as const satisfies readonly (keyof FormValues)[];
