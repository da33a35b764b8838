import { domainToUnicode } from 'node:url';
import { addressParts } from './address-parts.js';
import type { AddressFault, AddressParts } from './address-parts.js';

/** Most characters of a canonical address: longer ones cannot be followed everywhere and name no listing. */
export const mostCharacters = 2000;

/** An address in its one spelling. */
export interface CanonicalAddress {
  url: string;
  /** what all spellings have in common: `url` without scheme, without `www.` and without the last slash of its path */
  key: string;
}

/** `www.` in front of a name; `www.com` is a name itself. */
const WWW = /^www\.(?=[^.]+\.)/;

export function spelled(parts: AddressParts): CanonicalAddress | 'too-long' {
  const { scheme, host, port, path, parameters, fragment } = parts;
  const query = parameters.length === 0 ? '' : `?${parameters.join('&')}`;
  const url = `${scheme}//${host}${port}${path}${query}${fragment}`;
  if (url.length > mostCharacters) return 'too-long';
  const shortPath = path.endsWith('/') ? path.slice(0, -1) : path;
  return { url, key: `${host.replace(WWW, '')}${port}${shortPath}${query}${fragment}` };
}

/**
 * The stable spelling of an http(s) address; of that spelling it is the address itself. As the WHATWG URL standard parses
 * it, and then:
 * - the host in ASCII and lower case, without a dot at its end; the scheme's own port is left out;
 * - percent-encoding in one spelling (`normalEscapes`); dot segments resolved; repeated slashes stay, they can matter;
 * - a slash at the end of the path stays, since a server may know only one of the two; the key goes without it;
 * - no fragment, but for the routes `#!…` and `#/…`, which alone say what page is meant;
 * - parameters in the order of their names, those of the same name as given; empty ones and those that only follow the
 *   visitor (`isTracking`) are left out.
 * @returns a fault where it is no address, has another scheme, holds a user's name, or is longer than `mostCharacters`
 */
export function canonicalAddress(address: string): CanonicalAddress | AddressFault {
  const parts = addressParts(address);
  return typeof parts === 'string' ? parts : spelled(parts);
}

/** An address as people read it: its host in Unicode, where it has such a form. For showing only. */
export function readableAddress(url: string): string {
  const host = /^https?:\/\/([^/?#:]+)/.exec(url)?.[1];
  return host?.includes('xn--') === true ? url.replace(host, domainToUnicode(host)) : url;
}
