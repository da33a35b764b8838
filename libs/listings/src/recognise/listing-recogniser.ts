import { getDomain } from 'tldts';
import type { Platform } from '#libs/domain';
import { addressParts } from '../address/address-parts.js';
import type { AddressParts } from '../address/address-parts.js';
import { holdsSeveral, meantAddress } from '../address/meant-address.js';
import { isHostName, isPublicHost } from '../address/public-host.js';
import { byFirstPattern, byProfile } from './by-profile.js';
import { isFrontPage, listing, noListing, shortLink } from './case.js';
import type { Case } from './case.js';
import { knownPlatforms } from './known-platforms.js';
import type { KnownPlatform, KnownPlatforms } from './known-platforms.js';
import type { NotAListing, NotListingReason, Recognised } from './recognised.js';
import { isShortener } from './short-links.js';

export interface ListingRecogniser {
  /**
   * What one address is: a listing, or why it is none. The `url` of a listing is recognised as the same listing. Never
   * throws.
   * @param preferred slug of the platform the address is meant for. It is chosen where several share a host; a registrar
   *   and a platform without hosts of its own take other platforms' addresses too. Others are told whose the address is.
   */
  recognise: (address: string, preferred?: string) => Recognised;
  /** whether the platform is a registrar, to which a bare domain name is a listing */
  takesDomains: (preferred: string | undefined) => boolean;
}

const noAddress = (asGiven: string, why: NotListingReason): NotAListing => ({
  is: 'not-a-listing',
  asGiven,
  url: null,
  platform: null,
  why,
});

const partsOf = (domain: string): AddressParts => ({
  scheme: 'https:',
  host: domain,
  port: '',
  path: '/',
  parameters: [],
  fragment: '',
});

/** The domain is what a registrar answers for, whatever stands below it. */
function domainListing(one: Case): Recognised {
  const domain = getDomain(one.parts.host, { validateHostname: false });
  return domain === null ? noListing(one, 'no-domain') : listing({ ...one, parts: partsOf(domain) });
}

/**
 * Taken by a platform whose listings stand on any host: every address may be one, front pages too. It is spelled as its
 * own platform spells it, so that it has one key whoever is asked to act on it.
 */
function anywhere(one: Case, taker: KnownPlatform, owner: KnownPlatform | undefined): Recognised {
  const taken = { ...one, platform: taker };
  const told = byFirstPattern(taken);
  if (told !== null) return told;
  const own = owner === undefined ? null : byProfile({ ...one, platform: owner });
  if (own?.is !== 'listing') return listing(taken);
  if (own.shortLink) return shortLink(taken);
  const parts = addressParts(own.url);
  return listing(typeof parts === 'string' ? taken : { ...taken, parts });
}

/** The platform that is asked to act, where it acts on addresses of others too. */
function takerOf(preferred: string | undefined, known: KnownPlatforms): KnownPlatform | undefined {
  const wanted = preferred === undefined ? undefined : known.named(preferred);
  return wanted?.isAnywhere === true || wanted?.kind === 'registrar' ? wanted : undefined;
}

function judged(one: Case, taker: KnownPlatform | undefined, owner: KnownPlatform | undefined): Recognised {
  const { host } = one.parts;
  const isRegistrar = taker?.kind === 'registrar';
  // a profile may name a host below an ending that leads nowhere, as simulated platforms do
  const exists = owner === undefined || isRegistrar ? isPublicHost(host) : isHostName(host);
  if (!exists) return noListing(one, 'no-public-host');
  if (isRegistrar) return domainListing({ ...one, platform: taker });
  if (isShortener(host) && !isFrontPage(one.parts)) return shortLink({ ...one, platform: taker ?? owner });
  return taker === undefined ? byProfile(one) : anywhere(one, taker, owner);
}

/**
 * Makes profiles ready for recognising the listings among many addresses.
 * @throws SyntaxError where a profile has an expression that is none; profiles are checked for that when they are read
 */
export function listingRecogniser(platforms: readonly Platform[]): ListingRecogniser {
  const known = knownPlatforms(platforms);
  return {
    takesDomains: (preferred) => preferred !== undefined && known.named(preferred)?.kind === 'registrar',
    recognise: (asGiven, preferred) => {
      const meant = meantAddress(asGiven);
      const parts = addressParts(meant);
      if (typeof parts === 'string') return noAddress(asGiven, parts);
      if (holdsSeveral(meant)) return noAddress(asGiven, 'several-addresses');
      const ownerOf = (host: string) => known.ownerOf(host, preferred);
      const owner = ownerOf(parts.host);
      return judged({ asGiven, meant, parts, platform: owner, ownerOf }, takerOf(preferred, known), owner);
    },
  };
}
