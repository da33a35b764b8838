import { distinct, sum } from './arithmetic.js';
import type { Survival } from './kaplan-meier.js';
import { chiSquareTail } from './quantiles.js';

export interface LogRank {
  /** events seen in the first and the second group */
  observed: [number, number];
  /** events expected if both groups had one hazard */
  expected: [number, number];
  /** chi-squared, 1 degree of freedom */
  statistic: number;
  p: number;
}

/** Log-rank test of two groups (Mantel 1966), hypergeometric variance for ties. */
export function logRank(first: readonly Survival[], second: readonly Survival[]): LogRank {
  const both = [...first, ...second];
  const times = distinct(both.filter((row) => row.event).map((row) => row.time));
  const steps = times.map((time) => {
    const [n1, n] = [atRisk(first, time), atRisk(both, time)];
    const d = eventsAt(both, time);
    const share = n1 / n;
    return { expected: d * share, variance: n > 1 ? (d * share * (1 - share) * (n - d)) / (n - 1) : 0 };
  });
  const events = (rows: readonly Survival[]): number => rows.filter((row) => row.event).length;
  const expected = sum(steps.map((step) => step.expected));
  const statistic = (events(first) - expected) ** 2 / sum(steps.map((step) => step.variance));
  return {
    observed: [events(first), events(second)],
    expected: [expected, events(both) - expected],
    statistic,
    p: chiSquareTail(statistic),
  };
}

const atRisk = (rows: readonly Survival[], time: number): number =>
  rows.filter((row) => row.time >= time && (row.entry ?? -Infinity) < time).length;

const eventsAt = (rows: readonly Survival[], time: number): number =>
  rows.filter((row) => row.event && row.time === time).length;
