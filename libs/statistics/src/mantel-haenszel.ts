import { sum } from './arithmetic.js';
import { LEVEL, twoSidedNormal } from './quantiles.js';
import type { EstimateWithInterval } from './newcombe.js';

/** A 2 × 2 table: with and without the outcome (columns), in the first and the second group (rows). */
export interface TwoByTwo {
  a: number;
  b: number;
  c: number;
  d: number;
}

const total = ({ a, b, c, d }: TwoByTwo): number => a + b + c + d;

/** Odds ratio of the tables added up, ignoring strata. */
export function crudeOddsRatio(strata: readonly TwoByTwo[]): number {
  const of = (cell: keyof TwoByTwo): number => sum(strata.map((table) => table[cell]));
  return (of('a') * of('d')) / (of('b') * of('c'));
}

/**
 * Odds ratio over strata, Σ(ad/N)/Σ(bc/N) (Mantel and Haenszel 1959), with the variance of Robins, Breslow and Greenland
 * (1986) on the log scale. Null where one of the sums is 0.
 */
export function mantelHaenszel(strata: readonly TwoByTwo[], level = LEVEL): EstimateWithInterval | null {
  const tables = strata.filter((table) => total(table) > 0);
  const r = tables.map((table) => (table.a * table.d) / total(table));
  const s = tables.map((table) => (table.b * table.c) / total(table));
  const [R, S] = [sum(r), sum(s)];
  if (R === 0 || S === 0) return null;
  const concordant = tables.map((table) => (table.a + table.d) / total(table));
  const variance = sum(
    concordant.map((p, i) => {
      const [ri, si, q] = [r[i] ?? 0, s[i] ?? 0, 1 - p];
      return (p * ri) / (2 * R * R) + (p * si + q * ri) / (2 * R * S) + (q * si) / (2 * S * S);
    }),
  );
  const factor = Math.exp(twoSidedNormal(level) * Math.sqrt(variance));
  return { value: R / S, low: R / S / factor, high: (R / S) * factor };
}
