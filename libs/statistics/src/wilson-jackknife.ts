import { mean, sum } from './arithmetic.js';
import { LEVEL, twoSidedT } from './quantiles.js';
import type { ClusterCount } from './rao-scott.js';
import { wilsonScore } from './wilson.js';
import type { Interval } from './wilson.js';

/** An estimate over clusters, and the same estimate without each cluster in turn. */
export interface Jackknifed {
  estimate: number;
  /** one per cluster */
  without: readonly number[];
  /** items per cluster, in the same order, each > 0 */
  sizes: readonly number[];
}

export interface ClusteredInterval extends Interval {
  value: number;
  designEffect: number;
  /** items divided by the design effect */
  effectiveItems: number;
  effectiveClusters: number;
}

/** Delete-one-cluster jackknife variance: (m − 1)/m · Σ(θ₍ᵢ₎ − θ₍·₎)². */
export function jackknifeVariance(without: readonly number[]): number {
  const m = without.length;
  const centre = mean(without);
  return ((m - 1) / m) * sum(without.map((theta) => (theta - centre) ** 2));
}

/** Effective number of clusters, (Σnᵢ)²/Σnᵢ²: equals their number when they are alike in size. */
export const effectiveClusters = (sizes: readonly number[]): number =>
  sum(sizes) ** 2 / sum(sizes.map((size) => size * size));

/** Degrees of freedom that go with so many effective clusters. */
export const clusterDegrees = (effective: number): number => Math.max(1, effective - 1);

/** Variance inflation by clustering, never below 1; 1 where the estimate is 0 or 1 (rounding aside). */
export function jackknifeDesignEffect({ estimate, without, sizes }: Jackknifed): number {
  const binomial = (estimate * (1 - estimate)) / sum(sizes);
  return binomial > 1e-15 ? Math.max(1, jackknifeVariance(without) / binomial) : 1;
}

/**
 * The one interval for every proportion over clusters: a rate, a share, a cumulative incidence or a survival probability.
 * The delete-one-cluster jackknife gives the design effect, the effective number of clusters the degrees of freedom, and
 * both go into Wilson's score interval. In simulations with rights holders of unequal size it keeps its level where the
 * Rao–Scott interval with t(m − 1) falls to 84 %.
 * @throws RangeError for fewer than two clusters
 */
export function wilsonJackknife({ estimate, without, sizes }: Jackknifed, level = LEVEL): ClusteredInterval {
  return wilsonJackknifer(sizes, level)(estimate, without);
}

/** `wilsonJackknife` for many estimates over the same clusters: what depends on the sizes alone is computed once. */
export function wilsonJackknifer(
  sizes: readonly number[],
  level = LEVEL,
): (estimate: number, without: readonly number[]) => ClusteredInterval {
  if (sizes.length < 2) throw new RangeError('wilsonJackknife: give at least two clusters');
  const clusters = effectiveClusters(sizes);
  const quantile = twoSidedT(level, clusterDegrees(clusters));
  const items = sum(sizes);
  return (estimate, without) => {
    const designEffect = jackknifeDesignEffect({ estimate, without, sizes });
    const effectiveItems = items / designEffect;
    const interval = wilsonScore(estimate, effectiveItems, quantile);
    return { value: estimate, ...interval, designEffect, effectiveItems, effectiveClusters: clusters };
  };
}

/** A rate hits/size over clusters, and the rate without each of them. */
export function jackknifedRate(clusters: readonly ClusterCount[]): Jackknifed {
  const hits = sum(clusters.map((cluster) => cluster.hits));
  const items = sum(clusters.map((cluster) => cluster.size));
  return {
    estimate: hits / items,
    without: clusters.map((cluster) => (hits - cluster.hits) / (items - cluster.size)),
    sizes: clusters.map((cluster) => cluster.size),
  };
}
