/** Stable codes that say why a figure is given as it is, or not at all. */
export type FigureNote =
  | 'too-few-items'
  | 'suppressed-disclosure'
  | 'one-rights-holder'
  | 'few-clusters'
  | 'few-refusals'
  | 'wide-interval'
  | 'no-variation'
  | 'not-reached';

/** One figure with everything needed to judge it. Proportions are between 0 and 1. */
export interface Figure {
  value: number | null;
  low: number | null;
  high: number | null;
  level: number;
  numerator: number;
  denominator: number;
  /** rights holders in the denominator */
  clusters: number;
  effectiveClusters: number | null;
  designEffect: number | null;
  method: string;
  /** false: `value` is null and `note` says why */
  reliable: boolean;
  note: FigureNote | null;
  /** share of the eligible items whose outcome is coded */
  coverage: number | null;
}
