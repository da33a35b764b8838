import Mustache from 'mustache';
import type { Language } from '#libs/domain';
import type { NoticeFacts } from './notice-facts.js';
import { noticeView } from './notice-view.js';
import { shortened } from './plain-text.js';
import { english } from './templates/en/words.js';
import type { NoticeWords } from './templates/notice-words.js';
import { chinese } from './templates/zh/words.js';

/** A notice as it is sent: plain text, lines ended by LF. */
export interface Notice {
  /** one line, no control characters: safe as a header */
  subject: string;
  text: string;
  language: Language;
}

const wordsOf: Readonly<Record<Language, NoticeWords>> = { en: english, zh: chinese };

/** Plain text has no markup to escape, and mustache never reads an inserted value as a template. */
const asItIs = { escape: (value: unknown): string => String(value) };

/** A name that fills the subject would hide the reference behind it. */
const NAME_IN_SUBJECT = 80;

/**
 * Renders the notice in the language of the facts. Renders drafts too: what is missing is left out or said to be missing,
 * never invented; whether it may be sent is for `missingElements` and `profileFaults` to say.
 */
export function renderNotice(facts: NoticeFacts): Notice {
  const words = wordsOf[facts.language];
  const view = noticeView(facts, words);
  const subject = words.subject({
    matter: view.matter,
    listings: view.listingsCounted,
    rightsHolder: shortened(view.rightsHolder.name, NAME_IN_SUBJECT),
    reference: shortened(view.reference, NAME_IN_SUBJECT),
  });
  return { subject, text: Mustache.render(words.template, view, {}, asItIs), language: facts.language };
}
