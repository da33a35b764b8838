import type { ItemFact } from '#libs/domain';
import { groupBy } from './grouping.js';
import { casesOf } from './measures/cases.js';
import type { Cases, DataCut } from './measures/cases.js';
import { preventedFilingRate, stalledFilingRate } from './measures/filing.js';
import { inconsistency } from './measures/inconsistency.js';
import {
  falseDeficiencyShare,
  noGuidanceShare,
  unjustifiedRefusalShare,
  untranslatedReplyShare,
} from './measures/justification-shares.js';
import { outcomeByDay } from './measures/outcome-by-day.js';
import { programmeGap } from './measures/programme-gap.js';
import { refusalRate } from './measures/refusal-rate.js';
import { reversalOnUnchangedResubmission } from './measures/reversal.js';
import { claimedNotEffected, relistingByDay } from './measures/takedown-effect.js';
import { timeToDecision } from './measures/time-to-decision.js';

/** Every measure that can be computed from the analysis table, by its key. Adding one is one line here. */
const measures = {
  preventedFilingRate,
  stalledFilingRate,
  outcomeByDay,
  refusalRate,
  unjustifiedRefusalShare,
  noGuidanceShare,
  untranslatedReplyShare,
  falseDeficiencyShare,
  inconsistency,
  reversalOnUnchangedResubmission,
  timeToDecision,
  claimedNotEffected,
  relistingByDay,
  programmeGap,
} as const satisfies Record<string, (cases: Cases) => unknown>;

export type MeasureKey = keyof typeof measures;
export const measureKeys = Object.keys(measures) as MeasureKey[];

/** The measures of one set of items, as API, page, CSV and PDF show them. */
export type Measures = { [Key in MeasureKey]: ReturnType<(typeof measures)[Key]> };

/**
 * All measures of a set of items at a data cut. Pure: the same facts and cut give the same figures, in any order of the
 * facts, whatever happened after the cut.
 */
export function measuresOf(facts: readonly ItemFact[], cut: DataCut): Measures {
  const cases = casesOf(facts, cut);
  return Object.fromEntries(measureKeys.map((key) => [key, measures[key](cases)])) as Measures;
}

/** The measures of each group of items, e.g. by platform, ground or month; groups in the order of their first item. */
export function measuresBy<Key>(
  facts: readonly ItemFact[],
  keyOf: (fact: ItemFact) => Key,
  cut: DataCut,
): Map<Key, Measures> {
  return new Map([...groupBy(facts, keyOf)].map(([key, own]) => [key, measuresOf(own, cut)]));
}
