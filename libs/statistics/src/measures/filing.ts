import type { Figure } from '#libs/domain';
import type { Cases } from './cases.js';
import { proportion, shareOf } from './proportion.js';
import type { Standing } from './standing.js';

const byPlatform = (item: Standing): boolean => item.fact.errorAttribution === 'platform';

/** Of the items that met an error, those whose error has an attribution (`unknown` is one). */
const attributed = (items: readonly Standing[], met: (item: Standing) => boolean): number | null =>
  shareOf(items.filter((item) => !met(item) || item.fact.errorAttribution !== null).length, items.length);

/**
 * Error states stopped the filing: items prevented with attribution `platform` / first-instance items ready by the cut
 * (checklist passed).
 */
export function preventedFilingRate({ all }: Cases): Figure {
  const ready = all.filter((item) => item.fact.firstInstance && item.ready);
  const prevented = (item: Standing): boolean => item.fact.prevented;
  return proportion(ready, (item) => prevented(item) && byPlatform(item), attributed(ready, prevented));
}

/**
 * Filed, but only after a filing error attributable to the platform: such items / first-instance items delivered by the
 * cut.
 */
export function stalledFilingRate({ delivered }: Cases): Figure {
  const stalled = (item: Standing): boolean => item.fact.stalled;
  return proportion(delivered, (item) => stalled(item) && byPlatform(item), attributed(delivered, stalled));
}
