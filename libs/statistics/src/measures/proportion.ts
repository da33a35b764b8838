import type { Figure } from '#libs/domain';
import { sum } from '../arithmetic.js';
import { LEVEL, twoSidedNormal } from '../quantiles.js';
import type { ClusterCount } from '../rao-scott.js';
import { jackknifedRate, wilsonJackknife } from '../wilson-jackknife.js';
import type { Jackknifed } from '../wilson-jackknife.js';
import { wilsonScore } from '../wilson.js';
import { LEAST_ITEMS, noteOf, withheld } from './reliability.js';
import type { Standing } from './standing.js';

/** What a figure is made of, before its interval. */
export interface Counted {
  numerator: number;
  denominator: number;
  clusters: number;
  coverage: number | null;
}

/** Share a of b; null where there is nothing to share. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Items and hits per cluster; clusters without items are left out. */
export function clusterCounts(items: readonly Standing[], isHit: (item: Standing) => boolean): ClusterCount[] {
  const counts = new Map<number, ClusterCount>();
  for (const item of items) {
    const count = counts.get(item.cluster) ?? { hits: 0, size: 0 };
    count.size += 1;
    if (isHit(item)) count.hits += 1;
    counts.set(item.cluster, count);
  }
  return [...counts.values()];
}

/**
 * A rate as a figure: `wilson-jackknife` over clusters, plain Wilson over items for one cluster, nothing below ten items.
 * @param items the denominator
 * @param coverage share of the eligible items whose outcome or coding is known
 */
export function proportion(
  items: readonly Standing[],
  isHit: (item: Standing) => boolean,
  coverage: number | null,
): Figure {
  const counts = clusterCounts(items, isHit);
  const counted: Counted = {
    numerator: sum(counts.map((count) => count.hits)),
    denominator: items.length,
    clusters: counts.length,
    coverage,
  };
  if (items.length < LEAST_ITEMS) return tooFew(counted);
  if (counts.length === 1) return ofOneCluster(counted, counted.numerator / counted.denominator, items.length);
  return ofClusters(counted, jackknifedRate(counts));
}

/** Counts only. */
export const tooFew = (counted: Counted): Figure => withheld(ofOneCluster(counted, 0, 1), 'too-few-items');

/** A figure over two or more clusters. */
export function ofClusters(counted: Counted, estimates: Jackknifed): Figure {
  const { value, low, high, effectiveClusters, designEffect } = wilsonJackknife(estimates);
  const note = noteOf(counted.clusters, { low, high });
  const method = 'wilson-jackknife';
  return { value, low, high, level: LEVEL, ...counted, effectiveClusters, designEffect, method, reliable: true, note };
}

/**
 * A figure over the items of one cluster, taken as independent.
 * @param effectiveItems how many followed items the estimate is worth: all of them for a rate, fewer after censoring
 */
export function ofOneCluster(counted: Counted, value: number, effectiveItems: number): Figure {
  const interval = wilsonScore(value, effectiveItems, twoSidedNormal(LEVEL));
  return {
    value,
    ...interval,
    level: LEVEL,
    ...counted,
    effectiveClusters: counted.clusters === 0 ? null : 1,
    designEffect: null,
    method: 'wilson',
    reliable: true,
    note: noteOf(counted.clusters, interval),
  };
}
