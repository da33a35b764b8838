import { analyse } from 'chardet';
import { decodingOf } from '../csv/decoding.js';
import type { CsvEncoding } from '../csv/decoding.js';
import { usualCharacters } from './usual-characters.js';

/** Lines of text that is not UTF-8, each with at least one byte beyond ASCII. */
type Lines = readonly Buffer[];

/**
 * The encoding lines of text are in most likely, of those in use before UTF-8. Chinese, Japanese and Korean text is told by
 * the share of usual characters, Vietnamese by its syllables, Thai by its consonants; the alphabets of one byte by chardet,
 * which is given the words with letters beyond ASCII alone: addresses and numbers would drown them. Where nothing is to be
 * told, windows-1252.
 */
export function detectLegacyEncoding(lines: Lines): CsvEncoding {
  return eastAsian(lines) ?? vietnamese(lines) ?? thai(lines) ?? alphabet(lines) ?? 'windows-1252';
}

const EAST_ASIAN = ['gb18030', 'euc-kr', 'big5', 'shift_jis', 'euc-jp'] as const;

/** Share of usual characters from which text is taken for Chinese, Japanese or Korean. */
const USUAL_ENOUGH = 0.8;
/** Fewer characters may be usual in Korean by chance. */
const ENOUGH_FOR_KOREAN = 8;

function eastAsian(lines: Lines): CsvEncoding | null {
  let best: { encoding: CsvEncoding; share: number } | null = null;
  for (const encoding of EAST_ASIAN) {
    const { share, count } = usualShare(lines, encoding);
    const isChance = encoding === 'euc-kr' && count < ENOUGH_FOR_KOREAN;
    // usual Chinese characters have the bytes of Korean syllables less often than the reverse: a draw is Korean
    const isBetter = encoding === 'euc-kr' ? share >= (best?.share ?? 0) : share > (best?.share ?? 0);
    if (!isChance && isBetter) best = { encoding, share };
  }
  return best !== null && best.share >= USUAL_ENOUGH ? best.encoding : null;
}

/** Marks that all of these encodings have, which tell nothing. */
const MARKS_OF_ALL = /[\u3000-\u303f\uff00-\uff5e\u2010-\u203b\u2460-\u24ff·℃￥]/;

function usualShare(lines: Lines, encoding: (typeof EAST_ASIAN)[number]): { share: number; count: number } {
  const usual = usualCharacters(encoding);
  const decoding = decodingOf(encoding);
  let [count, found] = [0, 0];
  for (const line of lines) {
    const text = decoding.exact(line);
    const telling = Array.from(text ?? '�').filter((character) => character > '\x7f' && !MARKS_OF_ALL.test(character));
    count += telling.length;
    found += telling.filter((character) => usual.has(character)).length;
  }
  return { share: count === 0 ? 0 : found / count, count };
}

/** Words with at least one letter beyond ASCII, as bytes. */
const wordsOf = (lines: Lines): Buffer[] =>
  lines.flatMap((line) =>
    (line.toString('latin1').match(/[A-Za-z\x80-\xff]+/g) ?? [])
      .filter((word) => /[\x80-\xff]/.test(word))
      .map((word) => Buffer.from(word, 'latin1')),
  );

/** A syllable of Vietnamese: it begins with one of few consonants, and ends with one of fewer. */
const SYLLABLE =
  /^(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|n|ngh?|nh|ph?|qu|r|s|th?|tr|v|x)?[aăâeêioôơuưyàằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹáắấéếíóốớúứýạặậẹệịọộợụựỵ]{1,3}(?:ch?|m|nh?|ng|p|t)?$/u;
/** ă is followed by a consonant; where Portuguese has ão, windows-1258 has ăo. */
const NO_SYLLABLE = /[ăằẳẵắặ][aeiouy]/u;
/** Letters that windows-1252 doesn't have: with the others alone, the text may be in any language. */
const OF_VIETNAMESE = /[ăđơưằầềồờừỳảẳẩẻểỉỏổởủửỷẵẫẽễĩỗỡũữỹắấếốớứạặậẹệịọộợụựỵ]/u;

function vietnamese(lines: Lines): CsvEncoding | null {
  const decoding = decodingOf('windows-1258');
  const words = wordsOf(lines).map((word) => decoding.lenient(word).toLowerCase());
  const syllables = words.filter((word) => SYLLABLE.test(word) && !NO_SYLLABLE.test(word));
  const isVietnamese = syllables.length >= words.length * 0.8 && syllables.some((word) => OF_VIETNAMESE.test(word));
  return isVietnamese ? 'windows-1258' : null;
}

/** Thai is written without blanks, in long runs, more than half of them consonants; Cyrillic has next to none below 0xc0. */
function thai(lines: Lines): CsvEncoding | null {
  const runs = lines.flatMap((line) => line.toString('latin1').match(/[\x80-\xff]+/g) ?? []);
  const letters = runs.join('');
  const share = (pattern: RegExp): number => (letters.match(pattern)?.length ?? 0) / letters.length;
  const isThai = letters.length >= runs.length * 4 && share(/[\xa1-\xce]/g) > 0.5 && share(/[\xa1-\xbf]/g) > 0.2;
  return isThai && lines.every((line) => decodingOf('windows-874').exact(line) !== null) ? 'windows-874' : null;
}

/** What chardet calls the encodings of one byte: it says ISO 8859 where it saw none of the characters Windows adds. */
const NAMES: Readonly<Record<string, CsvEncoding>> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-2': 'iso-8859-2',
  'ISO-8859-5': 'iso-8859-5',
  'ISO-8859-6': 'iso-8859-6',
  'ISO-8859-7': 'windows-1253',
  'ISO-8859-8': 'windows-1255',
  'ISO-8859-9': 'windows-1254',
  'KOI8-R': 'koi8-r',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1252': 'windows-1252',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
  'windows-1257': 'windows-1257',
};

function alphabet(lines: Lines): CsvEncoding | null {
  const words = Buffer.from(
    wordsOf(lines)
      .map((word) => word.toString('latin1'))
      .join(' '),
    'latin1',
  );
  const found = analyse(words).filter(({ name }) => NAMES[name] !== undefined);
  const [first] = found;
  // windows-1252 comes first in a draw with windows-1250, and is what a language of the latter is mistaken for
  const drawn = found.find(({ name, confidence }) => name === 'windows-1250' && confidence === first?.confidence);
  return NAMES[(drawn ?? first)?.name ?? ''] ?? null;
}
