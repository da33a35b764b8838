import { parse } from 'tldts';
import { undisguised } from '../address/disguises.js';
import type { ListingRecogniser } from '../recognise/listing-recogniser.js';
import type { Listing, NotAListing, Recognised } from '../recognise/recognised.js';
import { looksLikeAnAddress } from './failed-attempt.js';
import { bareAddressesIn, domainsIn, linksIn, shorterSpan } from './line-addresses.js';
import type { Span } from './line-addresses.js';

/** Longer texts and texts with more addresses are read up to here; `TextReading.cut` says so. */
export const textLimits = { characters: 5_000_000, addresses: 50_000 };

/** Where in a text an address stands first (lines count from 1), and how often it came in all. */
interface Standing {
  line: number;
  times: number;
}
export type FoundListing = Listing & Standing;
export type FoundOther = NotAListing & Standing;

export interface TextReading {
  /** in the order of the text; of those with the same key the first */
  listings: FoundListing[];
  /** addresses of which no complaint can be made, each once */
  others: FoundOther[];
  /** lines without an address that look as if they should hold one; texts are cut to 200 characters */
  unreadable: { line: number; text: string }[];
  /** how many addresses were read: the `times` of listings and others together */
  addresses: number;
  /** null where the whole text was read; else why it was not, and the first line that was left out */
  cut: { why: 'too-much-text' | 'too-many-addresses'; line: number } | null;
}

const lineBreak = /\r\n|[\n\r\u2028\u2029]/;

/** Ends with a whole line, so that no address is read by half. */
const withinLimit = (text: string): string =>
  text.length <= textLimits.characters ? text : text.slice(0, text.lastIndexOf('\n', textLimits.characters) + 1);

/** A line without the links in it, each other word at its place. */
function withoutLinks(line: string, links: readonly Span[]): string {
  const pieces: string[] = [];
  let read = 0;
  for (const { start, end } of links) {
    pieces.push(line.slice(read, start), ' '.repeat(end - start));
    read = end;
  }
  return [...pieces, line.slice(read)].join('');
}

function count<T extends Standing>(standings: Map<string, T>, key: string, one: T): void {
  const first = standings.get(key);
  if (first === undefined) standings.set(key, one);
  else first.times += 1;
}

const isAnAddress = (one: Recognised): boolean => one.is === 'listing' || one.why !== 'no-address';

type Recognise = (span: Span) => Recognised;

/** What a link is. Where its platform knows no such page but knows it without its end, the end was no part of it. */
function readLink(text: string, link: Span, recognised: Recognise): Recognised {
  const whole = recognised(link);
  if (whole.is === 'listing' || whole.why !== 'unknown-page') return whole;
  const span = shorterSpan(text, link);
  const shorter = span === null ? whole : recognised(span);
  return shorter.is === 'listing' ? shorter : whole;
}

/** Reads the lines of one text one after the other, and keeps what it finds. */
class Reader {
  readonly listings = new Map<string, FoundListing>();
  readonly others = new Map<string, FoundOther>();
  readonly unreadable: TextReading['unreadable'] = [];
  addresses = 0;

  constructor(
    private readonly recogniser: ListingRecogniser,
    private readonly preferred: string | undefined,
  ) {}

  read(written: string, line: number): void {
    const { text, writtenAt } = undisguised(written);
    const recognised: Recognise = ({ start, end }) =>
      this.recogniser.recognise(written.slice(writtenAt(start), writtenAt(end)), this.preferred);
    const found = this.foundIn(text, recognised);
    for (const one of found) this.keep(one, line);
    const shown = text.trim();
    if (found.length === 0 && shown !== '' && looksLikeAnAddress(shown))
      this.unreadable.push({ line, text: shown.slice(0, 200) });
  }

  private foundIn(text: string, recognised: Recognise): Recognised[] {
    const links = text.includes('://') ? linksIn(text) : [];
    const read = links
      .map((span) => ({ span, one: readLink(text, span, recognised) }))
      .filter(({ one }) => isAnAddress(one));
    const names = this.namesIn(text, links).map((span) => ({ span, one: recognised(span) }));
    return [...read, ...names.filter(({ one }) => this.isSure(one))]
      .sort((one, other) => one.span.start - other.span.start)
      .map(({ one }) => one);
  }

  private namesIn(text: string, links: readonly Span[]): Span[] {
    if (this.recogniser.takesDomains(this.preferred)) return domainsIn(withoutLinks(text, links));
    return links.length === 0 ? bareAddressesIn(text) : [];
  }

  /** A name with a dot is an address if it has an ending that exists or is a platform's: `report.pdf` is none. */
  private readonly isSure = (one: Recognised): boolean => {
    if (one.url === null) return isAnAddress(one);
    return parse(one.url).isIcann === true || this.recogniser.recognise(one.url).platform !== null;
  };

  private keep(one: Recognised, line: number): void {
    this.addresses += 1;
    if (one.is === 'listing') count(this.listings, one.key, { ...one, line, times: 1 });
    else count(this.others, `${one.why} ${one.url ?? one.asGiven}`, { ...one, line, times: 1 });
  }
}

/**
 * Finds the listings in anything a person pastes or sends: one address a line, prose in any language, Markdown, HTML,
 * quoted mail, reports with disguised addresses. Lines are read one by one: an address broken over two lines is not joined.
 * - Anywhere: what begins with http:// or https://, up to a blank, a quotation mark, Chinese punctuation, a bracket that
 *   was not opened in it, or the punctuation of the sentence. Up to a comma or Chinese letters only where its platform has
 *   no such page with them and has one without.
 * - Alone on its line or in its cell of a copied table: a host, which may have a path, without a scheme.
 * - Where `preferred` is a registrar: domain names anywhere.
 *
 * Takes time in proportion to the text; never throws. @see textLimits for the most it reads
 */
export function readText(text: string, recogniser: ListingRecogniser, preferred?: string): TextReading {
  const reader = new Reader(recogniser, preferred);
  const allowed = withinLimit(text);
  const lines = allowed.split(lineBreak);
  let line = 0;
  for (; line < lines.length && reader.addresses < textLimits.addresses; line += 1)
    reader.read(lines[line] ?? '', line + 1);
  return {
    listings: [...reader.listings.values()],
    others: [...reader.others.values()],
    unreadable: reader.unreadable,
    addresses: reader.addresses,
    cut: cutAfter(line, lines, allowed.length < text.length),
  };
}

function cutAfter(read: number, lines: readonly string[], isTooMuch: boolean): TextReading['cut'] {
  if (lines.slice(read).some((line) => line.trim() !== '')) return { why: 'too-many-addresses', line: read + 1 };
  return isTooMuch ? { why: 'too-much-text', line: lines.length } : null;
}
