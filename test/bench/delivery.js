import { availableParallelism, loadavg } from 'node:os';
import { Queue, Worker, createPostgresBackend } from 'bullmq';
import nodemailer from 'nodemailer';
import { startProduct } from './product.js';
import { smtpSink } from './smtp-sink.js';
import { filer, owner, startRedis, startWorker, until } from './workers.js';

const COMPLAINTS = 200;
const PLATFORMS = {
  sandbox: (n) => `https://sandbox.redress.test/item/${n}`,
  'sandbox-code': (n) => `https://github.com/seller-${n}/shop-${n}`,
};
const CONNECTIONS = 8;

/**
 * How many complaints one worker process delivers by mail: from the moment it may begin until the last of them is recorded as
 * delivered, jobs in Redis and in PostgreSQL; against a bare loop that sends the same number of mails of the same size to the same
 * sink over as many connections, and against the same number of jobs that do nothing.
 */
export async function run() {
  const redis = await startRedis();
  const sink = await smtpSink();
  try {
    const bareMails = await mailLoop(sink, 8_000);
    const stores = [...(redis === null ? [] : [['Redis', { REDIS_URL: redis.url }]]), ['PostgreSQL', {}]];
    const rows = [];
    for (const [store, settings] of stores) {
      const { perSecond, bytes, jobsPerSecond } = await delivered(sink, settings);
      const figure = { figure: perSecond, unit: `complaints/s on ${store}` };
      rows.push({ ...figure, limit: 'mails/s', limitFigure: bareMails, by: `nodemailer, ${CONNECTIONS} connections` });
      rows.push({ ...figure, limit: 'jobs/s', limitFigure: jobsPerSecond, by: 'BullMQ, jobs that do nothing' });
      if (bytes === 0) throw new Error('no mail arrived');
    }
    const load = loadavg().map((each) => each.toFixed(1));
    return {
      title: `delivery: ${COMPLAINTS} complaints queued with ${Object.keys(PLATFORMS).length} platforms, one worker process, a sink on this machine`,
      rows,
      notes: [
        `load average ${load.join(' ')} on ${availableParallelism()} processors; the sink runs in the bench's process`,
      ],
    };
  } finally {
    await sink.close();
    await redis?.close();
  }
}

async function delivered(sink, settings) {
  const product = await startProduct(settings);
  const database = await owner(product);
  try {
    const file = await filer(product);
    const names = Object.keys(PLATFORMS);
    for (let n = 0; n < COMPLAINTS; n += 1) {
      const platform = names[n % names.length];
      await file(platform, PLATFORMS[platform]);
    }
    const jobsPerSecond = await emptyJobs(product, settings);
    const before = sink.accepted.length;
    const worker = await startWorker(product, { ...settings, SMTP_URL: `smtp://127.0.0.1:${sink.port}` });
    const count = async () =>
      (await database.rows(`select count(*)::int as n from attempt where state = 'delivered'`))[0].n;
    try {
      await until('every complaint to be delivered', async () => (await count()) === COMPLAINTS, 240);
    } finally {
      await worker.close();
    }
    const [{ seconds }] = await database.rows(
      'select extract(epoch from max(finished_at) - min(started_at))::float8 as seconds from attempt',
    );
    return { perSecond: COMPLAINTS / seconds, bytes: sink.accepted.length - before, jobsPerSecond };
  } finally {
    await database.close();
    await product.close();
  }
}

/** Mails of the size of a notice, over pooled connections. */
async function mailLoop(sink, size) {
  const transport = nodemailer.createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Infinity,
    host: '127.0.0.1',
    port: sink.port,
    ignoreTLS: true,
  });
  const raw = `Subject: notice\r\n\r\n${'All work and no play makes a dull notice, and so on and on.\r\n'.repeat(size / 61)}`;
  const envelope = { from: 'us@redress.example', to: 'notices@sandbox.redress.test' };
  const began = performance.now();
  await Promise.all(Array.from({ length: COMPLAINTS * 4 }, () => transport.sendMail({ envelope, raw })));
  const seconds = (performance.now() - began) / 1000;
  transport.close();
  return (COMPLAINTS * 4) / seconds;
}

/** As many jobs as complaints, done by nobody in particular. */
async function emptyJobs({ postgres }, { REDIS_URL }) {
  const inPostgres = { connectionString: postgres.url, schema: 'bench_queue', migrate: true };
  // What BullMQ takes as its connection, and the factory of its backend where that is not Redis.
  const connection = REDIS_URL === undefined ? inPostgres : { url: REDIS_URL, maxRetriesPerRequest: null };
  const backend = REDIS_URL === undefined ? [createPostgresBackend] : [];
  const queue = new Queue('bench', { connection }, ...backend);
  await queue.addBulk(Array.from({ length: COMPLAINTS }, (_, n) => ({ name: 'nothing', data: { n } })));
  let done = 0;
  const began = performance.now();
  const worker = new Worker('bench', async () => void (done += 1), { connection, concurrency: 20 }, ...backend);
  await until('the jobs that do nothing', () => done === COMPLAINTS, 60);
  const seconds = (performance.now() - began) / 1000;
  await worker.close();
  await queue.close();
  return COMPLAINTS / seconds;
}
