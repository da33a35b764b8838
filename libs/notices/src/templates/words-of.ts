import type { Language } from '#libs/domain';
import { german } from './de.js';
import { english } from './en.js';
import { spanish } from './es.js';
import { french } from './fr.js';
import type { NoticeWords } from './notice-words.js';
import { vietnamese } from './vi.js';
import { chinese } from './zh.js';

/** A further language is a file of words and a line here. */
export const wordsOf: Readonly<Record<Language, NoticeWords>> = {
  en: english,
  zh: chinese,
  vi: vietnamese,
  fr: french,
  de: german,
  es: spanish,
};
