/** Measures as /api/v1 gives them. */
export interface Figure {
  value: number | null;
  low: number | null;
  high: number | null;
  level: number;
  numerator: number;
  denominator: number;
  clusters: number;
  effectiveClusters: number | null;
  designEffect: number | null;
  method: string;
  reliable: boolean;
  note: string | null;
  coverage: number | null;
}

export type Day = '7' | '15' | '30' | '60';
export type Fate = 'removed' | 'refused' | 'downUnattributed' | 'withdrawn' | 'silence';

export interface Measures {
  refusalRate: Figure;
  preventedFilingRate: Figure;
  stalledFilingRate: Figure;
  unjustifiedRefusalShare: Figure;
  noGuidanceShare: Figure;
  untranslatedReplyShare: Figure;
  falseDeficiencyShare: Figure;
  claimedNotEffected: Figure;
  outcomeByDay: Record<Day, Record<Fate, Figure>>;
  /** days */
  timeToDecision: { median: Figure };
  errorEpisodes: number;
}

export interface PlatformMeasures {
  platform: string;
  from: string | null;
  to: string | null;
  asOf: string;
  measures: Measures;
  items: number;
  simulated: boolean;
}

export interface Comparison {
  groupBy: string;
  from: string | null;
  to: string | null;
  asOf: string;
  data: { key: string; name: string; simulated: boolean; items: number; measures: Measures }[];
}
