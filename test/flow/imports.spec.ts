import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aRight, aRightsHolder } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Client } from '../support/http.js';
import {
  committed,
  draftsOf,
  dryRun,
  fixRow,
  importIn,
  mapColumns,
  readImport,
  rejectedFile,
  rowsOf,
  standing,
  summary,
  undo,
  upload,
} from './import-desk.js';
import type { ImportPage } from './import-desk.js';
import { complaintIn, readComplaint } from './read.js';
import { aWorkbook } from './workbook.js';

/** Headings nobody would guess, and one column that is not read. */
const HEADINGS = ['Vorgang Nr.', 'Wo es steht', 'Für wen', 'Zeichen', 'Warum', 'Fundstelle', 'Worum es geht', 'Notiz'];
const MAPPING = {
  reference: { heading: 'Vorgang Nr.' },
  platform: { heading: 'Wo es steht' },
  rights_holder: { heading: 'Für wen' },
  right_number: { heading: 'Zeichen' },
  ground: { heading: 'Warum' },
  url: { heading: 'Fundstelle' },
  explanation: { heading: 'Worum es geht' },
};
const NOTE = HEADINGS.indexOf('Notiz');

interface Cells {
  url: string;
  case?: string;
  where?: string;
  who?: string;
  mark?: string;
  why?: string;
  note?: string;
}
/** A row under these headings. */
const listing = ({
  url,
  where = 'Sandbox platform',
  who = 'Velora GmbH',
  mark = 'DE 307',
  ...given
}: Cells): string[] => {
  const { case: number = 'R-1', why = 'Fälschung', note = 'intern' } = given;
  return [number, where, who, mark, why, url, 'The bags bear the sign VELORA and are not ours.', note];
};

let app: TestApp;
let http: Client;

beforeAll(async () => {
  app = await startApp({ worker: true, secondsPerDay: 100_000 });
  http = app.main.http;
  const velora = aRightsHolder({ name: 'Velora GmbH' });
  const { id } = expectStatus(await http.post<{ id: string }>('/rights-holders', velora), 201);
  expectStatus(await http.post('/rights', aRight(id, { number: 'DE 307' })), 201);
}, 60_000);
afterAll(async () => app.close(), 30_000);

interface Kind {
  kind: string;
  name: string;
  write: (rows: string[][]) => Buffer | Promise<Buffer>;
  format: object;
  /** lines of the file that a line break in a cell of the sixth row takes */
  further: number;
}

