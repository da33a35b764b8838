import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { addImport } from '../../apps/cli/src/import.js';
import { aRow, complaintsCsv, draftsOf, readImport, rowsOf, standing } from '../flow/import-desk.js';
import { registerVelora } from '../flow/import-runs.js';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';

let app: TestApp;
let folder: string;

beforeAll(async () => {
  app = await startApp();
  await registerVelora(app.main);
  folder = await mkdtemp(join(tmpdir(), 'redress-cli-'));
  // the command reads its settings from its environment; this test file has one of its own
  for (const [name, value] of Object.entries(app.settings)) if (value !== undefined) process.env[name] = String(value);
}, 60_000);
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
}, 30_000);

/** What the command writes, and its exit code. */
interface Ended {
  out: string[];
  err: string[];
  code: number;
}

let out = '';
let err = '';
/** called with what stands on standard error so far */
let onError: (said: string) => void = () => undefined;

beforeEach(() => {
  [out, err] = ['', ''];
  jest.spyOn(process.stdout, 'write').mockImplementation((words) => {
    out += String(words);
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((words) => {
    err += String(words);
    onError(err);
    return true;
  });
  watched(false);
});
afterEach(() => {
  jest.restoreAllMocks();
  onError = () => undefined;
});

/** Whether a person sits before standard error. */
const watched = (isTTY: boolean): void => {
  Object.defineProperty(process.stderr, 'isTTY', { value: isTTY, configurable: true });
};

/** `redress import …` in this process: a clean clone has no dist/ that bin/redress.js could run. */
async function redressImport(...options: string[]): Promise<Ended> {
  const program = new Command('redress').exitOverride();
  addImport(program);
  try {
    await program.parseAsync(['import', '--workspace', 'main', ...options], { from: 'user' });
    return { out: linesOf(out), err: linesOf(err), code: Number(process.exitCode ?? 0) };
  } finally {
    process.exitCode = undefined;
  }
}

const linesOf = (text: string): string[] => text.split('\n').slice(0, -1);

async function fileOf(content: string): Promise<string> {
  const path = join(folder, 'listings.csv');
  await writeFile(path, content);
  return path;
}

/** The one line on standard output. */
function counts({ out }: Ended): { id: string } & Record<string, unknown> {
  expect(out).toHaveLength(1);
  return JSON.parse(out[0] ?? '') as { id: string } & Record<string, unknown>;
}

describe('redress import', () => {
  const wrong = [aRow({ reference: 'C', ground: 'Piraterie' }), aRow({ reference: 'C', url: '', platform: 'nowhere' })];
  const mixed = complaintsCsv([aRow({ reference: 'A' }), ...wrong, aRow({ reference: 'A' }), aRow({ reference: 'B' })]);
  const faults = [
    expect.stringMatching(/^line 3, ground: unknown-ground: "Piraterie" is no ground\. Use one of: counterfeit, /),
    'line 4, url: missing: Give the address of the listing.',
  ];

  it('says with --dry-run what of a file can be filed, and makes no drafts', async () => {
    const ended = await redressImport(await fileOf(mixed), '--dry-run');
    const { id, ...said } = counts(ended);
    expect(said).toEqual({ state: 'ready', rows: 5, accepted: 3, rejected: 2, duplicates: 0, complaints: 0 });
    expect(ended.err).toEqual(faults);
    expect(ended.code).toBe(3);
    expect(await draftsOf(app, id)).toEqual([]);
  });

  it('makes drafts, and says the counts on standard output and of each rejected row where it is, what is wrong and what helps', async () => {
    const ended = await redressImport(await fileOf(mixed));
    const { id, ...said } = counts(ended);
    expect(said).toEqual({ state: 'committed', rows: 5, accepted: 3, rejected: 2, duplicates: 0, complaints: 2 });
    expect(ended.err).toEqual(faults);
    expect(ended.code).toBe(3);
    expect((await draftsOf(app, id)).map(({ says, items, status }) => [says, items, status])).toEqual([
      ['A', 2, 'draft'],
      ['B', 1, 'draft'],
    ]);
    // no job does again what the command has done
    expect(await app.sql(`select job from outbox`)).toEqual([]);
  });

  it('ends with 0 where no row was rejected, and is silent on standard error', async () => {
    const ended = await redressImport(await fileOf(complaintsCsv([aRow(), aRow()])));
    expect(counts(ended)).toMatchObject({ state: 'committed', accepted: 2, complaints: 2 });
    expect({ err: ended.err, code: ended.code }).toEqual({ err: [], code: 0 });
  });

  it('writes the rejected rows to a file with --rejected, which can be imported again', async () => {
    const rejected = join(folder, 'rejected.csv');
    await redressImport(await fileOf(mixed), '--dry-run', '--rejected', rejected);
    const [heading, ...rows] = (await readFile(rejected, 'utf8')).replace(/^\uFEFF/, '').split(/\r?\n/);
    expect(heading).toBe(
      'reference,platform,rights_holder,right_number,ground,url,title,seller,price,currency,explanation,evidence_url,error',
    );
    expect(rows.filter((row) => row !== '')).toHaveLength(2);
    [out, err] = ['', ''];
    const again = await redressImport(rejected, '--dry-run');
    expect(counts(again)).toMatchObject({ rows: 2, rejected: 2 });
  });

  it('enters what the register lacks with --register alone', async () => {
    const csv = complaintsCsv([aRow({ rights_holder: 'Neu & Sohn KG', right_number: 'DE 1' })]);
    const refused = await redressImport(await fileOf(csv));
    expect(counts(refused)).toMatchObject({ state: 'ready', accepted: 0, rejected: 1 });
    expect(refused.err).toEqual([
      'line 2, rights_holder: not-registered: The rights holder "Neu & Sohn KG" is not in the register. Enter it under Rights first, or let the import enter what is missing.',
    ]);
    [out, err] = ['', ''];
    const ended = await redressImport(await fileOf(`${csv}\n`), '--register');
    expect(counts(ended)).toMatchObject({ state: 'committed', accepted: 1, rejected: 0, complaints: 1 });
    expect(ended.code).toBe(0);
  });

  it('stops on Ctrl-C where it is, says how to go on, and goes on with --resume', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) =>
      aRow(at === 2500 ? { ground: '' } : { reference: `S-${at % 20}` }),
    );
    const path = await fileOf(complaintsCsv(rows));
    watched(true);
    onError = (said) => {
      if (/\r\d+ rows read/.test(said)) process.emit('SIGINT');
    };
    const stopped = await redressImport(path);
    const { id, ...said } = counts(stopped);
    expect(stopped.err.at(-1)).toBe(`Stopped. Go on with: redress import --workspace main --resume ${id}`);
    expect(said).toMatchObject({ state: 'reading', rejected: 0, complaints: 0 });
    expect(said['rows']).toBeLessThan(3000);
    expect(await readImport(app.main.http, id)).toMatchObject({ paused: true, rows: said['rows'] });

    watched(false);
    [out, err] = ['', ''];
    onError = () => undefined;
    const resumed = await redressImport('--resume', id);
    expect(counts(resumed)).toEqual({
      ...{ id, state: 'committed', rows: 3000, accepted: 2999, rejected: 1, duplicates: 0, complaints: 20 },
    });
    expect(resumed.err).toEqual([expect.stringMatching(/^line 2502, ground: missing: Give the ground, one of: /)]);
    expect(resumed.code).toBe(3);
    expect((await rowsOf(app.main.http, id, 'rejected')).map(standing)).toEqual([
      [2501, 2502, 'rejected', 'ground: missing'],
    ]);
    expect((await draftsOf(app, id)).map(({ items }) => items)).toEqual([149, ...new Array<number>(19).fill(150)]);
  }, 60_000);

  it.each([
    ['neither a file nor --resume', async () => Promise.resolve<string[]>([])],
    ['both', async () => [await fileOf(mixed), '--resume', '0197f1e2-0000-7000-8000-000000000001']],
  ])('is refused with %s', async (_, options) => {
    await expect(redressImport(...(await options()))).rejects.toMatchObject({
      kind: 'invalid',
      code: 'import-what',
      message: 'Name a file to import, or --resume with the id of an import.',
    });
  });

  it.each([
    ['a file that lacks a column', 'platform,url\nsandbox,https://sandbox.redress.test/item/1\n', 'columns-missing'],
    ['a file without rows', '\n\n', 'import-unreadable'],
    ['an empty file', '', 'file-empty'],
  ])('is refused with %s', async (_, content, code) => {
    await expect(redressImport(await fileOf(content))).rejects.toMatchObject({ kind: 'invalid', code });
  });

  it('is refused with a workspace that is not there', async () => {
    const path = await fileOf(mixed);
    await expect(redressImport(path, '--workspace', 'elsewhere')).rejects.toMatchObject({ code: 'workspace-unknown' });
  });

  it('is refused with a file that is not there, and says its name', async () => {
    await expect(redressImport(join(folder, 'gone.csv'))).rejects.toMatchObject({
      message: expect.stringMatching(/gone\.csv/),
    });
  });
});
