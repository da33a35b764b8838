import { elementIds } from '#libs/domain';
import type { ElementId, Ground, Platform, Regime, RegimeElement } from '#libs/domain';
import { elementWords } from './elements/element-words.js';

const isElementId = (id: string): id is ElementId => elementIds.some((known) => known === id);

/** What a notice on this ground must contain: the regime's elements, then those the platform asks for beyond them. */
export function requiredElements(of: { regime: Regime; platform: Platform; ground: Ground }): RegimeElement[] {
  const { regime, platform, ground } = of;
  const more = (platform.grounds[ground]?.requires ?? [])
    .filter(isElementId)
    .filter((id) => !regime.elements.some((element) => element.id === id))
    .map((id) => ({ id, hook: `platform rule: ${platform.name}`, ...elementWords[id] }));
  return [...regime.elements, ...more];
}
