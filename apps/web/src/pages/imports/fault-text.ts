import type { TFunction } from 'i18next';
import type { ImportColumn, RowFault } from '../../api/types.js';

type Code = keyof ReturnType<typeof wordsOf>;

const wordsOf = (t: TFunction) => t('imports.fault', { returnObjects: true });
const isKnown = (t: TFunction, code: string): code is Code => code in wordsOf(t);

/** `Ground`, `The row`: where a fault lies. */
export const placeWords = (t: TFunction, column: ImportColumn | null): string =>
  column === null ? t('imports.wholeRow') : t(`imports.column.${column}`);

/** What is wrong in few words; a code newer than this page is shown as it is. */
export const faultName = (t: TFunction, code: string): string => (isKnown(t, code) ? t(`imports.fault.${code}`) : code);

/** What to do about it; '' for a code newer than this page. */
export const faultRemedy = (t: TFunction, code: string): string =>
  isKnown(t, code) ? t(`imports.remedy.${code}`) : '';

/** The server's words are English and name the particulars; in another language the page's own come first. */
export const isEnglish = (language: string): boolean => language === 'en';

/** A fault in the interface's language: what is wrong with this very cell, and what to do. */
export function faultText(t: TFunction, language: string, { code, detail }: RowFault): string {
  if (isEnglish(language) || !isKnown(t, code)) return detail;
  return t('imports.faultLine', { fault: faultName(t, code), remedy: faultRemedy(t, code) });
}
