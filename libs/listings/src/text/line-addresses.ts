import { LinkifyIt } from 'linkify-it';
import { mostCharacters } from '../address/canonical-address.js';

/** A part of a line, from its first character up to the one at `end`. */
export interface Span {
  start: number;
  end: number;
}

const linkify = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false, urlAuth: true });
/** Where an address begins, whatever stands before it: Chinese is written without blanks. */
const START = /(?:https?|ftp):(?=\/\/)/giu;
/** Hosts that the finder does not take for any (`my_shop.com`), to be judged as addresses. */
const ODD_HOST = /^\/\/[^\s<>"`]{1,2000}/;
/**
 * What no address contains as it stands: blanks, quotation marks, punctuation of Chinese, the next address set right behind.
 */
const STOP =
  /[\s"`<>\\\u00ab\u00bb\u2018-\u201f\u2026\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]|(?<=[^/=:&?#%])(?:https?|ftp):\/\//iu;
/** Most characters read as one address: twice as many as one may have, so that it is told to be too long. */
const mostRead = 2 * mostCharacters;

/** What stands from a position on up to where every address ends. */
function beforeStop(line: string, from: number): string {
  const text = line.slice(from, from + mostRead);
  const stop = text.search(STOP);
  return stop < 0 ? text : text.slice(0, stop);
}

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

/** `__https://a.test/x__`: what sets an address apart in Markdown is no part of it. */
function withoutEmphasis(address: string, before: string): string {
  const marks = /_{0,3}$/.exec(before)?.[0] ?? '';
  return address.endsWith(marks) ? address.slice(0, address.length - marks.length) : address;
}

/** The address whose scheme ends at a position, without the scheme; empty where there is none. */
function addressBehind(line: string, scheme: string, at: number): string {
  const text = beforeStop(line, at);
  const length = linkify.testSchemaAt(text, scheme, 0);
  return withoutTail(length > 0 ? text.slice(0, length) : (ODD_HOST.exec(text)?.[0] ?? ''));
}

/** Addresses with a scheme in a line, in order. */
export function linksIn(line: string): Span[] {
  const spans: Span[] = [];
  START.lastIndex = 0;
  for (let match = START.exec(line); match !== null; match = START.exec(line)) {
    const [scheme] = match;
    const start = match.index;
    const address = addressBehind(line, scheme, START.lastIndex);
    const before = line.slice(Math.max(0, start - 3), start);
    const end = START.lastIndex + withoutEmphasis(address, before).length;
    if (address.length > 2) spans.push({ start, end });
    START.lastIndex = end;
  }
  return spans;
}

const SHORTER = /[,;|]|(?<=[!-~])(?=\p{Script=Han})/u;

/**
 * Where an address may end before the end that was found: at a comma, as lists are written, and before Chinese, which is
 * written without blanks. Both may as well belong to it. Null where there is neither behind its host.
 */
export function shorterSpan(line: string, { start, end }: Span): Span | null {
  const path = line.indexOf('/', line.indexOf('//', start) + 2);
  if (path < 0 || path >= end) return null;
  const length = line.slice(path, end).search(SHORTER);
  return length < 0 ? null : { start, end: path + length };
}

/** Marks of a quotation or of a list in front of what stands on a line. */
const LEAD = /^[\s>|*•·–—-]*(?:\d{1,4}[.)、][ \t]*)?/u;
const BARE = /^(?:[\p{L}\p{N}_-]{1,63}\.)+[\p{L}\p{N}-]{2,63}(?::\d{1,5})?(?:[/?#]\S*)?$/u;
const SCHEME = /^[a-z][a-z0-9+.-]{1,20}:[^\s/]\S*$/iu;

/** Between two cells of a copied table: tabs, or the blank in front of a bar of Markdown. */
const BETWEEN_CELLS = /\t+|\s(?=\|(?:\s|$))/gu;

/** Cut at what parts the cells: a pattern of all that may stand in one runs out of stack in a line of millions. */
function cellsOf(line: string): { index: number; cell: string }[] {
  const cells: { index: number; cell: string }[] = [];
  let index = 0;
  const keepUpTo = (end: number): void => {
    if (end > index) cells.push({ index, cell: line.slice(index, end) });
  };
  for (const { 0: between, index: end } of line.matchAll(BETWEEN_CELLS)) {
    keepUpTo(end);
    index = end + between.length;
  }
  keepUpTo(line.length);
  return cells;
}

/** Texts that fill a line, or a cell of a copied table, and are addresses but for the scheme, or have a scheme of their own. */
export function bareAddressesIn(line: string): Span[] {
  const lead = LEAD.exec(line)?.[0].length ?? 0;
  return cellsOf(line.slice(lead)).flatMap(({ index, cell }) => {
    const indent = /^[\s|]*/.exec(cell)?.[0].length ?? 0;
    const text = withoutTail(cell.slice(indent).trimEnd());
    const start = lead + index + indent;
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
