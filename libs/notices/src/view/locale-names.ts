import type { NoticeWords } from '../templates/notice-words.js';

type Kind = 'region' | 'language';

/** Made once: making one reads the names of every country, or of every language. */
const made = new Map<string, Intl.DisplayNames>();

function namesIn(locale: string, type: Kind): Intl.DisplayNames {
  const key = `${type} ${locale}`;
  const names = made.get(key) ?? new Intl.DisplayNames([locale], { type });
  made.set(key, names);
  return names;
}

/** The name of a country by its code (ISO 3166-1 alpha-2, or EU); what is no code is left as it is. */
export function countryName(code: string | null, locale: string): string | null {
  if (code === null || !/^[A-Z]{2}$/.test(code)) return code;
  return namesIn(locale, 'region').of(code) ?? code;
}

/** Where a right holds: a country, or a union that registers for its members. */
export function territoryName(code: string, { locale, union }: NoticeWords): string {
  if (code === 'BX' || code === 'OA') return union[code];
  return countryName(code, locale) ?? code;
}

/** The name of a language by its BCP 47 tag; what is no tag is left as it is. */
export function languageName(tag: string | null, locale: string): string | null {
  if (tag === null) return null;
  try {
    return namesIn(locale, 'language').of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** "123,456 bytes", with the separators and the word of the language. */
export const sizeInBytes = (size: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' }).format(size);
