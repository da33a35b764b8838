import { LinkifyIt } from 'linkify-it';

/** A part of a line, from its first character up to the one at `end`. */
export interface Span {
  start: number;
  end: number;
}

const linkify = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false, urlAuth: true });
/** Where an address begins, whatever stands before it: Chinese is written without blanks. */
const START = /(?:https?|ftp):(?=\/\/)/giu;
/** Hosts that the finder does not take for any (`my_shop.com`): up to the next blank, to be judged as an address. */
const ODD_HOST = /\/\/[^\s<>"`]{1,2000}/y;
/** What no address contains as it stands: quotation marks, punctuation of Chinese, the next address set right behind. */
const STOP =
  /["`<>\\\u00ab\u00bb\u2018-\u201f\u2026\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]|(?<=[^/=:&?#%])(?:https?|ftp):\/\//iu;
const closers = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

/** How many brackets of a kind are closed in a text without having been opened in it. */
function unopened(text: string, closer: string): number {
  const opener = closers.get(closer);
  let count = 0;
  for (const character of text) count += Number(character === closer) - Number(character === opener);
  return count;
}

/** Without the punctuation of the sentence around it; in `(https://a.test/x_(1))` the inner brackets are the address's. */
function withoutTail(text: string): string {
  const surplus = new Map<string, number>();
  let end = text.length;
  for (; end > 0; end -= 1) {
    const last = text.charAt(end - 1);
    if (/[.,;:!?'*~]/.test(last)) continue;
    if (!closers.has(last)) break;
    const more = surplus.get(last) ?? unopened(text, last);
    if (more <= 0) break;
    surplus.set(last, more - 1);
  }
  return text.slice(0, end);
}

/** Cuts what the finder took too much of; `scheme` characters at the beginning are kept. */
function trimmed(found: string, scheme: number): string {
  const stop = found.slice(scheme).search(STOP);
  return withoutTail(stop < 0 ? found : found.slice(0, scheme + stop));
}

function lengthAt(line: string, scheme: string, at: number): number {
  const length = linkify.testSchemaAt(line, scheme, at);
  if (length > 0) return length;
  ODD_HOST.lastIndex = at;
  return ODD_HOST.exec(line)?.[0].length ?? 0;
}

/** Addresses with a scheme in a line, in order. */
export function linksIn(line: string): Span[] {
  const spans: Span[] = [];
  START.lastIndex = 0;
  for (let match = START.exec(line); match !== null; match = START.exec(line)) {
    const [scheme] = match;
    const start = match.index;
    const length = scheme.length + lengthAt(line, scheme, START.lastIndex);
    const address = trimmed(line.slice(start, start + length), scheme.length);
    const isEmphasis = line.charAt(start - 1) === '_' && address.endsWith('_');
    const end = start + address.length - Number(isEmphasis);
    if (address.length > scheme.length + 2) spans.push({ start, end });
    START.lastIndex = Math.max(end, START.lastIndex);
  }
  return spans;
}

/** Marks of a quotation or of a list in front of what stands on a line. */
const LEAD = /^[\s>|*•·–—-]*(?:\d{1,4}[.)、][ \t]*)?/u;
const BARE = /^(?:[\p{L}\p{N}_-]{1,63}\.)+[\p{L}\p{N}-]{2,63}(?::\d{1,5})?(?:[/?#]\S*)?$/u;
const SCHEME = /^[a-z][a-z0-9+.-]{1,20}:[^\s/]\S*$/iu;

/** Texts that fill a line, or a cell of a copied table, and are addresses but for the scheme, or have a scheme of their own. */
export function bareAddressesIn(line: string): Span[] {
  const lead = LEAD.exec(line)?.[0].length ?? 0;
  return [...line.slice(lead).matchAll(/[^\t]+/g)].flatMap((cell) => {
    const indent = cell[0].length - cell[0].trimStart().length;
    const text = withoutTail(cell[0].trim());
    const start = lead + cell.index + indent;
    return BARE.test(text) || SCHEME.test(text) ? [{ start, end: start + text.length }] : [];
  });
}

const WORD = /[^\s<>"'`()[\]{},;|，。；、：（）【】《》「」“”！？]+/gu;
/** The last label in one case: `sentence.In` is a lost blank, `SHOP.COM` and `shop.com` are domains. */
const DOMAIN =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,10}(?:\p{Ll}{2,63}|\p{Lu}{2,63}|\p{Lo}{2,63}|xn--[a-z0-9-]{1,59})(?:[:/?#]\S*)?$/u;

/** Domain names among the words of a line, each with what follows it. */
export const domainsIn = (line: string): Span[] =>
  [...line.matchAll(WORD)].flatMap(({ 0: word, index: start }) => {
    const text = withoutTail(word);
    return DOMAIN.test(text) ? [{ start, end: start + text.length }] : [];
  });
