/** One judged example: what it is, what was read. */
export interface Judged {
  expected: string;
  read: string;
}

/** Share of examples read as expected, 0 to 1; 0 without examples. */
export const accuracyOf = (judged: readonly Judged[]): number =>
  judged.length === 0 ? 0 : judged.filter((each) => each.expected === each.read).length / judged.length;

/** A confusion table as text: one row per expected value, one column per value read. */
export function confusionTable(title: string, judged: readonly Judged[]): string {
  const columns = [...new Set(judged.map((each) => each.read))].sort();
  const rows = [...new Set(judged.map((each) => each.expected))].sort();
  const width = Math.max(12, ...rows.map((row) => row.length)) + 1;
  const cell = (value: string | number): string => String(value).padStart(17);
  const lines = rows.map((row) => {
    const of = judged.filter((each) => each.expected === row);
    return row.padEnd(width) + columns.map((column) => cell(of.filter((each) => each.read === column).length)).join('');
  });
  const share = `${(100 * accuracyOf(judged)).toFixed(1)} % of ${judged.length}`;
  return [
    `${title}: ${share}`,
    ' '.repeat(width) + columns.map((column) => cell(column.slice(0, 16))).join(''),
    ...lines,
  ].join('\n');
}
