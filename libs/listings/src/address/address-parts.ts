import { normalEscapes } from './escapes.js';
import { isTracking } from './tracking-parameters.js';

/** Why a text is no address that a listing could have. */
export type AddressFault = 'no-address' | 'unsupported-scheme' | 'credentials' | 'too-long';

/** The parts of an http(s) address, each in its one spelling. */
export interface AddressParts {
  scheme: 'http:' | 'https:';
  /** ASCII (punycode), lower case, without a port */
  host: string;
  /** `:8080`; empty for the scheme's own port */
  port: string;
  /** begins with a slash */
  path: string;
  /** `name=value` each, in the order of their names; those of the same name stay in the order given */
  parameters: readonly string[];
  /** `#…`, kept only where it leads to another page; else empty */
  fragment: string;
}

const SCHEME = /^\s*(?:[a-z][a-z0-9+-]*:\/\/|(?:javascript|data|mailto|tel|sms|magnet|blob|about|file|urn):)/i;
/** `#!/item/1` and `#/item/1` are pages of sites that run in the browser; bare `#!/` and `#/` are their front page. */
const ROUTE = /^#(?:!\/?|\/)./;
const HTML_AMPERSAND = /^(?:amp;)+/;

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

const nameOf = (parameter: string): string => {
  const end = parameter.indexOf('=');
  return end < 0 ? parameter : parameter.slice(0, end);
};

/** Name and value of a parameter, both as they are spelled. */
export const nameAndValue = (parameter: string): [name: string, value: string] => {
  const name = nameOf(parameter);
  return [name, parameter.slice(name.length + 1)];
};

const byName = (one: string, other: string): number => {
  const [a, b] = [nameOf(one), nameOf(other)];
  return a < b ? -1 : Number(a > b);
};

/** A raw backslash has no place in a query (RFC 3986, 3.4), and people escape with it what follows. */
const tidy = (text: string): string => normalEscapes(text.includes('\\') ? text.replaceAll('\\', '%5C') : text);

/** `&amp;` is an ampersand copied out of HTML; it is read as one. */
function parametersOf(search: string): string[] {
  if (search.length < 2) return [];
  const parameters = tidy(search.slice(1))
    .split('&')
    .map((parameter) => parameter.replace(HTML_AMPERSAND, ''))
    .filter((parameter) => parameter !== '' && !isTracking(nameOf(parameter)));
  return parameters.length > 1 ? parameters.sort(byName) : parameters;
}

const fragmentOf = (hash: string): string => (ROUTE.test(hash) && hash !== '#!/' ? tidy(hash) : '');

/** Takes an address apart as browsers do (WHATWG URL). Takes time in proportion to its length and never throws. */
export function addressParts(address: string): AddressParts | AddressFault {
  const url = parsed(address);
  if (url === null || !/^https?:$/.test(url.protocol))
    return SCHEME.test(address) && !/^\s*https?:/i.test(address) ? 'unsupported-scheme' : 'no-address';
  if (url.username !== '' || url.password !== '') return 'credentials';
  const { hostname, port } = url;
  return {
    scheme: url.protocol === 'http:' ? 'http:' : 'https:',
    host: /[^.]\.$/.test(hostname) ? hostname.slice(0, -1) : hostname,
    port: port === '' ? '' : `:${port}`,
    path: normalEscapes(url.pathname),
    parameters: parametersOf(url.search),
    fragment: fragmentOf(url.hash),
  };
}
