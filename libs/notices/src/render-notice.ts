import Mustache from 'mustache';
import type { Language } from '#libs/domain';
import type { NoticeFacts } from './notice-facts.js';
import { noticeView } from './view/notice-view.js';
import { oneLine, shortened } from './plain-text.js';
import { htmlTemplate } from './templates/html.js';
import { textTemplate } from './templates/text.js';
import { wordsOf } from './templates/words-of.js';
import type { NoticeWords } from './templates/notice-words.js';

/** A notice as it is sent, in two forms that say the same. */
export interface Notice {
  /** one line, no control characters: safe as a header */
  subject: string;
  /** plain text, lines ended by LF */
  text: string;
  /** a whole document, without script and without anything fetched from elsewhere */
  html: string;
  language: Language;
}

/** Plain text has no markup to escape, and mustache never reads an inserted value as a template. */
const asItIs = { escape: (value: unknown): string => String(value) };

/** A name that fills the subject would hide the reference behind it. */
const NAME_IN_SUBJECT = 80;

function subjectOf({ rightsHolder, reference, items, ground }: NoticeFacts, words: NoticeWords): string {
  return words.subject({
    matter: words.matter[ground],
    listings: words.listings(items.length),
    rightsHolder: shortened(oneLine(rightsHolder.name), NAME_IN_SUBJECT),
    reference: shortened(oneLine(reference), NAME_IN_SUBJECT),
  });
}

/**
 * Renders the notice in the language of the facts. Renders drafts too: what is missing is left out or said to be missing,
 * never invented; whether it may be sent is for `missingElements` and `profileFaults` to say.
 */
export function renderNotice(facts: NoticeFacts): Notice {
  const words = wordsOf[facts.language];
  const subject = subjectOf(facts, words);
  const view = { subject, ...noticeView(facts, words) };
  return {
    subject,
    text: Mustache.render(textTemplate, view, {}, asItIs),
    html: Mustache.render(htmlTemplate, view),
    language: facts.language,
  };
}
