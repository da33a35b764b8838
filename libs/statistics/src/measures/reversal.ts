import type { Figure } from '#libs/domain';
import { groupBy } from '../grouping.js';
import type { Cases } from './cases.js';
import { proportion, shareOf } from './proportion.js';
import { isRuling } from './refusal-rate.js';
import type { Standing } from './standing.js';

/**
 * Refused, refiled unchanged, then removed: of the delivered refilings with material change `none` that were ruled on
 * (refused, removed or partly removed) by the cut, those removed. Each refiling counts once. `resubmissionOf` names the
 * refused item or its complaint; where that is in the table and was not refused, the refiling is left out. Coverage:
 * refilings ruled on / all of them.
 */
export function reversalOnUnchangedResubmission({ all }: Cases): Figure {
  const byItem = groupBy(all, (item) => item.fact.itemId);
  const byComplaint = groupBy(all, (item) => item.fact.complaintId);
  const followsRefusal = ({ fact }: Standing): boolean => {
    if (fact.resubmissionOf === null) return false;
    const originals = byItem.get(fact.resubmissionOf) ?? byComplaint.get(fact.resubmissionOf);
    return originals === undefined || originals.some((item) => item.ending === 'refused');
  };
  const unchanged = all.filter((item) => item.delivered && item.fact.materialChange === 'none');
  const refiled = unchanged.filter(followsRefusal);
  const ruled = refiled.filter(isRuling);
  return proportion(ruled, (item) => item.ending === 'removed', shareOf(ruled.length, refiled.length));
}
