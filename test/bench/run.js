/**
 * Runs benchmarks: `npm run bench` all of them, `npm run bench -- NAME` one. Each measures a figure of the product and, in the
 * same run on the same machine, the limit it is to be judged by; only their ratio can be compared between machines.
 */
const benches = {
  intake: () => import('./intake.js'),
  import: () => import('./import.js'),
  canonicalise: () => import('./canonicalise.js'),
  delivery: () => import('./delivery.js'),
  isolation: () => import('./isolation.js'),
};

/**
 * @typedef {object} Report
 * @property {string} title
 * @property {{ figure: number, unit: string, limit: string, limitFigure: number, by: string }[]} rows
 * @property {string[]} notes
 */

/** @param {Report} report */
function table({ title, rows, notes }) {
  const number = (value) => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });
  const cells = [
    ['figure', 'limit', 'ratio', 'limit measured by'],
    ...rows.map((row) => [
      `${number(row.figure)} ${row.unit}`,
      `${number(row.limitFigure)} ${row.limit}`,
      (row.figure / row.limitFigure).toFixed(3),
      row.by,
    ]),
  ];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((line) => line[column].length)));
  const lines = cells.map((line) =>
    `  ${line.map((cell, column) => cell.padEnd(widths[column])).join('  ')}`.trimEnd(),
  );
  return [title, ...lines, ...notes.map((note) => `  ${note}`), ''].join('\n');
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  for (const name of names.length > 0 ? names : Object.keys(benches)) {
    process.stdout.write(`${name} …\n`);
    const { run } = await benches[name]();
    process.stdout.write(table(await run()));
  }
}
