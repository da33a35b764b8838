import {
  attributions,
  closingLine,
  deviceLine,
  furtherHeaderLine,
  originalMarks,
  pasteBegins,
  pasteEnds,
  senderLine,
  signatureRule,
} from './quote-marks.js';

/** Lines looked at; what follows a thousand lines of letter is not what was written to us. */
const mostLines = 4_000;
const signatureLines = 6;
const signatureWidth = 70;

const isQuoted = (line: string): boolean => /^\s*(?:>|&gt;)/.test(line);
const isBlank = (line: string): boolean => line.trim() === '';

const isAttribution = (line: string): boolean => attributions.some((pattern) => pattern.test(line.slice(0, 400)));

/** The first of several lines names a date, a time or an address; "Hello" above an attribution does not. */
const opensAttribution = /[\d@<].*[^.!?]$/;

/** How many lines, from `at`, form an attribution such as `On …, … wrote:`; 0 where none do. */
function attributionAt(lines: readonly string[], at: number): number {
  const [first = ''] = lines.slice(at, at + 1);
  if (isBlank(first) || first.length > 300) return 0;
  for (const length of [1, 2, 3]) {
    const part = lines.slice(at, at + length);
    if (part.some((line) => isBlank(line) || isQuoted(line))) return 0;
    const joined = part.map((line) => line.trim()).join(' ');
    if (isAttribution(joined)) return part.slice(1).some(isAttribution) && !opensAttribution.test(first) ? 0 : length;
  }
  return 0;
}

/** How many lines, from `at`, form a block of copied headers; 0 where none do. */
function headerBlockAt(lines: readonly string[], at: number): number {
  if (!senderLine.test(lines[at] ?? '')) return 0;
  const further = [1, 2, 3, 4, 5, 6].filter((step) => furtherHeaderLine.test(lines[at + step] ?? ''));
  return further.length < 2 ? 0 : (further.at(-1) ?? 0) + 1;
}

function endOfQuoteAt(lines: readonly string[], at: number): number {
  let end = at;
  while (end < lines.length && (isQuoted(lines[end] ?? '') || isBlank(lines[end] ?? ''))) end += 1;
  return end;
}

/** After an attribution: a `>` block is left out and reading goes on behind it; anything else is quoted to the end. */
function afterAttribution(lines: readonly string[], at: number): number {
  const next = lines.slice(at).find((line) => !isBlank(line));
  return next !== undefined && isQuoted(next) ? endOfQuoteAt(lines, at) : lines.length;
}

function afterPaste(lines: readonly string[], at: number): number {
  const end = lines.findIndex((line, index) => index > at && pasteEnds.test(line));
  return end === -1 ? lines.length : end + 1;
}

const endsLetter = (line: string): boolean => signatureRule.test(line) || originalMarks.some((mark) => mark.test(line));

/** Where reading goes on when the line at `at` begins something not written to us; null where it is part of the letter. */
function skipFrom(lines: readonly string[], at: number, hasText: boolean): number | null {
  const line = lines[at] ?? '';
  if (isQuoted(line)) return endOfQuoteAt(lines, at);
  if (pasteBegins.test(line)) return afterPaste(lines, at);
  const block = headerBlockAt(lines, at);
  // a letter that begins with copied headers was forwarded: its text is what we were sent
  if (block > 0) return hasText ? lines.length : at + block;
  if (endsLetter(line)) return hasText ? lines.length : at + 1;
  if (deviceLine.test(line)) return at + 1;
  const attribution = attributionAt(lines, at);
  return attribution > 0 ? afterAttribution(lines, at + attribution) : null;
}

function withoutQuotes(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let at = 0;
  let hasText = false;
  while (at < lines.length) {
    const skip = skipFrom(lines, at, hasText);
    if (skip === null) {
      const line = lines[at] ?? '';
      hasText ||= !isBlank(line);
      kept.push(line);
    }
    at = skip ?? at + 1;
  }
  return kept;
}

/** A closing formula followed by a few short lines to the end is a signature. */
function withoutClosing(lines: readonly string[]): readonly string[] {
  const at = lines.findLastIndex((line) => closingLine.test(line));
  if (at <= 0) return lines;
  const after = lines.slice(at + 1).filter((line) => !isBlank(line));
  const isSignature = after.length <= signatureLines && after.every((line) => line.trim().length <= signatureWidth);
  return isSignature ? withoutClosing(lines.slice(0, at)) : lines;
}

/**
 * What was written to us: quoted messages, copied headers, pasted notices, device lines and signatures are left out.
 * Knows the habits of common mail programs in English, Chinese, Vietnamese and a dozen further languages. May be empty.
 */
export function readableText(fullText: string): string {
  const lines = fullText.replace(/\r\n?/g, '\n').split('\n').slice(0, mostLines);
  return withoutClosing(withoutQuotes(lines))
    .join('\n')
    .replace(/\n\s*[_*=-]{3,}\s*$/, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
