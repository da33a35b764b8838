import { LEVEL } from './quantiles.js';
import { wilson } from './wilson.js';
import type { Interval } from './wilson.js';

export interface EstimateWithInterval extends Interval {
  value: number;
}

/** Interval of a difference of two independent proportions from the interval of each ("square and add"). */
export function differenceInterval(first: EstimateWithInterval, second: EstimateWithInterval): EstimateWithInterval {
  const value = first.value - second.value;
  return {
    value,
    low: Math.max(-1, value - Math.hypot(first.value - first.low, second.high - second.value)),
    high: Math.min(1, value + Math.hypot(first.high - first.value, second.value - second.low)),
  };
}

/** Difference x1/n1 − x2/n2 with Newcombe's hybrid score interval (Newcombe 1998, Statistics in Medicine 17, method 10). */
export function newcombe(x1: number, n1: number, x2: number, n2: number, level = LEVEL): EstimateWithInterval {
  const arm = (x: number, n: number): EstimateWithInterval => ({ value: x / n, ...wilson(x, n, level) });
  return differenceInterval(arm(x1, n1), arm(x2, n2));
}
