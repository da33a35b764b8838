import { useTranslation } from 'react-i18next';
import { tagOf } from '../../i18n/language.js';

/** Writes whole numbers by the habits of the interface's language: `100,000`. */
export function useNumbers(): (value: number) => string {
  const { i18n } = useTranslation();
  const format = new Intl.NumberFormat(tagOf(i18n.language));
  return (value) => format.format(value);
}

/** Names one after the other, with the comma of the interface's language: `A, B`, `A、B`. */
export function useList(): (names: readonly string[]) => string {
  const { i18n } = useTranslation();
  const format = new Intl.ListFormat(tagOf(i18n.language), { type: 'conjunction', style: 'narrow' });
  return (names) => format.format(names);
}

/** Of a hundred, rounded down, so that 100 % is never said before the end; null where the whole is not known. */
export const percentOf = (part: number, whole: number): number | null =>
  whole <= 0 ? null : Math.min(100, Math.floor((100 * part) / whole));
