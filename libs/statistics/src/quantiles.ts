import jstat from 'jstat';

/** Confidence level of every published interval. */
export const LEVEL = 0.95;

/** Standard normal quantile. @param p between 0 and 1 */
export const normalQuantile = (p: number): number => jstat.normal.inv(p, 0, 1);

/** Student t quantile; degrees of freedom may be fractional. */
export const tQuantile = (p: number, degreesOfFreedom: number): number => jstat.studentt.inv(p, degreesOfFreedom);

/** Quantile of the Beta(a, b) distribution. */
export const betaQuantile = (p: number, a: number, b: number): number => jstat.beta.inv(p, a, b);

/** Probability above `x` of a chi-squared variable with one degree of freedom. Below about 1e-16 the result is 0. */
export const chiSquareTail = (x: number): number => 2 * jstat.normal.cdf(-Math.sqrt(x), 0, 1);

/** The two-sided standard normal quantile of a level, e.g. 0.95 → 1.959964. */
export const twoSidedNormal = (level: number): number => normalQuantile((1 + level) / 2);

/** The two-sided t quantile of a level. */
export const twoSidedT = (level: number, degreesOfFreedom: number): number =>
  tQuantile((1 + level) / 2, degreesOfFreedom);
