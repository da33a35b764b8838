import type { Label, NoticeWords } from '../templates/notice-words.js';

/** A label with its colon, and what stands behind it. */
export interface Line {
  label: string;
  value: string;
}

/** A numbered entry of a section. Every name is there, so that a template never reads that of an outer section instead. */
export interface Entry {
  /** "3.1" */
  number: string;
  text: string;
  /** where `text` is an address of the web, the same once more */
  href: string | null;
  lines: Line[];
}

export const lineOf = (words: NoticeWords, label: Label, value: string): Line => ({
  label: `${words.label[label]}${words.colon}`,
  value,
});

/** Lines in their order, without those that have nothing to say. */
export const linesOf = (
  words: NoticeWords,
  ...facts: readonly (readonly [Label, string | null | undefined])[]
): Line[] =>
  facts.flatMap(([label, value]) => (value === null || value === undefined ? [] : [lineOf(words, label, value)]));
