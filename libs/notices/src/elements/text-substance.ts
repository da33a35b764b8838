import { oneLine } from '../plain-text.js';

/** Eight Chinese characters say about as much as twenty Latin ones. */
const WEIGHT_OF_A_LOGOGRAM = 2.5;
const ENOUGH = 20;
const LOGOGRAM = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/gu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * Does the text say something? At least 20 characters, or 8 Chinese ones, or a mixture worth as much; a run of white space
 * counts once, invisible characters not at all, and at least half must be letters or digits.
 * @param enough how much it must be worth, in Latin characters; up to a thousand
 */
export function saysSomething(text: string, enough = ENOUGH): boolean {
  // beyond the first thousand characters the answer no longer changes for text a person wrote
  const start = oneLine(text).slice(0, 1000);
  const logograms = count(start, LOGOGRAM);
  const weight = start.length + logograms * (WEIGHT_OF_A_LOGOGRAM - 1);
  return weight >= enough && 2 * count(start, LETTER_OR_DIGIT) >= start.length;
}
