import type { AddressParts } from '../address/address-parts.js';
import { mostCharacters, spelled } from '../address/canonical-address.js';
import type { CanonicalAddress } from '../address/canonical-address.js';
import type { KnownPlatform } from './known-platforms.js';
import type { NotAListing, NotListingReason, Recognised } from './recognised.js';

/** One address while it is looked at. */
export interface Case {
  asGiven: string;
  /** without disguise, with a scheme */
  meant: string;
  parts: AddressParts;
  /** whose address it is, or who is asked to act on it */
  platform: KnownPlatform | undefined;
  ownerOf: (host: string) => KnownPlatform | undefined;
}

/** What an address is called in the end. */
export interface Name extends CanonicalAddress {
  host: string;
  id: string | null;
}

const slugOf = (platform: KnownPlatform | undefined): string | null => platform?.slug ?? null;

export function noListing({ asGiven, parts, platform }: Case, why: NotListingReason): NotAListing {
  const spelling = spelled(parts);
  const url = spelling === 'too-long' ? null : spelling.url;
  return { is: 'not-a-listing', asGiven, url, platform: slugOf(platform), why };
}

/** A listing by the name its platform has for it. */
export function namedListing({ asGiven, platform }: Case, { url, key, host, id }: Name): Recognised {
  const markets = platform?.marketsOf(host) ?? [];
  return { is: 'listing', asGiven, url, key, platform: slugOf(platform), id, markets, shortLink: false };
}

/** A listing by the address that was given. */
export function listing(one: Case, id: string | null = null): Recognised {
  const spelling = spelled(one.parts);
  if (spelling === 'too-long') return noListing(one, spelling);
  const { url, key } = spelling;
  return namedListing(one, { url, key, host: one.parts.host, id });
}

/** As it stands: a short link that is spelled otherwise may lead elsewhere. */
export function shortLink(one: Case): Recognised {
  const found = listing(one);
  if (found.is === 'not-a-listing') return found;
  const isWhole = one.meant.length <= mostCharacters && /^https?:\/\/[!-[\]-~]+$/i.test(one.meant);
  return { ...found, url: isWhole ? one.meant : found.url, shortLink: true };
}

export const isFrontPage = ({ path, parameters, fragment }: AddressParts): boolean =>
  path === '/' && parameters.length === 0 && fragment === '';
