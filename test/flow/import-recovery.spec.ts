import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import { importColumns } from '#libs/domain';
import type { FileStore } from '#libs/files';
import { CommitImport, FILES, ReadImport } from '#libs/workflow';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { expectStatus } from '../support/http.js';
import type { Client } from '../support/http.js';
import { aRow, complaintsCsv, importIn, mapColumns, readImport, summary, undo, upload } from './import-desk.js';
import type { Row } from './import-desk.js';
import {
  dyingIn,
  inOneGo,
  loseJobs,
  oneStep,
  owed,
  reconcile,
  registerVelora,
  stepByStep,
  withWorker,
} from './import-runs.js';
import { aWorkbook } from './workbook.js';

let app: TestApp;
let http: Client;
let read: ReadImport;

// no worker: who reads, and how far, is for each test to say
beforeAll(async () => {
  app = await startApp();
  http = app.main.http;
  read = app.api.get(ReadImport);
  await registerVelora(app.main);
}, 60_000);
afterAll(async () => app.close(), 30_000);

const COUNT = 3456;

/** Complaints and repeats that reach from the beginning to the end, wrong rows, and cells of several lines. */
const rows = Array.from({ length: COUNT }, (_, at): Row => {
  const row = aRow({ reference: at % 3 === 0 ? `R-${at % 30}` : '' });
  if (at % 10 === 7) return { ...row, url: 'https://sandbox.redress.test/item/seen-before' };
  if (at % 50 === 9) return { ...row, ground: '', right_number: 'DE 999' };
  return at % 25 === 4 ? { ...row, explanation: 'The bags are fakes.\nSo are the belts, "genuine" or not.' } : row;
});
const counts = { rows: COUNT, accepted: 3043, rejected: 69, duplicates: 344 };

const csv = stringify(rows, { header: true, columns: [...importColumns], quoted_string: true }).replaceAll(
  '\n"R-0"',
  '\n\n"R-0"',
);
const cellsOf = (row: Row): string[] => importColumns.map((column) => row[column] ?? '');

const storedRows = async (id: string): Promise<unknown[]> =>
  app.sql(
    `select row, line, state, cells, faults, group_row from import_row where import_id = $1 order by row, line, state`,
    [id],
  );

/** The same file, read in one go. */
let undisturbed: { told: number[]; stored: unknown[] };
beforeAll(async () => {
  const { id } = await upload(http, csv);
  const told = await inOneGo(read, app.main, id);
  expect(summary(await readImport(http, id))).toEqual(counts);
  undisturbed = { told, stored: await storedRows(id) };
}, 60_000);

/** Read to its end, and in no way different for what happened on the way. */
async function expectUndisturbed(id: string): Promise<void> {
  const page = await readImport(http, id);
  expect({ state: page.state, ...summary(page) }).toEqual({ state: 'ready', ...counts });
  expect(await storedRows(id)).toEqual(undisturbed.stored);
}

