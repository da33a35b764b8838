import { columnSums, sum } from './arithmetic.js';
import { LEVEL, twoSidedNormal } from './quantiles.js';
import type { Interval } from './wilson.js';

export interface Kappa extends Interval {
  value: number;
  /** asymptotic standard error */
  error: number;
  /** value divided by its standard error under chance agreement */
  z: number;
}

const unweighted = (i: number, j: number): number => (i === j ? 0 : 1);

interface Cell {
  p: number;
  /** product of the marginals */
  chance: number;
  weight: number;
  /** mean weight of the row plus mean weight of the column */
  margin: number;
}

/**
 * Cohen's κ of two coders with the standard errors of Fleiss, Cohen and Everitt (1969).
 * @param table square; row = first coder's code, column = second coder's
 * @param disagreement weight of a pair of codes, 0 on the diagonal; e.g. `(i, j) => Math.abs(i - j)` for linear weights
 * @returns null where chance agreement is complete
 */
export function cohenKappa(
  table: readonly (readonly number[])[],
  disagreement: (i: number, j: number) => number = unweighted,
  level = LEVEL,
): Kappa | null {
  const n = sum(table.flat());
  const cells = cellsOf(table, n, disagreement);
  const observed = sum(cells.map((cell) => cell.weight * cell.p));
  const expected = sum(cells.map((cell) => cell.weight * cell.chance));
  if (!(expected < 1)) return null;
  const value = (observed - expected) / (1 - expected);
  const scale = Math.sqrt(n) * (1 - expected);
  const spread = sum(cells.map((cell) => cell.p * (cell.weight - cell.margin * (1 - value)) ** 2));
  const error = Math.sqrt(spread - (value - expected * (1 - value)) ** 2) / scale;
  const spread0 = sum(cells.map((cell) => cell.chance * (cell.weight - cell.margin) ** 2));
  const half = twoSidedNormal(level) * error;
  const z = value / (Math.sqrt(spread0 - expected ** 2) / scale);
  return { value, error, low: value - half, high: Math.min(1, value + half), z };
}

function cellsOf(
  table: readonly (readonly number[])[],
  n: number,
  disagreement: (i: number, j: number) => number,
): Cell[] {
  const rows = table.map((row) => sum(row) / n);
  const columns = columnSums(table).map((total) => total / n);
  const most = Math.max(...rows.flatMap((_, i) => columns.map((__, j) => disagreement(i, j))));
  const weight = (i: number, j: number): number => 1 - disagreement(i, j) / most;
  const ofRow = rows.map((_, i) => sum(columns.map((p, j) => p * weight(i, j))));
  const ofColumn = columns.map((_, j) => sum(rows.map((p, i) => p * weight(i, j))));
  return rows.flatMap((row, i) =>
    columns.map((column, j) => ({
      p: (table[i]?.[j] ?? 0) / n,
      chance: row * column,
      weight: weight(i, j),
      margin: (ofRow[i] ?? 0) + (ofColumn[j] ?? 0),
    })),
  );
}
