import { columnSums, mean, sum } from './arithmetic.js';

export interface FleissKappa {
  /** null where every rating falls into one category */
  kappa: number | null;
  /** Randolph's κ, chance = 1/categories */
  freeMarginal: number;
}

/**
 * Fleiss' κ.
 * @param table one row per unit, one column per category: how many coders chose it; the same number of coders per unit,
 *   two or more
 */
export function fleissKappa(table: readonly (readonly number[])[]): FleissKappa {
  const columns = columnSums(table);
  const ratings = sum(columns);
  const agreement = mean(table.map((row) => pairAgreement(row)));
  const chance = sum(columns.map((count) => (count / ratings) ** 2));
  const beyond = (by: number): number => (agreement - by) / (1 - by);
  return { kappa: chance === 1 ? null : beyond(chance), freeMarginal: beyond(1 / columns.length) };
}

function pairAgreement(row: readonly number[]): number {
  const coders = sum(row);
  return sum(row.map((count) => count * (count - 1))) / (coders * (coders - 1));
}
