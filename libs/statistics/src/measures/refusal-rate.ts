import type { Figure } from '#libs/domain';
import type { Cases } from './cases.js';
import { proportion, shareOf } from './proportion.js';
import type { Standing } from './standing.js';

/** Refused, removed or partly removed: the decisions a refusal rate is about. */
export const isRuling = (item: Standing): boolean =>
  item.ending === 'refused' || item.ending === 'removed' || item.ending === 'partial';

export const isRefused = (item: Standing): boolean => item.ending === 'refused';

/**
 * Refused / (refused + removed + partial), over first-instance, complete items delivered at least 30 days before the
 * cut. Coverage: those that had any outcome by the cut / all of them, so a low coverage says that many were still
 * pending. Never shown without `outcomeByDay`.
 */
export function refusalRate({ mature }: Cases): Figure {
  const ended = mature.filter((item) => item.ending !== 'pending').length;
  return proportion(mature.filter(isRuling), isRefused, shareOf(ended, mature.length));
}
