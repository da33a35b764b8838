import type { PlatformKind } from '#libs/domain';

const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

function webAddress(url: string): URL | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed !== null && (parsed.protocol === 'http:' || parsed.protocol === 'https:') ? parsed : null;
}

/**
 * Can the platform find the listing by this address (17 USC 512(c)(3)(A)(iii), DSA Art. 16(2)(b))? An http(s) address of
 * one item: with a path, or a query where the site addresses items by query alone. At a registrar the matter is a
 * domain name, and that suffices.
 */
export function locatesListing(url: string, kind: PlatformKind): boolean {
  const address = webAddress(url.trim());
  if (kind === 'registrar') return DOMAIN.test(address === null ? url.trim() : address.hostname);
  if (address === null || address.hostname === '') return false;
  return address.pathname !== '/' || address.search.length > 1;
}

/** The address, where a browser can follow it as it stands and it cannot be anything but a page of the web. */
export const webLink = (address: string): string | null =>
  /^https?:\/\//iu.test(address) && webAddress(address) !== null ? address : null;
