import type { Figure, FigureNote } from '#libs/domain';
import type { Interval } from '../wilson.js';

/** Fewer items than this: counts only. */
export const LEAST_ITEMS = 10;
/** Fewer rights holders than this: a note. */
export const FEW_CLUSTERS = 8;
/** An interval wider than this is shown greyed. */
export const WIDE = 0.3;

/**
 * The note of a figure that has a value. The first that holds: one rights holder (the figure describes its complaints
 * only), few clusters, wide interval.
 */
export function noteOf(clusters: number, interval: Interval | null): FigureNote | null {
  if (clusters === 1) return 'one-rights-holder';
  if (clusters < FEW_CLUSTERS) return 'few-clusters';
  return interval !== null && interval.high - interval.low > WIDE ? 'wide-interval' : null;
}

/** A figure withheld: no value and no interval, the counts stay. */
export const withheld = (figure: Figure, note: FigureNote): Figure => ({
  ...figure,
  value: null,
  low: null,
  high: null,
  reliable: false,
  note,
});
