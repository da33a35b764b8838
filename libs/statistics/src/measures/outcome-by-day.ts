import type { Figure } from '#libs/domain';
import type { ClusteredEvent } from '../clustered-incidence.js';
import type { Cases } from './cases.js';
import { incidenceFigures, tableOf } from './incidence.js';
import { shareOf } from './proportion.js';
import type { Ending, Standing } from './standing.js';

export const outcomeDays = [7, 15, 30, 60] as const;
export type OutcomeDay = (typeof outcomeDays)[number];

/** The causes that compete, in this order: 1 = removed … */
const shown = ['removed', 'refused', 'downUnattributed', 'withdrawn', 'other', 'silence'] as const;

/** Probability of each outcome by a day; they sum to 1. */
export type OutcomeShares = Record<(typeof shown)[number], Figure>;

const causes: Readonly<Record<Ending, number>> = {
  pending: 0,
  removed: 1,
  partial: 1,
  refused: 2,
  'down-unattributed': 3,
  withdrawn: 4,
  other: 5,
};

/** Items that can be placed in time: pending ones, and those whose ending has a date. */
export const isDated = (item: Standing): boolean => item.ending === 'pending' || item.endedAfter !== null;

/** Item as an event: pending items are censored at the cut. */
export const eventOf = (item: Standing, cause: number): ClusteredEvent => ({
  time: cause === 0 ? item.age : (item.endedAfter ?? item.age),
  cause,
  cluster: item.cluster,
});

/**
 * What had happened by day 7, 15, 30 and 60 after delivery: Aalen–Johansen cumulative incidence over first-instance,
 * complete, delivered items, pending ones censored at the cut. `removed` holds partial removals. Restrictions and
 * duplicates are decisions that are neither, so they compete under a cause of their own, `other`: `silence` is the share
 * with no outcome of any kind, 1 − removed − refused − downUnattributed − withdrawn − other. Coverage: items whose outcome
 * has a date / all.
 */
export function outcomeByDay({ complete }: Cases): Record<OutcomeDay, OutcomeShares> {
  const dated = complete.filter(isDated);
  const table = tableOf(
    dated.map((item) => eventOf(item, causes[item.ending])),
    shown.length - 1,
  );
  const rows = incidenceFigures(table, outcomeDays, shareOf(dated.length, complete.length));
  const named = (row: readonly Figure[]): OutcomeShares =>
    Object.fromEntries(shown.map((name, column) => [name, row[column]])) as OutcomeShares;
  return Object.fromEntries(outcomeDays.map((day, i) => [day, named(rows[i] ?? [])])) as Record<
    OutcomeDay,
    OutcomeShares
  >;
}
