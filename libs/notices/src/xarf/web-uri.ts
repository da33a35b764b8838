import { visibleAddress } from '../plain-text.js';

const STRAY_PERCENT = /%(?![0-9a-f]{2})/giu;
/** What RFC 3986 §3.3 to §3.5 lets stand in path, query and fragment; browsers let more through. */
const NOT_IN_URI = /[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]/gu;
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/u;

/** The part after the host: a second number sign does not belong in a URI, and neither does what only browsers allow. */
function strictTail(tail: string): string {
  const [place = '', ...fragment] = tail.split('#');
  const whole = fragment.length === 0 ? place : `${place}#${fragment.join('%23')}`;
  return whole.replace(NOT_IN_URI, (character) => encodeURIComponent(character));
}

/**
 * The address of a web page as a URI in the strict sense of RFC 3986, as JSON Schema's format `uri` asks: it leads to the
 * same page. Null where the address is not one of the web.
 */
export function webUri(address: string): string | null {
  const visible = visibleAddress(address);
  const url = URL.canParse(visible) ? new URL(visible) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol) || !HOST.test(url.hostname)) return null;
  const { href } = url;
  const hostEnd = href.indexOf('/', href.indexOf('//') + 2);
  return `${href.slice(0, hostEnd)}${strictTail(href.slice(hostEnd))}`.replace(STRAY_PERCENT, '%25');
}

/** The host of a web URI: a domain name in ASCII, or an IP address without brackets. */
export const hostOf = (uri: string): string => new URL(uri).hostname.replace(/^\[|\]$/gu, '');
