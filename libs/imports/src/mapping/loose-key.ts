/** Letters that no decomposition turns into their plain form. */
const PLAIN: Readonly<Record<string, string>> = { đ: 'd', ł: 'l', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/**
 * What is left of a heading or a word when case, accents, blanks, punctuation and full-width forms are taken away:
 * `Rights-Holder`, `RIGHTS HOLDER` and `ｒights_holder` are one, `Đường dẫn` and `duong dan` are one.
 */
export const looseKey = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[đłøßæœı]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .normalize('NFC');
