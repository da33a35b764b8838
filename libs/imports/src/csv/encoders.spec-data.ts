import { TextDecoder } from 'node:util';
import type { CsvEncoding } from './decoding.js';

/** Bytes that one character is written as. */
type Code = ReadonlyMap<string, readonly number[]>;

const codes = new Map<CsvEncoding, Code>();

/** Text in an encoding, by asking the decoder of the platform what all its bytes mean. @throws for what it can't hold */
export function encoded(text: string, encoding: CsvEncoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const code = codes.get(encoding) ?? codeOf(encoding);
  codes.set(encoding, code);
  return Buffer.from(Array.from(text).flatMap((character) => bytesOf(character, code, encoding)));
}

function bytesOf(character: string, code: Code, encoding: CsvEncoding): readonly number[] {
  const found = code.get(character);
  if (found !== undefined) return found;
  // windows-1258 writes the tone of a Vietnamese letter behind it
  const [, letter = '', tone = ''] = /^(.+)([\u0300\u0301\u0303\u0309\u0323])/u.exec(toneLast(character)) ?? [];
  if (letter === '') throw new Error(`${encoding} has no ${character}`);
  return [...bytesOf(letter.normalize('NFC'), code, encoding), ...bytesOf(tone, code, encoding)];
}

const toneLast = (character: string): string =>
  character.normalize('NFD').replace(/([\u0300\u0301\u0303\u0309\u0323])([\u0302\u0306\u031b])/u, '$2$1');

/** What windows-1252 has from 0x80 to 0x9f (WHATWG Encoding, index windows-1252); Node 20 decodes it as ISO 8859-1. */
const C1_OF_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function codeOf(encoding: CsvEncoding): Code {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const code = new Map<string, number[]>();
  for (const bytes of [...pairs, ...singles]) {
    const character = meaning(decoder, bytes);
    if (character !== null) code.set(character, bytes);
  }
  if (encoding === 'windows-1252') Array.from(C1_OF_1252).forEach((character, at) => code.set(character, [0x80 + at]));
  return code;
}

function meaning(decoder: TextDecoder, bytes: number[]): string | null {
  try {
    const text = decoder.decode(Uint8Array.from(bytes));
    return Array.from(text).length === 1 ? text : null;
  } catch {
    return null;
  }
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const singles = range(0, 0xff).map((byte) => [byte]);
const pairs = range(0x81, 0xfe).flatMap((first) => range(0x40, 0xfe).map((second) => [first, second]));
