import { createHash } from 'node:crypto';

import { readableText } from './readable-text.js';

/** Case numbers, item numbers, our references, dates: they differ in every copy of a form letter. */
const identifiers = /(?<![a-z\d])(?:[a-z]+[-#_]?\d[a-z\d._/:-]*|\d{5,}[a-z\d._/:-]*|\d{1,4}[-./]\d{1,2}[-./]\d{1,4})/g;

/**
 * A text without what differs between two copies of one form letter: case, white space, punctuation, identifiers, links,
 * addresses and quoted titles. Small numbers stay: "class 25" and "photograph 4" are facts of a case.
 */
export function normalisedText(text: string): string {
  return readableText(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/g, ' ')
    .replace(/["“”«»「」『』《》][^"“”«»「」『』《》\n]{1,200}["“”«»「」『』《》]/g, ' ')
    .replace(identifiers, ' ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** SHA-256 (hex) of the normalised text: equal hashes make refusals of different cases boilerplate. */
export const normalisedTextHash = (text: string): string =>
  createHash('sha256').update(normalisedText(text), 'utf8').digest('hex');
