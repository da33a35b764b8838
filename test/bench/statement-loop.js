import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

/** Below this, an id made of :r and a small number still has 15 hexadecimal digits. */
const HIGHEST = 1_152_921_504_606_000_000n;

const run = promisify(execFile);

/** pgbench from the PATH or from where Debian puts it; null where there is none. */
export async function findPgbench() {
  for (const program of [
    'pgbench',
    ...[18, 17, 16, 15].map((version) => `/usr/lib/postgresql/${version}/bin/pgbench`),
  ]) {
    const found = await run(program, ['--version']).catch(() => null);
    if (found !== null) return { program, version: found.stdout.trim() };
  }
  return null;
}

/**
 * Runs the statements over and over on `concurrency` connections, prepared once on each, and counts the rounds.
 * @param {string} url database; statements run as the role of the product's processes
 * @param {readonly string[]} statements with `:r` for a random number
 * @param {{ concurrency: number, seconds: number }} how
 * @returns {Promise<{ perSecond: number, by: string }>}
 */
export async function statementLoop(url, statements, how) {
  const pgbench = await findPgbench();
  return pgbench === null ? loopInNode(url, statements, how) : loopInPgbench(pgbench, url, statements, how);
}

async function loopInPgbench({ program, version }, url, statements, { concurrency, seconds }) {
  const folder = mkdtempSync(join(tmpdir(), 'redress-pgbench-'));
  const script = join(folder, 'script.sql');
  writeFileSync(script, [`\\set r random(1, ${HIGHEST})`, ...statements.map((sql) => `${sql};`), ''].join('\n'));
  try {
    const flags = [
      '-n',
      '-M',
      'prepared',
      '-c',
      String(concurrency),
      '-j',
      '2',
      '-T',
      String(seconds),
      '-f',
      script,
      url,
    ];
    const { stdout } = await run(program, flags, { env: { ...process.env, PGOPTIONS: '-c role=redress_app' } });
    const perSecond = Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]);
    const failed = Number(/failed transactions: (\d+)/.exec(stdout)?.[1] ?? 0);
    if (!(perSecond > 0) || failed > 0) throw new Error(`pgbench did not run as it should:\n${stdout}`);
    return { perSecond, by: version };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Slower than pgbench, which is written in C: a limit measured so is too low, and the table says so. */
async function loopInNode(url, statements, { concurrency, seconds }) {
  const until = performance.now() + seconds * 1000;
  const queries = statements.map((sql, at) => ({ name: `s${at}`, text: sql.replace(/(?<!:):r\b/g, '$1') }));
  let rounds = 0;
  const one = async () => {
    const client = new pg.Client({ connectionString: url, options: '-c role=redress_app' });
    await client.connect();
    while (performance.now() < until) {
      const r = String(1n + BigInt(Math.floor(Math.random() * Number(HIGHEST))));
      for (const query of queries) await client.query({ ...query, values: query.text.includes('$1') ? [r] : [] });
      rounds += 1;
    }
    await client.end();
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  return { perSecond: rounds / seconds, by: 'a loop in Node, since there is no pgbench here: too low a limit' };
}
