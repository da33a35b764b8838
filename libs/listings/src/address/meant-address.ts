import { undisguised } from './disguises.js';

/** An address that needs no reading: nothing below changes it, and every canonical address is one. */
const PLAIN = /^https?:\/\/(?:[\w.-]+|\[[\da-f:]{3,}\])(?::\d+)?(?:[/?#]|$)/i;
/** White space, and characters without width that are copied along with an address. */
const UNSEEN = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
/** Punctuation of Chinese, with which no address ends. */
const SENTENCE_END = /[、。，；：！？]/;
/** A host name with what may follow it, as it is copied from a browser's address bar. */
const BARE = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+\.?(?::\d{1,5})?(?:[/?#]|$)/u;
const wrappers = new Map([
  ['<', '>'],
  ['"', '"'],
  ["'", "'"],
  ['(', ')'],
  ['[', ']'],
  ['“', '”'],
  ['《', '》'],
  ['「', '」'],
  ['【', '】'],
  ['（', '）'],
]);

const isTail = (character: string): boolean => UNSEEN.test(character) || SENTENCE_END.test(character);

/** A text without what cannot be seen at its ends, in time that does not grow with what stands between. */
function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && UNSEEN.test(text.charAt(start))) start += 1;
  while (end > start && isTail(text.charAt(end - 1))) end -= 1;
  return end - start === text.length ? text : text.slice(start, end);
}

function unwrapped(text: string): string {
  const closing = wrappers.get(text.charAt(0));
  return closing !== undefined && text.length > 1 && text.endsWith(closing) ? trimmed(text.slice(1, -1)) : text;
}

function withScheme(text: string): string {
  if (text.startsWith('//')) return `https:${text}`;
  return BARE.test(text) ? `https://${text}` : text.replace(/^(?:https?:\/\/)+(?=https?:\/\/)/i, '');
}

/**
 * What a person means who gives this text as one address: without quotes, brackets or unseen characters around it and
 * without disguise, with the scheme that was left out. Gives any other text back as it is.
 */
export function meantAddress(given: string): string {
  const text = trimmed(given);
  if (PLAIN.test(text) && !text.includes('\\')) return text;
  return withScheme(undisguised(unwrapped(text)).text);
}

/** Whether a text gives one address after another, as some cells of a table do. A blank alone may belong to a name. */
export function holdsSeveral(text: string): boolean {
  const blank = text.search(/\s/);
  return blank >= 0 && /https?:\/\//i.test(text.slice(blank));
}
