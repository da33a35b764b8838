/**
 * Which hypotheses to reject so that the false discovery rate stays at `q` (Benjamini and Hochberg 1995): those up to the
 * largest k with p₍ₖ₎ ≤ k·q/m.
 * @returns one boolean per p-value, in the order given
 */
export function benjaminiHochberg(pValues: readonly number[], q = 0.05): boolean[] {
  const ascending = [...pValues].sort((a, b) => a - b);
  const last = ascending.findLastIndex((p, i) => p <= ((i + 1) * q) / ascending.length);
  const limit = ascending[last] ?? -1;
  return pValues.map((p) => p <= limit);
}
