/** An address found in pasted text. */
export interface FoundListing {
  url: string;
  /** counted from 1 */
  line: number;
}

export interface ListingText {
  listings: FoundListing[];
  /** lines that hold no address at all */
  unreadable: { line: number; text: string }[];
  /** how many addresses came again and were left out */
  repeated: number;
}

const ADDRESS = /https?:\/\/[^\s<>"'`，。；、）】」]+/giu;
/** A host with a path and no scheme, alone on its line: how addresses look when copied from a browser. */
const BARE = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?\/\S*$/iu;
/** Punctuation that ends a sentence rather than an address. */
const TRAILING = /[.,;:!?)\]}>'"*]+$/u;

const isAddress = (text: string): boolean => URL.canParse(text) && new URL(text).hostname.includes('.');

/** `(https://a.example/x)` and `see https://a.example/x.` mean the same address; a bracket opened inside it stays. */
function trimmed(address: string): string {
  const cut = address.replace(TRAILING, '');
  const opened = (cut.match(/\(/gu) ?? []).length - (cut.match(/\)/gu) ?? []).length;
  return opened > 0 && address.startsWith(`${cut})`) ? `${cut})` : cut;
}

function addressesIn(line: string): string[] {
  const found = (line.match(ADDRESS) ?? []).map(trimmed).filter(isAddress);
  if (found.length > 0) return found;
  const bare = trimmed(line.trim());
  return BARE.test(bare) && isAddress(`https://${bare}`) ? [`https://${bare}`] : [];
}

/**
 * Reads listings out of what a person pasted: one address a line, or any text that contains some. In a text that
 * spans several lines and has its addresses inside sentences, lines without an address are prose, not mistakes.
 */
export function readListings(text: string): ListingText {
  const lines = text.split(/\r?\n/u).map((line, i) => ({ line: i + 1, text: line.trim() }));
  const filled = lines.filter((line) => line.text !== '');
  const read = filled.map((line) => ({ ...line, addresses: addressesIn(line.text) }));
  const all = read.flatMap(({ line, addresses }) => addresses.map((url) => ({ url, line })));
  const listings = all.filter(({ url }, i) => all.findIndex((other) => other.url === url) === i);
  const isProse = (words: string): boolean => words.split(/\s+/u).length > 3 || /\p{Script=Han}/u.test(words);
  const unreadable = read
    .filter(({ addresses, text: words }) => addresses.length === 0 && !isProse(words))
    .map(({ line, text: words }) => ({ line, text: words }));
  return { listings, unreadable, repeated: all.length - listings.length };
}

/** True where the address stands on one of the hosts (or a subdomain); hosts unknown means nothing to object to. */
export function isOnHosts(url: string, hosts: readonly string[]): boolean {
  if (hosts.length === 0) return true;
  const host = new URL(url).hostname.toLowerCase();
  return hosts.some((known) => host === known.toLowerCase() || host.endsWith(`.${known.toLowerCase()}`));
}
