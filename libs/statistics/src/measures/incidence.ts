import type { Figure } from '#libs/domain';
import { sum } from '../arithmetic.js';
import { incidenceAt, incidenceTable, incidenceVariances } from '../clustered-incidence.js';
import type { ClusteredEvent, IncidenceTable } from '../clustered-incidence.js';
import { LEAST_ITEMS, withheld } from './reliability.js';
import { ofClusters, ofOneCluster, tooFew } from './proportion.js';
import type { Counted } from './proportion.js';

/** Renumbers clusters 0 .. m − 1, so that none is empty, and sorts. @param causes number of causes */
export function tableOf(events: readonly ClusteredEvent[], causes: number): IncidenceTable {
  const numbers = new Map<number, number>();
  const renumbered = events.map((event) => {
    const cluster = numbers.get(event.cluster) ?? numbers.size;
    numbers.set(event.cluster, cluster);
    return { ...event, cluster };
  });
  return incidenceTable(renumbered, causes, numbers.size);
}

/**
 * Cumulative incidence of every cause at given days, and of none of them, each as a figure. A day past which nobody was
 * followed while items were still open can't be estimated (`not-reached`).
 * @param days ascending
 * @returns one row per day: the causes in order, then the share with no event. The numerator counts events seen by that
 *   day; for "no event", items not seen to have one, followed that long or not.
 */
export function incidenceFigures(table: IncidenceTable, days: readonly number[], coverage: number | null): Figure[][] {
  const full = incidenceAt(table, days);
  const without = table.clusters < 2 ? [] : table.sizes.map((_, cluster) => incidenceAt(table, days, cluster));
  const variances = table.clusters === 1 ? variancesOf(table, days) : [];
  return days.map((day, row) => {
    const numerators = eventsBy(table, day);
    return (full[row] ?? []).map((estimate, column) => {
      const counted = countedOf(table, numerators[column] ?? 0, coverage);
      const leftOut = without.map((rows) => rows[row]?.[column] ?? 0);
      const variance = variances[column]?.[row] ?? 0;
      const figure = figureAt(table, counted, { estimate, without: leftOut, variance });
      return isReached(table, day, full[row]?.at(-1) ?? 1) ? figure : withheld(figure, 'not-reached');
    });
  });
}

/** Per column of the estimate, its variance at each day; the share with no event varies as all causes together. */
function variancesOf(table: IncidenceTable, days: readonly number[]): number[][] {
  const causes = Array.from({ length: table.causes }, (_, k) => k + 1);
  return [...causes.map((cause) => [cause]), causes].map((counted) => incidenceVariances(table, counted, days));
}

const countedOf = (table: IncidenceTable, numerator: number, coverage: number | null): Counted => ({
  numerator,
  denominator: table.times.length,
  clusters: table.clusters,
  coverage,
});

const isReached = (table: IncidenceTable, day: number, survival: number): boolean =>
  table.times.length < LEAST_ITEMS || survival === 0 || (table.times.at(-1) ?? 0) >= day;

function eventsBy(table: IncidenceTable, day: number): number[] {
  const counts = new Array<number>(table.causes).fill(0);
  table.cause.forEach((cause, i) => {
    if (cause > 0 && (table.times[i] ?? 0) <= day) counts[cause - 1] = (counts[cause - 1] ?? 0) + 1;
  });
  return [...counts, table.times.length - sum(counts)];
}

interface Estimated {
  estimate: number;
  without: readonly number[];
  variance: number;
}

function figureAt(table: IncidenceTable, counted: Counted, { estimate, without, variance }: Estimated): Figure {
  if (counted.denominator < LEAST_ITEMS) return tooFew(counted);
  if (counted.clusters > 1) return ofClusters(counted, { estimate, without, sizes: table.sizes });
  return ofOneCluster(counted, estimate, worthOf(estimate, variance, counted.denominator));
}

/** Followed items an estimate is worth: p(1 − p)/variance, at most all of them. */
const worthOf = (p: number, variance: number, items: number): number =>
  variance > 0 && p > 0 && p < 1 ? Math.min(items, (p * (1 - p)) / variance) : items;
