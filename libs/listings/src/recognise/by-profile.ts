import { addressParts } from '../address/address-parts.js';
import type { AddressParts } from '../address/address-parts.js';
import { canonicalAddress, spelled } from '../address/canonical-address.js';
import { readableLetters } from '../address/escapes.js';
import type { CompiledPattern, Found } from './address-pattern.js';
import { isFrontPage, listing, namedListing, noListing, shortLink } from './case.js';
import type { Case, Name } from './case.js';
import type { KnownPlatform } from './known-platforms.js';
import type { Recognised } from './recognised.js';

interface Match {
  pattern: CompiledPattern;
  found: Found;
}

function firstMatch(platform: KnownPlatform | undefined, given: AddressParts): Match | null {
  if (platform?.hasPatterns !== true) return null;
  const path = readableLetters(given.path);
  for (const pattern of platform.patternsOn(given.host)) {
    const found = pattern.find(given, path);
    if (found !== null) return { pattern, found };
  }
  return null;
}

const idOf = ({ path, query }: Found): string | null => path['id'] ?? query['id'] ?? null;

/** Whether the profile reads its own spelling as a listing of that spelling. */
function isStable(url: string, match: Match | null): match is Match {
  if (match?.pattern.is !== 'listing') return false;
  const again = match.pattern.spell?.(match.found) ?? url;
  if (again === url) return true;
  const spelling = canonicalAddress(again);
  return typeof spelling !== 'string' && spelling.url === url;
}

/**
 * The name a pattern gives to what it found. Null where it gives none, or one that the profile does not read as it wrote
 * it: such a name would change each time it is read. Then, and where it is the name already, the address given is kept.
 */
function nameOf(one: Case, match: Match): Name | null {
  const address = match.pattern.spell?.(match.found);
  const own = spelled(one.parts);
  if (own !== 'too-long' && own.url === address) return null;
  const parts = address === undefined ? 'no-address' : addressParts(address);
  const spelling = typeof parts === 'string' ? parts : spelled(parts);
  if (typeof parts === 'string' || typeof spelling === 'string') return null;
  const { url, key } = spelling;
  const isOurs = one.platform?.isAnywhere === true || one.ownerOf(parts.host) === one.platform;
  const again = isOurs ? firstMatch(one.platform, parts) : null;
  return isStable(url, again) ? { url, key, host: parts.host, id: idOf(again.found) } : null;
}

function byPattern(one: Case, match: Match): Recognised {
  const { is } = match.pattern;
  if (is === 'short-link') return shortLink(one);
  if (is !== 'listing') return noListing(one, is);
  const name = nameOf(one, match);
  return name === null ? listing(one, idOf(match.found)) : namedListing(one, name);
}

/** What one of the platform's patterns says of an address; null where none fits. */
export function byFirstPattern(one: Case): Recognised | null {
  const match = firstMatch(one.platform, one.parts);
  return match === null ? null : byPattern(one, match);
}

/** By what the profile of its platform says of its addresses, or by little where there is no profile or it says nothing. */
export function byProfile(one: Case): Recognised {
  const told = byFirstPattern(one);
  if (told !== null) return told;
  if (isFrontPage(one.parts)) return noListing(one, 'whole-site');
  return one.platform?.hasPatterns === true ? noListing(one, 'unknown-page') : listing(one);
}
