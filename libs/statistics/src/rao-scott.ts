import { sum } from './arithmetic.js';

/** Items of one cluster: how many, and how many have the property. */
export interface ClusterCount {
  hits: number;
  size: number;
}

export interface RaoScott {
  value: number;
  designEffect: number;
  effectiveItems: number;
}

/**
 * Ratio estimate of a proportion over clusters with its design effect (Rao and Scott 1992, Biometrics 48). A cross-check:
 * published intervals come from `wilsonJackknife`, which covers better when clusters differ in size. Null where the
 * design effect is undefined (fewer than two clusters, or a proportion of 0 or 1).
 */
export function raoScott(clusters: readonly ClusterCount[]): RaoScott | null {
  const m = clusters.length;
  const items = sum(clusters.map((cluster) => cluster.size));
  const value = sum(clusters.map((cluster) => cluster.hits)) / items;
  if (m < 2 || value === 0 || value === 1) return null;
  const squares = sum(clusters.map((cluster) => (cluster.hits - value * cluster.size) ** 2));
  const variance = (m / (m - 1)) * (squares / items ** 2);
  const designEffect = variance / ((value * (1 - value)) / items);
  return { value, designEffect, effectiveItems: items / designEffect };
}