describe.each<Kind>([
  {
    kind: 'CSV',
    name: 'liste.csv',
    write: (rows) => Buffer.from(stringify(rows, { delimiter: ';' })),
    format: { kind: 'csv', encoding: 'utf-8', delimiter: ';' },
    further: 1,
  },
  { kind: 'XLSX', name: 'liste.xlsx', write: aWorkbook, format: { kind: 'xlsx', sheet: 'Listings' }, further: 0 },
])('a file of listings as $kind', ({ kind, name, write, format, further }) => {
  const address = (item: string): string => `https://sandbox.redress.test/item/${kind}-${item}`;
  const rows = [
    listing({ url: address('1') }),
    listing({ url: address('2') }),
    listing({ url: `${address('1')}?spm=a2141`, case: 'R-2' }),
    listing({ url: address('4'), why: 'Piraterie' }),
    listing({ url: address('5'), where: 'Nowhere' }),
    listing({ url: 'https://sandbox.redress.test/shop/velora', note: 'two\nlines' }),
    listing({ url: address('7'), who: 'Nobody Ltd' }),
    listing({ url: address('8'), case: 'R-3' }),
    listing({ url: '', why: '' }),
  ];
  let page: ImportPage;

  it('names the columns it needs, and is read once it is told where they are', async () => {
    const taken = await upload(http, await write([HEADINGS, ...rows]), { name });
    if (kind === 'CSV') {
      const unmapped = ['platform', 'rights_holder', 'ground', 'url'];
      expect(taken).toMatchObject({
        state: 'failed',
        headings: HEADINGS,
        unmapped,
        failure: { code: 'columns-missing' },
      });
      for (const column of unmapped) expect(taken.failure?.detail).toContain(column);
      expect(expectStatus(await mapColumns(http, taken.id, { mapping: MAPPING }), 200).state).toBe('reading');
    } else {
      // its headings are those of the first file, whose mapping the workspace remembers
      expect(taken).toMatchObject({ state: 'reading', headings: HEADINGS, mapping: MAPPING, unmapped: [] });
    }
    page = await importIn(http, taken.id, 'ready');
    expect(page.format).toMatchObject(format);
    expect(summary(page)).toEqual({ rows: 9, accepted: 3, rejected: 5, duplicates: 1 });
  });

  it('tells of each row where it stands, and of what is wrong the column, a code and the remedy', async () => {
    const read = await rowsOf(http, page.id);
    expect(read.map(standing)).toEqual([
      [1, 2, 'accepted'],
      [2, 3, 'accepted'],
      [3, 4, 'duplicate'],
      [4, 5, 'rejected', 'ground: unknown-ground'],
      [5, 6, 'rejected', 'platform: platform-unknown'],
      [6, 7, 'rejected', 'url: shop'],
      [7, 8 + further, 'rejected', 'rights_holder: not-registered'],
      [8, 9 + further, 'accepted'],
      [9, 10 + further, 'rejected', 'ground: missing', 'url: missing'],
    ]);
    expect(read.map(({ cells }) => cells)).toEqual(rows);
    expect(read.flatMap(({ faults }) => faults.map(({ detail }) => detail))).toEqual([
      expect.stringMatching(/^"Piraterie" is no ground\. Use one of: counterfeit, /),
      expect.stringMatching(/^There is no platform "Nowhere"\. Write its slug/),
      expect.stringMatching(/^This is a seller’s shop\. Give the address of one listing on Sandbox platform\.$/),
      expect.stringMatching(/^The rights holder "Nobody Ltd" is not in the register\. Enter it under Rights first/),
      expect.stringMatching(/^Give the ground, one of: counterfeit, /),
      'Give the address of the listing.',
    ]);
    expect(await rowsOf(http, page.id, 'duplicate')).toEqual([read[2]]);
  });

  it('takes the correction of a row, and says at once how the row stands', async () => {
    const fix = async (row: number, cells: string[]): Promise<unknown> => {
      const fixed = expectStatus(await fixRow(http, page.id, row, cells), 200);
      expect(fixed.cells).toEqual(cells);
      return standing(fixed);
    };
    expect(await fix(4, listing({ url: address('2') }))).toEqual([4, 5, 'duplicate']);
    const wrong = listing({ url: address('5'), where: 'sandbox', mark: 'DE 999' });
    expect(await fix(5, wrong)).toEqual([5, 6, 'rejected', 'right_number: not-registered']);
    expect(await fix(5, listing({ url: address('5'), where: 'sandbox' }))).toEqual([5, 6, 'accepted']);
    expect(summary(await readImport(http, page.id))).toEqual({ rows: 9, accepted: 4, rejected: 3, duplicates: 2 });
    expect((await fixRow(http, page.id, 5, [])).body).toMatchObject({
      type: '/problems/row-not-rejected',
      status: 409,
    });
    expect((await fixRow(http, page.id, 10, [])).body).toMatchObject({ type: '/problems/row-not-found', status: 404 });
  });

  it('becomes drafts, one for each reference, and nothing is sent', async () => {
    const done = await committed(http, page.id);
    expect(done).toMatchObject({ rows: 9, accepted: 4, rejected: 3, duplicates: 2, committed: 4, complaints: 2 });
    const drafts = await draftsOf(app, page.id);
    expect(drafts.map(({ status, says, row, items }) => [status, says, row, items])).toEqual([
      ['draft', 'R-1', 1, 3],
      ['draft', 'R-3', 8, 1],
    ]);
    const complaint = await readComplaint(http, drafts[0]?.id ?? '');
    expect(complaint.items.map(({ url }) => url)).toEqual([address('1'), address('2'), address('5')]);
    expect(complaint.attempts).toEqual([]);
    expect(complaint.timeline).toEqual([expect.objectContaining({ kind: 'imported' })]);
  });

  it('gives its rejected rows back as a file of its kind, which is accepted once it is corrected', async () => {
    const given = await rejectedFile(app, page.id);
    expect(given.name).toBe(name.replace('.', '.rejected.'));
    const again = await dryRun(http, given.bytes, given);
    expect(again.format.kind).toBe(page.format.kind);
    expect(again).toMatchObject({ headings: [...HEADINGS, 'error'], mapping: MAPPING, rows: 3, rejected: 3 });
    const returned = await rowsOf(http, again.id);
    expect(returned.map(({ cells }) => cells[NOTE])).toEqual(['two\nlines', 'intern', 'intern']);
    expect(returned.map(({ cells }) => cells[NOTE + 1])).toEqual([
      expect.stringMatching(/^url: shop: This is a seller’s shop\./),
      expect.stringMatching(/^rights_holder: not-registered: /),
      expect.stringMatching(/^ground: missing: .+ \| url: missing: /),
    ]);
    const corrected = returned.map(({ row, cells }) => [
      ...listing({ url: address(`new-${row}`) }),
      cells[NOTE + 1] ?? '',
    ]);
    const mended = await dryRun(http, await write([again.headings, ...corrected]), given);
    expect(summary(mended)).toEqual({ rows: 3, accepted: 3, rejected: 0, duplicates: 0 });
    const nothing = await http.get(`/imports/${mended.id}/rejected`);
    expect(expectStatus(nothing, 409)).toMatchObject({ type: '/problems/nothing-rejected' });
  });

  it('is known when it comes again: its listings stand under complaint', async () => {
    const again = await dryRun(http, await write([HEADINGS, ...rows.slice(0, 3)]), { name });
    expect(summary(again)).toEqual({ rows: 3, accepted: 0, rejected: 0, duplicates: 3 });
    const commit = await http.post(`/imports/${again.id}/commit`);
    expect(expectStatus(commit, 409)).toMatchObject({ type: '/problems/nothing-to-commit' });
  });

  it('is undone: what is still a draft is withdrawn and says why, what was submitted stays', async () => {
    const [submitted = '', draft = ''] = (await draftsOf(app, page.id)).map(({ id }) => id);
    const statements = { goodFaith: true, accuracy: true, authority: true };
    const signature = { name: 'Vera Velora', capacity: 'managing director' };
    expectStatus(await http.post(`/complaints/${submitted}/submit`, { statements, signature }), 200);
    expect(expectStatus(await undo(http, page.id), 200).state).toBe('undone');
    const withdrawn = await readComplaint(http, draft);
    expect(withdrawn).toMatchObject({ status: 'withdrawn', items: [{ status: 'abandoned', outcome: 'withdrawn' }] });
    expect(withdrawn.timeline.at(-1)).toMatchObject({
      kind: 'withdrawn',
      data: { reason: `The import of ${name} was undone.` },
    });
    const filed = await complaintIn(http, submitted, ['filed', 'acknowledged']);
    expect(filed.items.map(({ outcome }) => outcome)).toEqual(['pending', 'pending', 'pending']);
    const [told] = await app.sql(`select data from audit_event where action = 'import.undo' and subject = $1`, [
      page.id,
    ]);
    expect(told).toEqual({ data: { withdrawn: 1 } });
    expect((await undo(http, page.id)).status).toBe(409);
    // its listings can be reported again, those of the complaint that stayed cannot
    const again = await dryRun(http, await write([HEADINGS, ...rows]), { name });
    expect((await rowsOf(http, again.id, 'accepted')).map(({ row }) => row)).toEqual([8]);
  });
});
