import { clamp } from './arithmetic.js';
import { LEVEL, twoSidedNormal } from './quantiles.js';

export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson's score interval for a proportion (Wilson 1927), with any number of trials and any quantile, so that an effective
 * number of items and a t quantile can take the place of n and z.
 * @param p the estimate, 0 to 1
 * @param n trials, > 0, may be fractional
 * @param q two-sided quantile, e.g. 1.96
 */
export function wilsonScore(p: number, n: number, q: number): Interval {
  const z2 = q * q;
  const centre = p + z2 / (2 * n);
  const half = q * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  // at 0 and 1 the closed form misses the estimate by a rounding error
  return { low: clamp((centre - half) / scale, 0, p), high: clamp((centre + half) / scale, p, 1) };
}

/** Wilson interval of x successes in n trials. @throws RangeError unless 0 ≤ x ≤ n and n > 0 */
export function wilson(x: number, n: number, level = LEVEL): Interval {
  if (!(n > 0) || x < 0 || x > n)
    throw new RangeError(`wilson: ${x} successes in ${n} trials; give 0 ≤ x ≤ n and n > 0`);
  return wilsonScore(x / n, n, twoSidedNormal(level));
}
