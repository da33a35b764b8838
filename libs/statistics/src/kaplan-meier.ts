import { distinct } from './arithmetic.js';
import { LEVEL, twoSidedNormal } from './quantiles.js';
import type { Interval } from './wilson.js';

/** One observation: followed from `entry` (default: from the start) to `time`, when the event came or sight was lost. */
export interface Survival {
  time: number;
  event: boolean;
  entry?: number;
}

export interface SurvivalStep extends Interval {
  time: number;
  atRisk: number;
  events: number;
  survival: number;
  /** Greenwood's standard error; NaN once nobody is left */
  error: number;
}

/** Scale on which the interval of S(t) is symmetric. */
export type SurvivalScale = 'log-log' | 'log';

/**
 * Interval of a survival probability.
 * @param s the estimate; at 1 the interval is the point, at 0 it has no upper limit on these scales (NaN)
 * @param error its standard error
 */
export function survivalInterval(s: number, error: number, z: number, scale: SurvivalScale = 'log-log'): Interval {
  if (!(s > 0)) return { low: 0, high: Number.NaN };
  if (s >= 1) return { low: 1, high: 1 };
  if (scale === 'log') {
    const factor = Math.exp((z * error) / s);
    return { low: s / factor, high: Math.min(1, s * factor) };
  }
  const exponent = Math.exp((z * error) / (s * -Math.log(s)));
  return { low: s ** exponent, high: s ** (1 / exponent) };
}

/**
 * Kaplan–Meier estimate at each time with an event. Censored observations count as at risk at their own time; delayed
 * entry counts from just after `entry`.
 */
export function kaplanMeier(
  data: readonly Survival[],
  options: { level?: number; scale?: SurvivalScale } = {},
): SurvivalStep[] {
  const z = twoSidedNormal(options.level ?? LEVEL);
  let survival = 1;
  let greenwood = 0;
  return distinct(data.filter((row) => row.event).map((row) => row.time)).map((time) => {
    const atRisk = data.filter((row) => row.time >= time && (row.entry ?? -Infinity) < time).length;
    const events = data.filter((row) => row.event && row.time === time).length;
    survival *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    const error = survival === 0 ? Number.NaN : survival * Math.sqrt(greenwood);
    return { time, atRisk, events, survival, error, ...survivalInterval(survival, error, z, options.scale) };
  });
}

/** A point of a survival curve with its interval. */
export interface CurvePoint extends Interval {
  time: number;
  survival: number;
}

export interface TimeQuantile {
  /** null: the curve does not fall that far */
  value: number | null;
  low: number | null;
  /** null: not bounded by the data */
  high: number | null;
}

/**
 * The time by which a share of the items had the event, and the set of times at which the interval of S(t) contains
 * 1 − share (Brookmeyer and Crowley 1982), from its first time to its end.
 * @param curve at each time with an event, ascending
 * @param share e.g. 0.5 for the median
 */
export function timeQuantile(curve: readonly CurvePoint[], share = 0.5): TimeQuantile {
  // a product of fractions can miss the level by a rounding error
  const level = 1 - share + 1e-12;
  const first = (reached: (point: CurvePoint) => boolean): number | null => curve.find(reached)?.time ?? null;
  const lastHolding = curve.findLastIndex((point) => point.high >= 1 - share - 1e-12);
  return {
    value: first((point) => point.survival <= level),
    low: first((point) => point.low <= level),
    high: curve.find((point, i) => i > lastHolding && point.high < 1 - share)?.time ?? null,
  };
}