describe('a file that is being read', () => {
  it('goes on where it was stopped, as often as that happens', async () => {
    const { id } = await upload(http, csv);
    expect(await stepByStep(read, app.main, id)).toEqual(undisturbed.told);
    expect(undisturbed.told.length).toBeGreaterThan(3);
    await expectUndisturbed(id);
  }, 60_000);

  it('goes on where it was stopped as a workbook too', async () => {
    const workbook = await aWorkbook([[...importColumns], ...rows.map(cellsOf)]);
    const [whole, parts] = [await upload(http, workbook), await upload(http, workbook)];
    const told = await inOneGo(read, app.main, whole.id);
    expect(await stepByStep(read, app.main, parts.id)).toEqual(told);
    expect(told.length).toBeGreaterThan(3);
    expect(summary(await readImport(http, parts.id))).toEqual(counts);
    expect(await storedRows(parts.id)).toEqual(await storedRows(whole.id));
  }, 60_000);

  it('is read once by several who read at the same time', async () => {
    const { id } = await upload(http, csv);
    const told = await Promise.all([1, 2, 3].map(async () => inOneGo(read, app.main, id)));
    expect(told.flat().sort((a, b) => a - b)).toEqual(undisturbed.told);
    await expectUndisturbed(id);
  }, 60_000);

  it('is taken over where its reader died in the middle of a part', async () => {
    const { id } = await upload(http, csv);
    const before = await oneStep(read, app.main, id);
    const ended = await dyingIn('import_row', app, async () => inOneGo(read, app.main, id));
    expect(String(ended)).toMatch(/terminat/i);
    expect(await readImport(http, id)).toMatchObject({ state: 'reading', rows: before });
    expect(await storedRows(id)).toEqual(undisturbed.stored.slice(0, before ?? 0));
    await loseJobs(app, id);
    await reconcile(app, 0);
    await withWorker(app, async () => importIn(http, id, 'ready'));
    await expectUndisturbed(id);
  }, 60_000);

  it('is owed again once nobody has worked on it for a minute', async () => {
    const { id } = await upload(http, csv);
    expect(await owed(app, id)).toEqual(['read-import']);
    await loseJobs(app, id);
    await reconcile(app);
    expect(await owed(app, id)).toEqual([]);
    await app.sql(`update listing_import set updated_at = updated_at - interval '61 seconds' where id = $1`, [id]);
    await reconcile(app);
    expect(await owed(app, id)).toEqual(['read-import']);
    await withWorker(app, async () => importIn(http, id, 'ready'));
    await expectUndisturbed(id);
  }, 60_000);

  it('rests while a person has paused it, whoever tries, and goes on when it is resumed', async () => {
    const { id } = await upload(http, csv);
    const before = await oneStep(read, app.main, id);
    await loseJobs(app, id);
    expectStatus(await http.post(`/imports/${id}/pause`), 200);
    expect(expectStatus(await http.post(`/imports/${id}/pause`), 200)).toMatchObject({ paused: true });
    expect(await inOneGo(read, app.main, id)).toEqual([]);
    await reconcile(app, 0);
    expect(await owed(app, id)).toEqual([]);
    expect(await readImport(http, id)).toMatchObject({ state: 'reading', paused: true, rows: before });
    for (const answer of [await http.post(`/imports/${id}/resume`), await http.post(`/imports/${id}/resume`)])
      expect(expectStatus(answer, 200)).toMatchObject({ state: 'reading', paused: false, rows: before });
    expect(await owed(app, id)).toEqual(['read-import']);
    await withWorker(app, async () => importIn(http, id, 'ready'));
    await expectUndisturbed(id);
    const told = await app.sql(
      `select action from audit_event where subject = $1 and action ~ 'pause|resume' order by at`,
      [id],
    );
    expect(told).toEqual([{ action: 'import.pause' }, { action: 'import.resume' }]);
  }, 60_000);

  it('has nothing of a mapping that was changed while somebody read by it', async () => {
    // headings of its own, so that no other file is read by what is remembered for them
    const { id, mapping } = await upload(http, csv.replace('"seller"', '"sold by"'));
    const files = app.api.get<FileStore>(FILES);
    const open = files.open.bind(files);
    const elsewhere = { mapping: { ...mapping, platform: { value: 'nowhere' } } };
    const spied = jest.spyOn(files, 'open').mockImplementationOnce(async (...given) => {
      expectStatus(await mapColumns(http, id, elsewhere), 200);
      return open(...given);
    });
    expect(await inOneGo(read, app.main, id)).toEqual([]);
    spied.mockRestore();
    expect(await readImport(http, id)).toMatchObject({ state: 'reading', rows: 0 });
    await inOneGo(read, app.main, id);
    expect(summary(await readImport(http, id))).toEqual({ rows: COUNT, accepted: 0, rejected: COUNT, duplicates: 0 });
  }, 60_000);

  it('is thrown away when it is undone: nobody reads on', async () => {
    const { id } = await upload(http, csv);
    const before = await oneStep(read, app.main, id);
    expect(expectStatus(await undo(http, id), 200).state).toBe('undone');
    expect(await inOneGo(read, app.main, id)).toEqual([]);
    await loseJobs(app, id);
    await reconcile(app, 0);
    expect(await owed(app, id)).toEqual([]);
    expect(await readImport(http, id)).toMatchObject({ state: 'undone', rows: before });
  }, 60_000);
});

describe('an import at rest', () => {
  const small = (): string => complaintsCsv([aRow()]);
  const ready = async (): Promise<string> => {
    const { id } = await upload(http, small());
    await inOneGo(read, app.main, id);
    return id;
  };
  const ways: Record<string, () => Promise<string>> = {
    ready,
    failed: async () => (await upload(http, 'a,b\n1,2\n')).id,
    committed: async () => {
      const id = await ready();
      expectStatus(await http.post(`/imports/${id}/commit`), 202);
      await inOneGo(app.api.get(CommitImport), app.main, id);
      return id;
    },
    undone: async () => {
      const id = await ready();
      expectStatus(await undo(http, id), 200);
      return id;
    },
  };

  it.each(Object.keys(ways))('(%s) has nothing that could be paused or resumed', async (state) => {
    const id = (await ways[state]?.()) ?? '';
    for (const order of ['pause', 'resume']) {
      const answer = await http.post(`/imports/${id}/${order}`);
      expect({ status: answer.status, ...answer.body }).toMatchObject({
        status: 409,
        type: '/problems/import-at-rest',
        detail: `The import is ${state}: there is nothing to stop or resume.`,
      });
    }
    expect(await readImport(http, id)).toMatchObject({ state, paused: false });
  });
});
