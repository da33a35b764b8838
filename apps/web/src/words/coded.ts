import type { TFunction } from 'i18next';
import type { ErrorCode, ReasonCode } from '../api/types.js';

/** Reasons and error states by their stable codes; a code newer than this page is shown as the server worded it. */
const entriesOf = <Code extends string>(words: Record<Code, string>): [code: Code, says: string][] =>
  Object.entries(words) as [Code, string][];

/** The codes a person can choose as a stated reason, with their words, in the order of the taxonomy. */
export const reasonChoices = (t: TFunction): [code: ReasonCode, says: string][] =>
  entriesOf(t('words.reason', { returnObjects: true }));

/** The error states a person can have met while filing. */
export const errorChoices = (t: TFunction): [code: ErrorCode, says: string][] =>
  entriesOf(t('words.error', { returnObjects: true }));

export const isReason = (t: TFunction, code: string): code is ReasonCode =>
  code in t('words.reason', { returnObjects: true });
export const isErrorState = (t: TFunction, code: string): code is ErrorCode =>
  code in t('words.error', { returnObjects: true });

export const reasonWords = (t: TFunction, code: string, said: string | null = null): string =>
  isReason(t, code) ? t(`words.reason.${code}`) : (said ?? code);

export const errorWords = (t: TFunction, code: string, said: string | null = null): string =>
  isErrorState(t, code) ? t(`words.error.${code}`) : (said ?? code);
