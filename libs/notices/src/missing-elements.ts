import type { ElementId, ReaderLanguage } from '#libs/domain';
import { elementTests } from './elements/element-tests.js';
import type { NoticeFacts } from './notice-facts.js';
import { requiredElements } from './required-elements.js';

/** An element of the checklist that the notice lacks. */
export interface MissingElement {
  element: ElementId;
  /** the provision or platform rule that asks for it */
  hook: string;
  /** what to do, and about what */
  detail: string;
  /** JSON pointer into the body of `POST /complaints` */
  pointer: string;
}

/**
 * The checklist: which elements of the regime (and of the platform's own rules) the notice lacks, each once, in the
 * regime's order. Empty means complete.
 * @param language of the details, for the reader; the notice has its own
 */
export function missingElements(facts: NoticeFacts, language: ReaderLanguage = 'en'): MissingElement[] {
  return requiredElements(facts).flatMap(({ id, hook, remedy }) => {
    const gap = elementTests[id](facts);
    if (gap === null) return [];
    const about = gap.about === undefined || gap.about === '' ? '' : ` (${gap.about})`;
    return [{ element: id, hook, detail: `${remedy[language]}${about}`, pointer: gap.pointer }];
  });
}
