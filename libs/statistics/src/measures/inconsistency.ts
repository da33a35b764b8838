import type { Figure } from '#libs/domain';
import { clamp, sum } from '../arithmetic.js';
import { groupBy } from '../grouping.js';
import { addSums, agreementSums, alphaOf, outcomeAgreement } from '../outcome-agreement.js';
import type { GroupOutcome, OutcomeAgreement } from '../outcome-agreement.js';
import { LEVEL, twoSidedT } from '../quantiles.js';
import { clusterDegrees, effectiveClusters, jackknifeVariance } from '../wilson-jackknife.js';
import type { Cases } from './cases.js';
import { shareOf } from './proportion.js';
import { isRefused, isRuling } from './refusal-rate.js';
import { LEAST_ITEMS, noteOf, withheld } from './reliability.js';
import type { Standing } from './standing.js';

/** Alike items, different outcomes. */
export interface Inconsistency {
  /** D_o, probability that two alike items met different outcomes; null below ten items */
  observed: number | null;
  /** D_e, the same for any two items */
  expected: number | null;
  /** 1 − D_o/D_e; numerator = refusals, denominator = items in groups */
  alpha: Figure;
  /** Gwet's AC1, to read beside α when refusals are rare */
  ac1: number | null;
  /** equivalence groups with two or more items ruled on */
  groups: number;
  items: number;
}

/** Fewer of the rarer outcome than this: D_o and D_e alone. Below it the jackknife interval covered 70 to 88 %. */
const LEAST_OF_RARER = 30;

interface Group extends GroupOutcome {
  /** rights holder of the group: alike items share a right */
  rightsHolder: string;
}

/**
 * Inconsistency over equivalence groups of first-instance, complete items that were refused, removed or partly removed by
 * the cut. Resubmissions are left out: they may carry new evidence. α has a delete-one-rights-holder jackknife interval
 * with t(G − 1), clipped to [−1, 1]; with one rights holder, whose groups are then deleted one by one, it describes that
 * rights holder's complaints. Coverage: items of equivalence groups that were ruled on / all of them.
 */
export function inconsistency({ complete }: Cases): Inconsistency {
  const grouped = complete.filter((item) => item.fact.equivalenceGroup !== null);
  const ruled = grouped.filter(isRuling);
  const groups = [...groupBy(ruled, (item) => item.fact.equivalenceGroup).values()]
    .filter((items) => items.length >= 2)
    .map(groupOf);
  const agreement = outcomeAgreement(groups);
  const alpha = alphaFigure(groups, agreement, shareOf(ruled.length, grouped.length));
  const counts = { alpha, groups: agreement.groups, items: agreement.items };
  if (agreement.items < LEAST_ITEMS) return { observed: null, expected: null, ac1: null, ...counts };
  return { observed: agreement.observed, expected: agreement.expected, ac1: agreement.ac1, ...counts };
}

const groupOf = (items: readonly Standing[]): Group => ({
  rightsHolder: items.map((item) => item.fact.rightsHolder).sort()[0] ?? '',
  size: items.length,
  refused: items.filter(isRefused).length,
});

function alphaFigure(groups: readonly Group[], agreement: OutcomeAgreement, coverage: number | null): Figure {
  const { items, refused, alpha } = agreement;
  const holders = [...groupBy(groups, (group) => group.rightsHolder).values()];
  const counts = { numerator: refused, denominator: items, clusters: holders.length, coverage };
  const frame = { level: LEVEL, ...counts, effectiveClusters: null, designEffect: null, method: 'alpha-jackknife' };
  const figure: Figure = { value: alpha, low: null, high: null, ...frame, reliable: true, note: null };
  if (items < LEAST_ITEMS) return withheld(figure, 'too-few-items');
  if (alpha === null) return withheld(figure, 'no-variation');
  if (Math.min(refused, items - refused) < LEAST_OF_RARER) return withheld(figure, 'few-refusals');
  const units = holders.length === 1 ? groups.map((group) => [group]) : holders;
  return { ...figure, ...alphaInterval(alpha, units), note: noteOf(holders.length, null) };
}

/** Delete-one-unit jackknife. Where leaving one out leaves no variation, nothing is known: the interval is [−1, 1]. */
function alphaInterval(
  alpha: number,
  units: readonly (readonly Group[])[],
): Pick<Figure, 'low' | 'high' | 'effectiveClusters'> {
  const effective = effectiveClusters(units.map((unit) => sum(unit.map((group) => group.size))));
  const without = alphaWithoutEach(units).filter((value) => value !== null);
  if (units.length < 2 || without.length < units.length) return { low: -1, high: 1, effectiveClusters: effective };
  const half = twoSidedT(LEVEL, clusterDegrees(effective)) * Math.sqrt(jackknifeVariance(without));
  return { low: clamp(alpha - half, -1, 1), high: clamp(alpha + half, -1, 1), effectiveClusters: effective };
}

/** α without each unit in turn, by subtracting the unit's sums from the whole. */
function alphaWithoutEach(units: readonly (readonly Group[])[]): (number | null)[] {
  const sums = units.map((unit) => agreementSums(unit));
  const whole = addSums(sums);
  return sums.map((own) =>
    alphaOf({
      items: whole.items - own.items,
      refused: whole.refused - own.refused,
      discordance: whole.discordance - own.discordance,
    }),
  );
}
