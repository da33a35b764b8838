import { createHash } from 'node:crypto';
import { distance } from 'fastest-levenshtein';
import type { PageFingerprint } from '#libs/domain';
import type { PageText } from './page-text.js';

const MOST_TITLE = 300;
/** Runs of so many letters are what texts are compared by: words need no blanks between them, as in Chinese. */
const RUN = 4;
const BITS = 64;

/** Letters and digits alone, in lower case, one blank between words: what a change of layout leaves as it is. */
export const normalised = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** 64 bits that differ little where texts differ little (simhash, Charikar 2002), as 16 hexadecimal digits. */
function simhash(text: string): string {
  const sums = new Array<number>(BITS).fill(0);
  const runs = new Set(Array.from({ length: Math.max(1, text.length - RUN + 1) }, (_, at) => text.slice(at, at + RUN)));
  for (const run of runs) {
    const hash = createHash('sha1').update(run).digest();
    for (let bit = 0; bit < BITS; bit += 1) sums[bit] = (sums[bit] ?? 0) + (isSet(hash, bit) ? 1 : -1);
  }
  const bits = sums.map((sum) => (sum > 0 ? '1' : '0')).join('');
  return BigInt(`0b${bits}`)
    .toString(16)
    .padStart(BITS / 4, '0');
}

const isSet = (hash: Buffer, bit: number): boolean => (((hash[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1;

/** Characters of the text that are compared: recommendations and footers further down change at every look. */
const COMPARED = 20_000;

/** Whether the reported title stands on the page: most of its words, since sellers and platforms add to it and cut it. */
export function holdsTitle(page: PageText, reported: string): boolean {
  const wanted = normalised(reported);
  const shown = normalised(`${page.title} ${page.headings}`);
  if (wanted === '' || shown.includes(wanted)) return wanted !== '';
  const words = wanted.split(' ');
  if (words.length < 3) return normalised(page.text).includes(wanted);
  const found = words.filter((word) => shown.includes(word)).length;
  return found / words.length >= 0.7;
}

export const fingerprintOf = (page: PageText, reported: string | null): PageFingerprint => ({
  title: normalised(page.title).slice(0, MOST_TITLE),
  text: simhash(normalised(page.text).slice(0, COMPARED)),
  titleFound: reported === null || normalised(reported) === '' ? null : holdsTitle(page, reported),
});

/** 1 for equal titles, 0 for titles that have nothing in common. */
export function titleLikeness(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  return longest === 0 ? 1 : 1 - distance(one, other) / longest;
}

/** 1 for equal texts; texts that have nothing in common come out near ½. */
export function textLikeness(one: string, other: string): number {
  let differing = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let count = 0;
  for (; differing > 0n; differing >>= 1n) count += Number(differing & 1n);
  return 1 - count / BITS;
}
