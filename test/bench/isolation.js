import { availableParallelism, loadavg } from 'node:os';
import { startProduct } from './product.js';
import { smtpSink } from './smtp-sink.js';
import { filer, owner, startWorker, until } from './workers.js';

const HEALTHY = ['sandbox', 'sandbox-code', 'sandbox-clear'];
const HANGING = 'sandbox-mute';
const SECONDS = 20;
const EVERY_MS = 200;
/** Goal: how much longer the slowest twentieth of the others may wait. */
const LIMIT = 1.2;

/**
 * What a platform that hangs costs the others: complaints with four platforms come at a steady pace, one worker delivers them, and
 * in the second part one of the four takes no notice any more. The delay of a healthy one, from queued to delivered, with and
 * without it, in the same run.
 */
export async function run() {
  const sink = await smtpSink();
  const product = await startProduct();
  const database = await owner(product);
  const worker = await startWorker(product, { SMTP_URL: `smtp://127.0.0.1:${sink.port}` });
  try {
    const file = await filer(product);
    await part(file, 8);
    const without = await measured(database, () => part(file, SECONDS));
    sink.hang('@mute.sandbox.redress.test');
    const withOne = await measured(database, () => part(file, SECONDS));
    const [{ stuck }] = await database.rows(
      `select count(*)::int as stuck from attempt where state in ('queued', 'sending')`,
    );
    const load = loadavg().map((each) => each.toFixed(1));
    return {
      title: `isolation: delay of healthy platforms with one that hangs, ${Math.round(1000 / EVERY_MS)} complaints/s with ${HEALTHY.length + 1} platforms, p95 (goal: ratio at most ${LIMIT})`,
      rows: [
        {
          figure: withOne.p95,
          unit: 'ms with one hanging',
          limit: 'ms without',
          limitFigure: without.p95,
          by: `the ${SECONDS} s before`,
        },
      ],
      notes: [
        `median ${withOne.p50.toFixed(0)} ms with, ${without.p50.toFixed(0)} ms without; ${withOne.count} and ${without.count} healthy deliveries, ${stuck} notices wait for the platform that hangs`,
        `load average ${load.join(' ')} on ${availableParallelism()} processors`,
      ],
    };
  } finally {
    await worker.close();
    await database.close();
    await product.close();
    await sink.close();
  }
}

/** Files in turn with every platform, at a steady pace, whatever a filing takes. */
async function part(file, seconds) {
  const platforms = [...HEALTHY, HANGING];
  const filings = [];
  for (let n = 0; n < (seconds * 1000) / EVERY_MS; n += 1) {
    filings.push(
      file(platforms[n % platforms.length], (serial) => `https://github.com/seller-${serial}/shop-${serial}`),
    );
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  await Promise.all(filings);
}

/** The delays of the healthy complaints that `work` files. */
async function measured(database, work) {
  const [{ now }] = await database.rows('select now()');
  await work();
  const healthy = `from attempt a join complaint c on c.workspace_id = a.workspace_id and c.id = a.complaint_id
    where a.queued_at >= $1 and c.platform <> $2`;
  const open = async () =>
    (await database.rows(`select count(*)::int as n ${healthy} and a.state <> 'delivered'`, [now, HANGING]))[0].n;
  await until('every healthy complaint to be delivered', async () => (await open()) === 0, 120);
  const [found] = await database.rows(
    `select count(*)::int as count, percentile_cont(0.5) within group (order by ms) as p50, percentile_cont(0.95) within group (order by ms) as p95
       from (select extract(epoch from a.finished_at - a.queued_at)::float8 * 1000 as ms ${healthy}) delays`,
    [now, HANGING],
  );
  return found;
}
