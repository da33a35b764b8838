import { randomBytes } from 'node:crypto';
import { availableParallelism, loadavg } from 'node:os';
import pg from 'pg';
import { captured, replayable } from './captured-statements.js';
import { load, post } from './load.js';
import { startProduct } from './product.js';
import { statementLoop } from './statement-loop.js';

const HOW = { concurrency: 32, seconds: 15 };
const WARM_UP_SECONDS = 4;

/**
 * How many complaints one api process takes in: `POST /api/v1/complaints` with `submit: true`, one right and two listings,
 * against what the same PostgreSQL does in the same run when the same statements come without a product around them.
 *
 * - *same rows*: everything one request writes, in one transaction: the least that can be done for such a receipt. The
 *   complaint's number is drawn without the counter, whose row every filing of a workspace shares.
 * - *same statements*: everything one request asks, in the transactions it asks it in, reading included.
 */
export async function run() {
  const product = await startProduct();
  try {
    const filing = await prepare(product);
    await load(filing, { ...HOW, seconds: WARM_UP_SECONDS });
    const cpuBefore = product.cpuSeconds();
    const { result: taken, stored } = await counting(product, () => load(filing, HOW));
    const cpuSeconds = cpuBefore === null ? null : product.cpuSeconds() - cpuBefore;
    if (stored < taken.count) throw new Error(`${taken.count} receipts were given and ${stored} complaints are stored`);
    if (taken.count === 0) throw new Error(`nothing was taken in: ${taken.firstError}`);
    const { rows, statements } = await limitsOf(product, filing);
    const limits = [
      await limit(product, `same rows, one transaction of ${rows.length} statements`, rows),
      await limit(product, `same ${statements.length} statements, as captured`, statements),
    ];
    return report({ taken, cpuSeconds, limits });
  } finally {
    await product.close();
  }
}

/** Enters a rights holder and a right, and says how a complaint about two listings is posted. */
async function prepare({ url, headers }) {
  const enter = async (path, body) => {
    const answer = await post(undefined, { url: `${url}/api/v1${path}`, headers, body: () => JSON.stringify(body) });
    if (answer.status !== 201) throw new Error(`POST ${path}: ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text).id;
  };
  const rightsHolderId = await enter('/rights-holders', {
    name: 'Velora Ltd',
    country: 'GB',
    email: 'legal@velora.example',
  });
  const right = await enter('/rights', { rightsHolderId, kind: 'copyright', title: 'Autumn catalogue' });
  const body = () => {
    const code = randomBytes(8).toString('hex');
    return JSON.stringify({
      platform: 'sandbox-code',
      rightsHolderId,
      rightIds: [right],
      ground: 'copyright-copy',
      explanation: 'The photographs of our autumn catalogue are copied without our permission.',
      items: [1, 2].map((n) => ({
        url: `https://github.com/seller-${code}/shop-${n}`,
        title: `Shop ${n}`,
        seller: `seller-${code}`,
      })),
      statements: { goodFaith: true, accuracy: true, authority: true },
      signature: { name: 'A. Velora', capacity: 'owner' },
      submit: true,
    });
  };
  return { url: `${url}/api/v1/complaints`, headers, body, expect: 201, known: [rightsHolderId, right] };
}

/** What `work` gives, and how many complaints are stored by it. */
async function counting({ postgres }, work) {
  const count = async () => (await asAdmin(postgres, 'select count(*)::int as n from complaint'))[0].n;
  const before = await count();
  const result = await work();
  return { result, stored: (await count()) - before };
}

async function limit(product, name, statements) {
  const { result, stored } = await counting(product, () => statementLoop(product.postgres.url, statements, HOW));
  // A script that fails or writes elsewhere would be a fast one.
  if (stored < 0.9 * result.perSecond * HOW.seconds) throw new Error(`${name}: only ${stored} complaints were stored`);
  return { limit: name, ...result };
}

async function asAdmin({ adminUrl }, sql) {
  const admin = new pg.Client(adminUrl.replace(/\/postgres$/, '/redress'));
  await admin.connect();
  try {
    return (await admin.query(sql)).rows;
  } finally {
    await admin.end();
  }
}

/** One request, asked once while the server writes down what it is asked. */
async function limitsOf({ postgres }, filing) {
  const keys = await asAdmin(postgres, 'select workspace_id, id from api_key');
  const known = [...filing.known, ...keys.flatMap((key) => [key.workspace_id, key.id])];
  const all = await captured(postgres, async () => {
    const answer = await post(undefined, filing);
    if (answer.status !== 201) throw new Error(`the captured request failed: ${answer.text}`);
  });
  const asked = all.filter(({ sql }) => !/pg_reload_conf|alter system/i.test(sql));
  const statements = replayable(asked, known);
  const isCounter = (sql) => /complaint_number/i.test(sql);
  const writes = replayable(
    asked.filter(({ sql }) => /^\s*(insert|update|delete)\b/i.test(sql) && !isCounter(sql)),
    known,
  );
  const workspace = statements.find((sql) => /app\.workspace/.test(sql));
  return { statements, rows: ['begin', workspace, ...writes, 'commit'] };
}

function report({ taken, cpuSeconds, limits }) {
  const ms = Object.entries(taken.ms).map(([name, value]) => `${name} ${value.toFixed(1)} ms`);
  const errors = taken.errors === 0 ? 'no errors' : `${taken.errors} errors, the first: ${taken.firstError}`;
  const cpu =
    cpuSeconds === null
      ? []
      : [`${((1000 * cpuSeconds) / taken.count).toFixed(1)} ms of the api's processor time for each`];
  const load = loadavg().map((each) => each.toFixed(1));
  return {
    title: `intake: POST /complaints with submit: true, two listings, ${HOW.concurrency} at a time, ${HOW.seconds} s, one api process`,
    rows: limits.map(({ limit, perSecond, by }) => ({
      figure: taken.perSecond,
      unit: 'requests/s',
      limit,
      by,
      limitFigure: perSecond,
    })),
    notes: [
      [`${taken.count} taken in`, ms.join(', '), ...cpu, errors].join('; '),
      `load average ${load.join(' ')} on ${availableParallelism()} processors; the requests come from the same machine`,
    ],
  };
}
