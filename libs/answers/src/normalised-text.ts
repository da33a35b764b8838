import { createHash } from 'node:crypto';

import { readableText } from './readable-text.js';

/**
 * A text without what differs between two copies of one form letter: case, white space, punctuation, numbers, links,
 * addresses, references and quoted titles.
 */
export function normalisedText(text: string): string {
  return readableText(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/g, ' ')
    .replace(/["“”«»「」『』《》][^"“”«»「」『』《》\n]{1,200}["“”«»「」『』《》]/g, ' ')
    .replace(/[a-z]*[-#]?\d[\p{L}\d._/:-]*/gu, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

/** SHA-256 (hex) of the normalised text: equal hashes make refusals of different cases boilerplate. */
export const normalisedTextHash = (text: string): string =>
  createHash('sha256').update(normalisedText(text), 'utf8').digest('hex');
