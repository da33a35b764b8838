/** A rule of recognition: data, so that what is recognised can be read and tested one by one. */
export interface Rule<T extends string = string> {
  says: T;
  pattern: RegExp;
}

export interface RuleHit<T extends string = string> {
  says: T;
  /** the words that matched, as they stand in the text */
  words: string;
  at: number;
}

const longestWords = 160;

/** White space made single and Unicode composed, so that a phrase broken over lines still matches. */
export const flowing = (text: string): string =>
  text.normalize('NFC').replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();

/** The first rule that matches, in the order of the rules. */
export function firstHit<T extends string>(rules: readonly Rule<T>[], text: string): RuleHit<T> | null {
  for (const rule of rules) {
    const match = rule.pattern.exec(text);
    if (match !== null) return { says: rule.says, words: match[0].trim().slice(0, longestWords), at: match.index };
  }
  return null;
}

/** How a person reads what was matched. */
export const matched = (words: string): string => `matched: "${words.slice(0, longestWords)}"`;
