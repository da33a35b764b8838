import { chiSquareTail } from './quantiles.js';

export interface McNemar {
  /** (b − c)²/(b + c), 1 degree of freedom, without continuity correction */
  statistic: number;
  /** two-sided, from the chi-squared distribution */
  p: number;
  /** two-sided, exact binomial */
  exact: number;
  /** b/c; null where c = 0 */
  oddsRatio: number | null;
}

/**
 * McNemar's test for paired conditions, e.g. the same right filed from a member's and a non-member's account.
 * @param b pairs with the outcome under the first condition only
 * @param c pairs with the outcome under the second condition only
 * @returns null where no pair differs
 */
export function mcnemar(b: number, c: number): McNemar | null {
  const n = b + c;
  if (n === 0) return null;
  const statistic = (b - c) ** 2 / n;
  const oddsRatio = c === 0 ? null : b / c;
  return {
    statistic,
    p: chiSquareTail(statistic),
    exact: Math.min(1, 2 * fairCoinAtMost(Math.min(b, c), n)),
    oddsRatio,
  };
}

/** P(X ≤ k) of n tosses of a fair coin, by logarithms so that many tosses do not underflow. */
function fairCoinAtMost(k: number, n: number): number {
  let log = -n * Math.LN2;
  let tail = Math.exp(log);
  for (let i = 1; i <= k; i += 1) {
    log += Math.log((n - i + 1) / i);
    tail += Math.exp(log);
  }
  return tail;
}
