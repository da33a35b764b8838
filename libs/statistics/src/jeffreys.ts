import { betaQuantile, LEVEL } from './quantiles.js';
import type { Interval } from './wilson.js';

/**
 * Jeffreys interval: quantiles of Beta(x + ½, n − x + ½), with the limit 0 at x = 0 and 1 at x = n (Brown, Cai and
 * DasGupta 2001, Statistical Science 16).
 */
export function jeffreys(x: number, n: number, level = LEVEL): Interval {
  if (!(n > 0) || x < 0 || x > n)
    throw new RangeError(`jeffreys: ${x} successes in ${n} trials; give 0 ≤ x ≤ n and n > 0`);
  const tail = (1 - level) / 2;
  const quantile = (p: number): number => betaQuantile(p, x + 0.5, n - x + 0.5);
  return { low: x === 0 ? 0 : quantile(tail), high: x === n ? 1 : quantile(1 - tail) };
}
