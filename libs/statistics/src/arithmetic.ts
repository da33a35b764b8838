/** Sum of numbers. */
export const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

export const mean = (values: readonly number[]): number => sum(values) / values.length;

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** The distinct values, ascending. */
export const distinct = (values: Iterable<number>): number[] => [...new Set(values)].sort((a, b) => a - b);

/** Column sums of a table of counts. */
export const columnSums = (table: readonly (readonly number[])[]): number[] => {
  const width = table[0]?.length ?? 0;
  return Array.from({ length: width }, (_, j) => sum(table.map((row) => row[j] ?? 0)));
};
