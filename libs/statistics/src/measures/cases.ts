import type { ItemFact } from '#libs/domain';
import { standingOf } from './standing.js';
import type { Standing } from './standing.js';

/** The data cut, and what counts as one cluster. */
export interface DataCut {
  asOf: Date;
  /** default: the rights holder. By seller it is a sensitivity analysis; items of an unknown seller stand alone. */
  clusterBy?: 'rights-holder' | 'seller';
}

/** All items as they stood at the cut. */
export interface Cases {
  asOf: Date;
  all: readonly Standing[];
  /** first instance and delivered: the base of every figure about answers */
  delivered: readonly Standing[];
  /** of these, complete: only refusals of complete notices say something about the platform */
  complete: readonly Standing[];
  /** complete items delivered at least 30 days before the cut */
  mature: readonly Standing[];
  /** refusals among the complete items */
  refusals: readonly Standing[];
}

/** Days an item must have had before its outcome counts in a rate. */
const MATURE_DAYS = 30;

export function casesOf(facts: readonly ItemFact[], cut: DataCut): Cases {
  const clusters = new Map<string, number>();
  const clusterOf = (fact: ItemFact): number => {
    const key = cut.clusterBy === 'seller' ? (fact.seller ?? `item ${fact.itemId}`) : fact.rightsHolder;
    const known = clusters.get(key) ?? clusters.size;
    clusters.set(key, known);
    return known;
  };
  const all = facts.map((fact) => standingOf(fact, cut.asOf, clusterOf(fact)));
  const delivered = all.filter((item) => item.fact.firstInstance && item.delivered);
  const complete = delivered.filter((item) => item.fact.complete);
  return {
    asOf: cut.asOf,
    all,
    delivered,
    complete,
    mature: complete.filter((item) => item.age >= MATURE_DAYS),
    refusals: complete.filter((item) => item.ending === 'refused'),
  };
}
