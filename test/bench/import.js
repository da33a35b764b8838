import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { post } from './load.js';
import { startProduct } from './product.js';

const ROWS = 20_000;
const WARM_UP_ROWS = 3_000;
/** Listings of one complaint. */
const TOGETHER = 20;

/**
 * How many rows of a file of listings one process reads, and makes drafts of, in a second: from the bytes on, the file being
 * kept, against what the same PostgreSQL does in the same run when it is given the rows that the dry run left behind as they
 * are, nothing being read, looked up or compared.
 *
 * - *COPY, same indexes*: the least that can be done where rows are to be found again.
 * - *COPY, no index*: the least that can be done at all.
 */
export async function run() {
  const product = await startProduct();
  try {
    await register(product);
    const office = await openOffice(product.env);
    try {
      await imported(office, WARM_UP_ROWS, 'warm-up');
      const took = await imported(office, ROWS, 'bench');
      return report(took, await limitsOf(product.postgres, took.id));
    } finally {
      await office.close();
    }
  } finally {
    await product.close();
  }
}

/** The rights holder and the right that every row names. */
async function register({ url, headers }) {
  const enter = async (path, body) => {
    const answer = await post(undefined, { url: `${url}/api/v1${path}`, headers, body: () => JSON.stringify(body) });
    if (answer.status !== 201) throw new Error(`POST ${path}: ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text).id;
  };
  const holder = { name: 'Velora Ltd', country: 'GB', email: 'legal@velora.example' };
  const rightsHolderId = await enter('/rights-holders', holder);
  await enter('/rights', { rightsHolderId, kind: 'trademark', title: 'VELORA', number: 'GB 307', office: 'UKIPO' });
}

/** The verbs as the command line has them at hand. */
async function openOffice(env) {
  const built = (room) =>
    import(join(fileURLToPath(new URL('../../dist/libs/', import.meta.url)), room, 'src/index.js'));
  const [{ ImportAtOnce, WorkflowModule }, { Identity }, { readSettings }] = await Promise.all(
    ['workflow', 'persistence', 'settings'].map(built),
  );
  const app = await NestFactory.createApplicationContext(WorkflowModule.with(readSettings(env)), { logger: false });
  const { id: workspaceId } = await app.get(Identity).workspaceBySlug('main');
  const caller = { workspaceId, actor: { kind: 'system', id: 'bench', name: 'bench' }, email: null };
  return { verb: app.get(ImportAtOnce), caller, close: () => app.close() };
}

/** Seconds a file takes up to the end of its dry run, and from there to its last draft. */
async function imported({ verb, caller }, count, name) {
  const { signal } = new AbortController();
  const file = { name: `${name}.csv`, content: Readable.from([csv(count, name)]), register: false };
  const read = await timed(() => verb.run(caller, file, { dryRun: true, signal }));
  const { accepted, id } = read.result;
  if (accepted !== count) throw new Error(`${accepted} of ${count} rows were accepted: ${JSON.stringify(read.result)}`);
  const commit = await timed(() => verb.resume(caller, id, { dryRun: false, signal }));
  const { committed, complaints } = commit.result;
  if (committed !== count || complaints !== count / TOGETHER)
    throw new Error(`${committed} of ${count} rows became ${complaints} drafts`);
  return { id, read: read.seconds, commit: commit.seconds };
}

function csv(count, name) {
  const headings = 'reference,platform,rights_holder,right_number,ground,url,title,seller,price,currency,explanation';
  const words = 'The bags bear the sign VELORA, are not ours, and were licensed to nobody.';
  const row = (at) =>
    `${name}-${Math.floor(at / TOGETHER)},sandbox,Velora Ltd,GB 307,counterfeit,https://sandbox.redress.test/item/${name}-${at},` +
    `"VELORA bag, no. ${at}",seller-${at % 997},${19 + (at % 80)}.90,EUR,"${words}"`;
  return Buffer.from(`${[headings, ...Array.from({ length: count }, (_, at) => row(at))].join('\n')}\n`);
}

async function timed(work) {
  const began = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - began) / 1000 };
}

/** The rows of an import, written to a file of the server and copied from there. */
async function limitsOf({ adminUrl }, importId) {
  const admin = new pg.Client(adminUrl.replace(/\/postgres$/, '/redress'));
  await admin.connect();
  const ask = async (sql, parameters) => (await admin.query(sql, parameters)).rows;
  try {
    const [{ folder }] = await ask(`select current_setting('data_directory') as folder`);
    const file = `'${folder}/import-row.copy'`;
    await ask(`create table same_indexes (like import_row including all)`);
    await ask(`create table no_index (like import_row)`);
    await ask(`create table inserted (like import_row including all)`);
    await ask(`copy (select * from import_row where import_id = '${importId}' order by row) to ${file}`);
    const copied = (table) =>
      median(async () => {
        await ask(`truncate ${table}`);
        await ask('checkpoint');
        const { seconds } = await timed(() => ask(`copy ${table} from ${file}`));
        const [{ count }] = await ask(`select count(*)::int from ${table}`);
        // A copy of fewer rows would be a fast one.
        if (count !== ROWS) throw new Error(`only ${count} rows were copied into ${table}`);
        return seconds;
      });
    return {
      sameIndexes: await copied('same_indexes'),
      noIndex: await copied('no_index'),
      insert: await inserted(ask, importId),
    };
  } finally {
    await admin.end();
  }
}

/** Of five runs: one takes less than a second, and the machine has other things to do. */
async function median(run) {
  const all = [];
  for (let at = 0; at < 5; at += 1) all.push(await run());
  return all.sort((a, b) => a - b)[2];
}

/** The same rows once more, a thousand with each INSERT, as a program sends them. */
async function inserted(ask, importId) {
  const rows = await ask(`select to_jsonb(r) as row from import_row r where import_id = $1 order by row`, [importId]);
  const texts = rows.map(({ row }) => row);
  await ask('checkpoint');
  const { seconds } = await timed(async () => {
    for (let at = 0; at < texts.length; at += 1000)
      await ask(`insert into inserted select r.* from jsonb_populate_recordset(null::inserted, $1) r`, [
        JSON.stringify(texts.slice(at, at + 1000)),
      ]);
  });
  return seconds;
}

function report(took, limits) {
  const perSecond = (seconds) => ROWS / seconds;
  const row = (step, figure, limit, limitFigure) => ({
    figure: perSecond(figure),
    unit: `rows/s ${step}`,
    limit: `rows/s ${limit}`,
    limitFigure: perSecond(limitFigure),
    by: 'pg, COPY from a file of the server',
  });
  const load = loadavg().map((each) => each.toFixed(1));
  const number = (value) => value.toLocaleString('en', { maximumFractionDigits: 0 });
  return {
    title: `import: a file of ${number(ROWS)} listings, ${TOGETHER} to a complaint, one process`,
    rows: [
      row('dry run', took.read, 'COPY, same indexes', limits.sameIndexes),
      row('dry run', took.read, 'COPY, no index', limits.noIndex),
      row('drafts', took.commit, 'COPY, same indexes', limits.sameIndexes),
      row('both', took.read + took.commit, 'COPY, same indexes', limits.sameIndexes),
    ],
    notes: [
      `dry run ${took.read.toFixed(1)} s, drafts ${took.commit.toFixed(1)} s; the same rows by INSERT, a thousand at a time: ${number(perSecond(limits.insert))} rows/s`,
      `load average ${load.join(' ')} on ${availableParallelism()} processors`,
    ],
  };
}
