import type { RightVerification } from '#libs/domain';
import type { NoticeFacts } from '../notice-facts.js';

/** What an address was recognised as. */
export interface SeenListing {
  /** position among the complaint's listings */
  position: number;
  url: string;
  /** the platform it stands on, where it is one that is known */
  platform: string | null;
  platformName: string | null;
  /** why it is no listing, in a stable code; null where it is one */
  notListing: string | null;
  shortLink: boolean;
  /** countries it is offered to; empty = not known */
  markets: readonly string[];
}

/** An earlier report of the same listing for the same right. */
export interface EarlierReport {
  position: number;
  url: string;
  reference: string;
  /** still open, or refused */
  standing: 'open' | 'refused';
}

/** One rate of a programme's member over its window, with a 95 % interval. */
export interface ProgrammeRate {
  value: number;
  low: number;
  high: number;
  numerator: number;
  denominator: number;
}

/** How a member of the platform's programme stands against its thresholds; a rate is null without a decided item. */
export interface ProgrammeStanding {
  takedown: ProgrammeRate | null;
  counterNotice: ProgrammeRate | null;
}

/** Everything a complaint is looked over with before it is sent. */
export interface PreflightFacts extends NoticeFacts {
  /** calendar day at the platform, `YYYY-MM-DD` */
  day: string;
  /** of these rights with this platform's desk */
  verifications: readonly RightVerification[];
  seen: readonly SeenListing[];
  earlier: readonly EarlierReport[];
  /** why listings are reported again; null where nobody said */
  renewedBecause: string | null;
  /** null where the rights holder is no member of a programme here */
  programme: ProgrammeStanding | null;
}
