import { isAscii, isUtf8 } from 'node:buffer';
import { Fault } from '#libs/domain';

/**
 * Encodings a CSV file may have (WHATWG names). In each of them the bytes of line ends, and in all but UTF-16 those of
 * quotation marks, never stand inside another character, so that a file is cut into lines before it is decoded. (Bytes
 * of `|` and `\` do stand inside characters of Shift_JIS, Big5 and GB18030: cells are split after decoding.)
 * ISO-2022-JP and UTF-7 are not like that and are left out.
 */
export const csvEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1258',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-874',
  'koi8-r',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
] as const;
export type CsvEncoding = (typeof csvEncodings)[number];

/** How bytes become text in one encoding. Both ways are given whole lines, never part of a character. */
export interface Decoding {
  encoding: CsvEncoding;
  /** bytes of the smallest unit */
  unit: 1 | 2;
  /** null where the bytes are not valid in this encoding */
  exact: (bytes: Buffer) => string | null;
  /** with U+FFFD for what is not valid */
  lenient: (bytes: Buffer) => string;
}

/** @throws Fault `import-unreadable` for an encoding that files of listings can't have */
export function decodingOf(name: string | null): Decoding {
  const encoding = csvEncodings.find((known) => known === (name ?? 'utf-8').toLowerCase());
  if (encoding === undefined) {
    const detail = `Files in the encoding "${name ?? ''}" can’t be read. Choose one of: ${csvEncodings.join(', ')}.`;
    throw new Fault('invalid', 'import-unreadable', detail);
  }
  if (encoding === 'utf-8') return utf8;
  const unit = encoding.startsWith('utf-16') ? 2 : 1;
  const after = amend[encoding] ?? ((text: string): string => text);
  const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const lax = new TextDecoder(encoding, { ignoreBOM: true });
  return {
    encoding,
    unit,
    exact: (bytes) => {
      if (unit === 1 && isOfUtf8(bytes, encoding)) return null;
      try {
        return after(strict.decode(bytes));
      } catch {
        return null;
      }
    },
    lenient: (bytes) => after(lax.decode(bytes)),
  };
}

const utf8: Decoding = {
  encoding: 'utf-8',
  unit: 1,
  exact: (bytes) => (isUtf8(bytes) ? bytes.toString('utf8') : null),
  lenient: (bytes) => bytes.toString('utf8'),
};

/** What windows-1252 has in the place of the C1 controls; five bytes have no character and stay what they are. */
const C1_OF_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const amend: Partial<Record<CsvEncoding, (text: string) => string>> = {
  // Vietnamese letters come as base letter and combining tone: composed, they are the letters everyone else writes.
  'windows-1258': (text) => text.normalize('NFC'),
  // Node 20 decodes windows-1252 as ISO-8859-1, which has no euro sign and no curly quotation marks.
  'windows-1252': (text) => text.replace(/[\x80-\x9f]/g, (c1) => C1_OF_1252.charAt(c1.charCodeAt(0) - 0x80)),
};

const MULTIBYTE: readonly CsvEncoding[] = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'];

/**
 * Whether a line of a file in another encoding is UTF-8 all the same: files glued together would otherwise be read
 * without a complaint, as rubbish. Chance can make two bytes look like UTF-8 (`É®` in windows-1252, one character in
 * gb18030): of two bytes, only those of Latin, Greek and Cyrillic letters count, and none in an encoding of pairs.
 */
function isOfUtf8(bytes: Buffer, encoding: CsvEncoding): boolean {
  if (isAscii(bytes) || !isUtf8(bytes)) return false;
  const inPairs = MULTIBYTE.includes(encoding);
  return bytes.some((byte) => byte >= 0xe0 || (!inPairs && isLeadOfLetter(byte)));
}

const isLeadOfLetter = (byte: number): boolean => (byte >= 0xc2 && byte <= 0xc6) || (byte >= 0xce && byte <= 0xd1);
