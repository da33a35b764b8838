import type { Figure } from '#libs/domain';
import { sum } from '../arithmetic.js';
import { groupBy } from '../grouping.js';
import { differenceInterval } from '../newcombe.js';
import type { EstimateWithInterval } from '../newcombe.js';
import { LEVEL, twoSidedNormal, twoSidedT } from '../quantiles.js';
import { clusterDegrees, effectiveClusters, jackknifeDesignEffect } from '../wilson-jackknife.js';
import { wilsonScore } from '../wilson.js';
import type { Cases } from './cases.js';
import { shareOf } from './proportion.js';
import { isRefused, isRuling } from './refusal-rate.js';
import { LEAST_ITEMS, noteOf, withheld } from './reliability.js';
import type { Standing } from './standing.js';

/** Refusals of one side, in the strata that both sides have. */
export interface GapSide {
  refused: number;
  items: number;
  clusters: number;
  /** refusal rate standardised to the strata's weights; null below ten items */
  value: number | null;
}

/** Difference of refusal rates, member − non-member; numerator and denominator are those of both sides together. */
export interface ProgrammeGap extends Figure {
  member: GapSide;
  nonMember: GapSide;
  strata: number;
}

/**
 * Members of the platform's programme and others, served unequally: difference of the refusal rate (its denominator:
 * mature, complete items ruled on) within strata of right kind and ground. Each side's rate is standardised to
 * Mantel–Haenszel weights n₁n₀/(n₁ + n₀), so their difference is the Mantel–Haenszel risk difference; each has a
 * `wilson-jackknife` interval (t with the smaller G − 1; plain Wilson for a side of one rights holder), put together by
 * Newcombe's method 10. Strata that one side lacks are left out, and so in the coverage.
 */
export function programmeGap({ mature }: Cases): ProgrammeGap {
  const ruled = mature.filter(isRuling);
  const strata = [...groupBy(ruled, ({ fact }) => `${fact.rightKind} ${fact.ground}`).values()].filter(isShared);
  const weights = strata.map(weightOf);
  const [member, nonMember] = [true, false].map((isMember) =>
    sideOf(
      strata.map((items) => items.filter((item) => item.fact.programmeMember === isMember)),
      weights,
    ),
  ) as [Side, Side];
  const coverage = shareOf(member.items + nonMember.items, ruled.length);
  return {
    ...gapFigure(member, nonMember, coverage),
    member: shown(member),
    nonMember: shown(nonMember),
    strata: strata.length,
  };
}

const members = (items: readonly Standing[]): number => items.filter((item) => item.fact.programmeMember).length;

const isShared = (items: readonly Standing[]): boolean => members(items) > 0 && members(items) < items.length;

const weightOf = (items: readonly Standing[]): number =>
  (members(items) * (items.length - members(items))) / items.length;

interface Side {
  refused: number;
  items: number;
  rate: number;
  /** standardised rate without each rights holder */
  without: number[];
  sizes: number[];
}

const shown = (side: Side): GapSide => ({
  refused: side.refused,
  items: side.items,
  clusters: side.sizes.length,
  value: side.items < LEAST_ITEMS ? null : side.rate,
});

function sideOf(strata: readonly (readonly Standing[])[], weights: readonly number[]): Side {
  const items = strata.flat();
  const counts = strata.map((own) => ({ size: own.length, refused: own.filter(isRefused).length }));
  const byCluster = [...groupBy(items, (item) => item.cluster)];
  const rate = (without: number | null): number => {
    const left = counts.map((count, i) => lessCluster(count, strata[i] ?? [], without));
    const used = left.map((count, i) => (count.size > 0 ? (weights[i] ?? 0) : 0));
    return (
      sum(left.map((count, i) => (count.size > 0 ? (used[i] ?? 0) * (count.refused / count.size) : 0))) / sum(used)
    );
  };
  return {
    refused: sum(counts.map((count) => count.refused)),
    items: items.length,
    rate: rate(null),
    without: byCluster.length < 2 ? [] : byCluster.map(([cluster]) => rate(cluster)),
    sizes: byCluster.map(([, own]) => own.length),
  };
}

interface Count {
  size: number;
  refused: number;
}

function lessCluster(count: Count, items: readonly Standing[], cluster: number | null): Count {
  if (cluster === null) return count;
  const own = items.filter((item) => item.cluster === cluster);
  return { size: count.size - own.length, refused: count.refused - own.filter(isRefused).length };
}

function gapFigure(member: Side, nonMember: Side, coverage: number | null): Figure {
  const sides = [member, nonMember];
  const fewest = Math.min(...sides.map((side) => side.sizes.length));
  const counts = {
    numerator: member.refused + nonMember.refused,
    denominator: member.items + nonMember.items,
    clusters: member.sizes.length + nonMember.sizes.length,
    coverage,
  };
  const smallest = fewest === 0 ? null : Math.min(...sides.map((side) => effectiveClusters(side.sizes)));
  const method = 'newcombe-wilson-jackknife';
  const frame = { level: LEVEL, ...counts, effectiveClusters: smallest, designEffect: null, method };
  const blank: Figure = { value: null, low: null, high: null, ...frame, reliable: true, note: null };
  if (sides.some((side) => side.items < LEAST_ITEMS)) return withheld(blank, 'too-few-items');
  const difference = differenceInterval(intervalOf(member, smallest ?? 1), intervalOf(nonMember, smallest ?? 1));
  return { ...blank, ...difference, note: noteOf(fewest, difference) };
}

/** @param smallest effective clusters of the side that has fewer */
function intervalOf({ rate, without, sizes }: Side, smallest: number): EstimateWithInterval {
  if (sizes.length === 1) return { value: rate, ...wilsonScore(rate, sum(sizes), twoSidedNormal(LEVEL)) };
  const effectiveItems = sum(sizes) / jackknifeDesignEffect({ estimate: rate, without, sizes });
  const quantile = smallest > 1 ? twoSidedT(LEVEL, clusterDegrees(smallest)) : twoSidedNormal(LEVEL);
  return { value: rate, ...wilsonScore(rate, effectiveItems, quantile) };
}
