import { daysBetween } from '#libs/domain';
import type { ItemFact, ItemOutcome } from '#libs/domain';

/** How an outcome counts in the measures. */
export type Ending = 'removed' | 'partial' | 'refused' | 'other' | 'down-unattributed' | 'withdrawn' | 'pending';

/**
 * What each recorded outcome counts as. Countered, reinstated and relisted items were removed when they were decided.
 * Restricted and duplicate are decisions, but neither a removal nor a refusal.
 */
const endings: Readonly<Record<ItemOutcome, Ending>> = {
  pending: 'pending',
  removed: 'removed',
  countered: 'removed',
  reinstated: 'removed',
  relisted: 'removed',
  partial: 'partial',
  refused: 'refused',
  restricted: 'other',
  duplicate: 'other',
  'down-unattributed': 'down-unattributed',
  withdrawn: 'withdrawn',
};

/** An item as it stood at the data cut: facts dated after the cut have not happened. */
export interface Standing {
  fact: ItemFact;
  /** 0 .. clusters − 1; the rights holder, or the seller in the sensitivity analysis */
  cluster: number;
  ready: boolean;
  delivered: boolean;
  /** days from delivery to the cut; 0 where not delivered */
  age: number;
  ending: Ending;
  /** days from delivery to the ending; null where pending or undated */
  endedAfter: number | null;
  /** the platform decided */
  decided: boolean;
  seenDown: Date | null;
  seenUp: Date | null;
  relisted: Date | null;
}

const decisions: readonly Ending[] = ['removed', 'partial', 'refused', 'other'];

export const isDecision = (ending: Ending): boolean => decisions.includes(ending);

/** Reads a fact as it stood at `asOf`. An ending without a date counts as reached, but can't be placed in time. */
export function standingOf(fact: ItemFact, asOf: Date, cluster: number): Standing {
  const cut = asOf.getTime();
  const by = (date: Date | null): Date | null => (date !== null && date.getTime() <= cut ? date : null);
  const delivered = by(fact.deliveredAt);
  const { ending, at } = endingAt(fact, by);
  return {
    fact,
    cluster,
    ready: by(fact.readyAt) !== null,
    delivered: delivered !== null,
    age: delivered === null ? 0 : daysBetween(delivered, asOf),
    ending,
    endedAfter: delivered === null || at === null ? null : Math.max(0, daysBetween(delivered, at)),
    decided: isDecision(ending),
    seenDown: by(fact.firstSeenDown),
    seenUp: by(fact.lastSeenUp),
    relisted: by(fact.relistedAt),
  };
}

type Cut = (date: Date | null) => Date | null;

function endingAt(fact: ItemFact, by: Cut): { ending: Ending; at: Date | null } {
  const ending = endings[fact.outcome];
  const date = dateOf(fact, ending);
  if (ending === 'pending' || date === null || by(date) !== null) return { ending, at: date };
  // not yet at the cut: a listing already seen down then had no decision to explain it
  const down = by(fact.firstSeenDown);
  return down === null ? { ending: 'pending', at: null } : { ending: 'down-unattributed', at: down };
}

function dateOf(fact: ItemFact, ending: Ending): Date | null {
  if (ending === 'withdrawn') return fact.withdrawnAt;
  if (ending === 'down-unattributed') return fact.firstSeenDown;
  return ending === 'pending' ? null : fact.decidedAt;
}
