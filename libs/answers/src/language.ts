import { franc } from 'franc';

/** ISO 639-3 as franc gives it to ISO 639-1 as Redress keeps it. Others are not guessed from short texts. */
const codes: Readonly<Record<string, string>> = {
  eng: 'en',
  spa: 'es',
  deu: 'de',
  fra: 'fr',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  pol: 'pl',
  ces: 'cs',
  fin: 'fi',
  swe: 'sv',
  dan: 'da',
  tur: 'tr',
  ind: 'id',
  vie: 'vi',
};

/** Below this many letters trigram statistics guess. */
const shortestForTrigrams = 40;
const englishWords =
  /\b(?:the|your|you|we|our|not|has|have|been|was|is|are|this|that|please|thank|thanks|for|with|and|of|to|will)\b/gi;
/** Letters only Vietnamese uses; é or ã alone would also be French or Portuguese. */
const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu;

const share = (text: string, pattern: RegExp, letters: number): number => (text.match(pattern)?.length ?? 0) / letters;

function languageOfScript(text: string, letters: number): string | null {
  if (share(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, letters) > 0.1) return 'ja';
  if (share(text, /\p{Script=Hangul}/gu, letters) > 0.3) return 'ko';
  // one Chinese character says about as much as four Latin letters
  if (share(text, /\p{Script=Han}/gu, letters) > 0.15) return 'zh';
  if (share(text, /\p{Script=Cyrillic}/gu, letters) > 0.5) return /[іїєґ]/iu.test(text) ? 'uk' : 'ru';
  if (share(text, /\p{Script=Thai}/gu, letters) > 0.5) return 'th';
  if (share(text, /\p{Script=Arabic}/gu, letters) > 0.5) return 'ar';
  return share(text, vietnamese, letters) > 0.05 ? 'vi' : null;
}

/**
 * The language of a short text as an ISO 639-1 code; null where it can't be told. Script first, then the letters of
 * Vietnamese, then trigram statistics (franc) from forty letters on. Addresses and links don't count.
 */
export function languageOf(text: string): string | null {
  const words = text
    .slice(0, 5_000)
    .normalize('NFC')
    .replace(/\b(?:https?:\/\/|www\.)\S+|\S+@\S+/g, ' ');
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 2) return null;
  const byScript = languageOfScript(words, letters);
  if (byScript !== null) return byScript;
  if ((words.match(englishWords)?.length ?? 0) >= Math.max(2, letters / 40)) return 'en';
  if (letters < shortestForTrigrams) return null;
  return codes[franc(words, { only: Object.keys(codes), minLength: shortestForTrigrams })] ?? null;
}
