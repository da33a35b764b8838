import type { TFunction } from 'i18next';
import type en from '../i18n/en/words.json';

/** Reasons and error states by their stable codes; a code newer than this page is shown as the server worded it. */
type Reason = keyof typeof en.reason;
type ErrorState = keyof typeof en.error;

/** The codes a person can choose as a stated reason, with their words, in the order of the taxonomy. */
export const reasonChoices = (t: TFunction): [code: string, says: string][] =>
  Object.entries(t('words.reason', { returnObjects: true }));

/** The error states a person can have met while filing. */
export const errorChoices = (t: TFunction): [code: string, says: string][] =>
  Object.entries(t('words.error', { returnObjects: true }));

const isReason = (t: TFunction, code: string): code is Reason => code in t('words.reason', { returnObjects: true });
const isErrorState = (t: TFunction, code: string): code is ErrorState =>
  code in t('words.error', { returnObjects: true });

export const reasonWords = (t: TFunction, code: string, said: string | null = null): string =>
  isReason(t, code) ? t(`words.reason.${code}`) : (said ?? code);

export const errorWords = (t: TFunction, code: string, said: string | null = null): string =>
  isErrorState(t, code) ? t(`words.error.${code}`) : (said ?? code);
