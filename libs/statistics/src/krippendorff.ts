import { sum } from './arithmetic.js';

type Code = string | number | boolean;

/**
 * Krippendorff's α for nominal codes with missing values (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability).
 * @param coders one row per coder, one column per unit; null = not coded
 * @returns null where the codes that can be paired do not vary, or nothing can be paired
 */
export function krippendorffAlpha(coders: readonly (readonly (Code | null)[])[]): number | null {
  const units = coders.reduce((most, row) => Math.max(most, row.length), 0);
  const totals = new Map<Code, number>();
  let disagreement = 0;
  for (let unit = 0; unit < units; unit += 1) {
    const counts = countCodes(coders.map((row) => row[unit] ?? null));
    const size = sum(counts.values());
    if (size < 2) continue;
    disagreement += discordantPairs(counts) / (size - 1);
    for (const [code, count] of counts) totals.set(code, (totals.get(code) ?? 0) + count);
  }
  const n = sum(totals.values());
  const expected = discordantPairs(totals) / (n - 1);
  return n < 2 || expected === 0 ? null : 1 - disagreement / expected;
}

function countCodes(codes: readonly (Code | null)[]): Map<Code, number> {
  const counts = new Map<Code, number>();
  for (const code of codes) if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Ordered pairs of unlike codes. */
function discordantPairs(counts: ReadonlyMap<unknown, number>): number {
  const n = sum(counts.values());
  return n * n - sum([...counts.values()].map((count) => count * count));
}
