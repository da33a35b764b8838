/**
 * Cleans what people and platforms typed before it stands in a plain-text notice. Titles and sellers are copied from
 * hostile listings: a line break in one could pass for a heading of ours, a bidirectional override could make an
 * address read as another (Unicode TR36 §2.5), and CR/LF in a subject is header injection (RFC 5322 §2.2).
 */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;

const withoutTricks = (text: string): string =>
  text.replace(DIRECTION_MARKS, '').replace(INVISIBLE, '').replace(LONE_SURROGATE, '\ufffd');

/** One line: every run of white space and control characters becomes one space. */
export const oneLine = (text: string): string =>
  withoutTricks(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** Running text: line breaks become LF, tabs stay, other control characters go. */
export const runningText = (text: string): string =>
  withoutTricks(text)
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();

/** An address stays what it is, but what cannot be seen in it is percent-encoded. */
export const visibleAddress = (address: string): string =>
  address
    .trim()
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(/[\s\p{Cc}\p{Cf}]/gu, (character) => encodeURIComponent(character));

/** The first `limit` characters (code points), marked with an ellipsis where some were left off. */
export function shortened(text: string, limit: number): string {
  // a code point is at most two UTF-16 units: never split a megabyte to keep a hundred characters
  const characters = Array.from(text.slice(0, 2 * limit + 2));
  return characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : text;
}

/** Null where nothing is left once cleaned. */
export const orNull = (text: string | null): string | null => {
  const cleaned = oneLine(text ?? '');
  return cleaned === '' ? null : cleaned;
};

export const isBlank = (text: string | null | undefined): boolean => orNull(text ?? null) === null;
