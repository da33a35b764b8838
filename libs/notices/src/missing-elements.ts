import { elementIds } from '#libs/domain';
import type { ElementId, Language } from '#libs/domain';
import { elementRemedies } from './element-remedies.js';
import { elementTests } from './element-tests.js';
import type { NoticeFacts } from './notice-facts.js';

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

interface RequiredElement {
  id: ElementId;
  hook: string;
  remedy: Readonly<Record<Language, string>>;
}

const isElementId = (id: string): id is ElementId => elementIds.some((known) => known === id);

/** The regime's elements, then those the platform asks for on this ground beyond them. */
function requiredElements({ regime, platform, ground }: NoticeFacts): RequiredElement[] {
  const byRegime: RequiredElement[] = regime.elements.map(({ id, hook, remedy }) => ({ id, hook, remedy }));
  const more = (platform.grounds[ground]?.requires ?? [])
    .filter(isElementId)
    .filter((id) => !byRegime.some((element) => element.id === id))
    .map((id) => ({ id, hook: `platform rule: ${platform.name}`, remedy: elementRemedies[id] }));
  return [...byRegime, ...more];
}

/**
 * The checklist: which elements of the regime (and of the platform's own rules) the notice lacks, each once, in the
 * regime's order. Empty means complete.
 * @param language of the details, for the reader; the notice has its own
 */
export function missingElements(facts: NoticeFacts, language: Language = 'en'): MissingElement[] {
  return requiredElements(facts).flatMap(({ id, hook, remedy }) => {
    const gap = elementTests[id](facts);
    if (gap === null) return [];
    const about = gap.about === undefined || gap.about === '' ? '' : ` (${gap.about})`;
    return [{ element: id, hook, detail: `${remedy[language]}${about}`, pointer: gap.pointer }];
  });
}
