import type { ReasonCode } from '#libs/domain';
import { oneLine, shortened } from '../plain-text.js';

export const findingCodes = [
  'right-expired',
  'right-not-yet-in-force',
  'right-expires-soon',
  'right-pending',
  'right-other-owner',
  'right-not-verified',
  'certificate-missing',
  'translation-missing',
  'wrong-territory',
  'territory-unknown',
  'wrong-class',
  'class-unknown',
  'power-missing',
  'power-expires-soon',
  'under-complaint',
  'refused-before',
  'other-platform',
  'not-a-listing',
  'short-link',
  'several-filings',
  'membership-needed',
  'programme-headroom',
  'programme-at-risk',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** `blocks`: can't be submitted so. `refusal`: this platform will probably refuse it. `advice`: worth knowing. */
export const severities = ['blocks', 'refusal', 'advice'] as const;
export type Severity = (typeof severities)[number];

/** What stands in the way of a complaint before it is sent. */
export interface Finding {
  code: FindingCode;
  severity: Severity;
  /** JSON pointer into the body of `POST /complaints` */
  pointer: string;
  /** what is wrong and what to do, in English; `values` let a page say it in another language */
  detail: string;
  values: Readonly<Record<string, string | number>>;
  /** the reason a platform would state (RR-code) */
  reason?: ReasonCode;
}

/** How long before its end something is said to end soon: time enough to renew it or to find another. */
export const SOON_DAYS = 60;

const LONGEST_NAME = 80;
/** A title as it stands in a sentence. */
export const named = (title: string): string => shortened(oneLine(title), LONGEST_NAME);

/** The calendar day so many days after another (`YYYY-MM-DD`). */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
