import { isAscii, isUtf8 } from 'node:buffer';
import type { CsvEncoding } from '../csv/decoding.js';
import { detectLegacyEncoding } from './detect-legacy.js';

const MARKS: readonly [mark: string, encoding: CsvEncoding][] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
  ['84319533', 'gb18030'],
];

/**
 * The encoding of a sample of a file: what its byte order mark says; UTF-8 where at least half of the lines that are not
 * plain ASCII are valid UTF-8, which text in another encoding hardly ever is; else what those lines look like most.
 * Lines in another encoding than the one found are rejected one by one when the file is read.
 * @param whole whether the sample is the whole file, so that its last line is not cut
 */
export function detectEncoding(sample: Buffer, whole: boolean): CsvEncoding {
  const marked = MARKS.find(([mark]) => sample.toString('hex', 0, mark.length / 2) === mark)?.[1];
  if (marked !== undefined) return marked;
  const utf16 = utf16Of(sample);
  if (utf16 !== null) return utf16;
  const telling = linesOf(sample, whole).filter((line) => !isAscii(line));
  const others = telling.filter((line) => !isUtf8(line));
  return others.length * 2 <= telling.length ? 'utf-8' : detectLegacyEncoding(others);
}

/** UTF-16 by its mark, or by every second byte of most of its characters being zero; null where it is something else. */
export function utf16Of(sample: Buffer): CsvEncoding | null {
  if (/^(?:fffe|feff)/.test(sample.toString('hex', 0, 2))) return sample[0] === 0xff ? 'utf-16le' : 'utf-16be';
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = sample.length * 0.1;
  if (odd > many && even * 20 < odd) return 'utf-16le';
  return even > many && odd * 20 < even ? 'utf-16be' : null;
}

function linesOf(sample: Buffer, whole: boolean): Buffer[] {
  const lines: Buffer[] = [];
  let from = 0;
  sample.forEach((byte, at) => {
    if (byte !== 0x0a && byte !== 0x0d) return;
    lines.push(sample.subarray(from, at));
    from = at + 1;
  });
  // a sample without a line end says more than nothing, even if a character is cut at its end
  return whole || lines.length === 0 ? [...lines, sample.subarray(from)] : lines;
}
