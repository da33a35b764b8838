import type { ReasonCode } from '#libs/domain';
import { english } from './words-en.js';
import { chinese } from './words-zh.js';

/** The reasons a simulated platform gives when it explains a refusal. */
export const explainedReasons = ['RR-40', 'RR-30', 'RR-43', 'RR-15', 'RR-41'] as const satisfies readonly ReasonCode[];
export type ExplainedReason = (typeof explainedReasons)[number];

/** One explained refusal in the platform's words; `{photo}` stands for a number that differs from case to case. */
export interface Explanation {
  /** what the platform says it saw */
  facts: readonly string[];
  /** the clause and the link from fact to clause, in one sentence with "because" */
  because: string;
  /** what the complainant can add */
  add: string;
}

/** The sentences of a simulated platform in one language. `{name}`, `{reference}`, `{case}` are filled in. */
export interface Words {
  greeting: string;
  closing: string;
  acknowledgement: readonly string[];
  needsInfo: readonly string[];
  autoReply: readonly string[];
  removed: readonly string[];
  refusedIntro: string;
  explained: Readonly<Record<ExplainedReason, Explanation>>;
  appeal: string;
  /** names a policy, but no fact and no remedy: the same for everybody */
  boilerplate: string;
  /** says no and nothing else */
  empty: string;
}

/** Languages simulated platforms answer in. */
export const answerLanguages = ['en', 'zh'] as const;
export type AnswerLanguage = (typeof answerLanguages)[number];

export const wordsOf: Readonly<Record<AnswerLanguage, Words>> = { en: english, zh: chinese };

/** Puts the values into the braces of a sentence; an unknown name is left as it stands. */
export const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (brace, name: string) => values[name] ?? brace);
