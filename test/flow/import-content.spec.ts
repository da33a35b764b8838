import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { importColumns } from '#libs/domain';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aRight, aRightsHolder } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Client } from '../support/http.js';
import {
  aRow,
  committed,
  complaintsCsv,
  dryRun,
  fixRow,
  importIn,
  mapColumns,
  rejectedFile,
  rowsOf,
  standing,
  summary,
  upload,
} from './import-desk.js';
import type { Row } from './import-desk.js';
import { aWorkbook } from './workbook.js';

let app: TestApp;
let http: Client;

beforeAll(async () => {
  app = await startApp({ worker: true });
  http = app.main.http;
  const velora = aRightsHolder({ name: 'Velora GmbH' });
  const { id } = expectStatus(await http.post<{ id: string }>('/rights-holders', velora), 201);
  expectStatus(await http.post('/rights', aRight(id, { number: 'DE 307' })), 201);
}, 60_000);
afterAll(async () => app.close(), 30_000);

/** Text as a program writes it that knows no other letters than these. */
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const title = importColumns.indexOf('title');

describe('the encoding of a file', () => {
  it('is found out, and can be said where it was found out wrongly', async () => {
    // č and ø in ISO 8859-2 are è and ø in windows-1252: nothing in the bytes tells them apart
    const rows = ['Ta\xb9ka \xe8erven\xe1', 'Kabelka \xbelut\xe1'].map((given) => aRow({ title: given }));
    const { id, format } = await dryRun(http, latin1(complaintsCsv(rows)));
    expect(format.kind).toBe('csv');
    const { mapping } = await importIn(http, id, 'ready');
    expect(expectStatus(await mapColumns(http, id, { mapping, encoding: 'iso-8859-2' }), 200).state).toBe('reading');
    const again = await importIn(http, id, 'ready');
    expect(again.format.encoding).toBe('iso-8859-2');
    expect(summary(again)).toEqual({ rows: 2, accepted: 2, rejected: 0, duplicates: 0 });
    expect((await rowsOf(http, id)).map(({ cells }) => cells[title])).toEqual(['Taška červená', 'Kabelka žlutá']);
  });

  it('is one of those that can be read', async () => {
    const { id, mapping } = await dryRun(http, complaintsCsv([aRow()]));
    const refused = await mapColumns(http, id, { mapping, encoding: 'utf-7' });
    expect(expectStatus(refused, 400)).toMatchObject({
      errors: [{ pointer: '/encoding', detail: expect.stringMatching(/must be one of: utf-8, .*gb18030/) }],
    });
  });

  it('is that of each row: a line in another one is rejected alone', async () => {
    const lines = complaintsCsv([aRow({ title: 'Gelbe Tüte' }), aRow({ title: 'Täsche' }), aRow()]).split('\n');
    const bytes = lines.map((line) => (line.includes('Täsche') ? latin1(line) : Buffer.from(line)));
    const file = Buffer.concat(bytes.flatMap((line) => [line, Buffer.from('\n')]));
    const { id } = await dryRun(http, file);
    expect((await rowsOf(http, id)).map(standing)).toEqual([
      [1, 2, 'accepted'],
      [2, 3, 'rejected', 'title: encoding'],
      [3, 4, 'accepted'],
    ]);
  });
});

describe('cells that do harm', () => {
  it('hold a NUL, and are kept without it', async () => {
    const { id } = await dryRun(http, complaintsCsv([aRow({ title: 'a\0b' }), aRow({ seller: 'c\x07d' }), aRow()]));
    const rows = await rowsOf(http, id);
    expect(rows.map(standing)).toEqual([
      [1, 2, 'rejected', 'title: not-text'],
      [2, 3, 'rejected', 'seller: not-text'],
      [3, 4, 'accepted'],
    ]);
    expect(rows[0]?.cells[title]).toBe('a\uFFFDb');
    expect((await committed(http, id)).complaints).toBe(1);
  });

  it('stand in the headings', async () => {
    const csv = complaintsCsv([aRow()]).replace('seller', 'sel\0ler');
    const { headings, accepted } = await dryRun(http, csv);
    expect(headings.slice(6, 9)).toEqual(['title', 'sel ler', 'price']);
    expect(accepted).toBe(1);
  });

  it('are longer than a notice takes: the row tells how long they may be, and the rest is read', async () => {
    const long = 'x'.repeat(600_000);
    const rows = [
      aRow({ explanation: long }),
      aRow({ title: long }),
      aRow({ url: `https://sandbox.redress.test/item/${long}` }),
    ];
    const lines = complaintsCsv([...rows, aRow()]).replace(/\n$/, `\n${'y'.repeat(1_100_000)}\n`);
    const { id } = await dryRun(http, lines);
    const read = await rowsOf(http, id);
    expect(read.map(standing)).toEqual([
      [1, 2, 'rejected', 'explanation: too-long'],
      [2, 3, 'rejected', 'title: too-long'],
      [3, 4, 'rejected', 'url: too-long'],
      [4, 5, 'accepted'],
      [5, 6, 'rejected', 'row: line-too-long'],
    ]);
    expect(read[0]?.faults[0]?.detail).toBe('The cell has 600000 characters; at most 20000 are taken: shorten it.');
    expect(read[4]?.cells[0]).toHaveLength(10_000);
  }, 30_000);

  it('would run as a formula: in the file of rejected rows they are guarded, and come back as they were', async () => {
    const harmful = ['=HYPERLINK("http://evil.example","x")', '+1', '-1', '@SUM(A1)', "'=1", '\t=1', 'plain = 1'];
    const { id } = await dryRun(http, complaintsCsv(harmful.map((given) => aRow({ title: given, ground: '' }))));
    const kept = await rowsOf(http, id);
    const { bytes } = await rejectedFile(app, id);
    const [, ...written] = parse(bytes, { bom: true });
    for (const [at, row] of written.entries()) {
      expect(row.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      expect(row[title]?.endsWith(kept[at]?.cells[title] ?? '?')).toBe(true);
    }
    const again = await dryRun(http, bytes);
    expect((await rowsOf(http, again.id)).map(({ cells }) => cells[title])).toEqual(
      kept.map(({ cells }) => cells[title]),
    );
  });
});

describe('a file whose fields are parted otherwise than was found out', () => {
  it('is read by the headings it then has, without a word about its columns', async () => {
    const [head = '', row = ''] = complaintsCsv([aRow({ explanation: 'a;b;c', reference: 'R,1' })]).split('\n');
    const parted = [head, row].map((line) => line.replaceAll(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/g, '|')).join('\n');
    const { id } = await upload(http, parted);
    expectStatus(await mapColumns(http, id, { delimiter: ',' }), 200);
    expect(await importIn(http, id, 'failed')).toMatchObject({ failure: { code: 'columns-missing' } });
    const read = expectStatus(await mapColumns(http, id, { delimiter: '|' }), 200);
    expect(read).toMatchObject({ headings: importColumns, unmapped: [] });
    expect(await importIn(http, id, 'ready')).toMatchObject({ rows: 1, accepted: 1 });
  });
});

describe('a sheet that is not in the workbook', () => {
  it('fails the import with what is wrong, and the right one has it read', async () => {
    const [head = '', row = ''] = complaintsCsv([aRow({ explanation: 'short' })]).split('\n');
    const file = await aWorkbook([head.split(','), row.split(',')]);
    const { id, mapping } = await dryRun(http, file, { name: 'listings.xlsx' });
    const failed = expectStatus(await mapColumns(http, id, { mapping, sheet: 'Nowhere' }), 200);
    expect(failed).toMatchObject({ state: 'failed', failure: { code: 'import-unreadable' }, rows: 0, accepted: 0 });
    expect(failed.failure?.detail).toContain('Nowhere');
    expectStatus(await mapColumns(http, id, { sheet: 'Listings' }), 200);
    expect(summary(await importIn(http, id, 'ready'))).toEqual({ rows: 1, accepted: 1, rejected: 0, duplicates: 0 });
  });
});

describe('a file as wide as one may be', () => {
  const wide = Array.from({ length: 1000 - importColumns.length }, (_, at) => `${'Spalte '.repeat(60)}${at}`);
  const [longest = ''] = wide;

  it('is read by headings of any length, and its rows are corrected', async () => {
    const cells = importColumns.map((column) => aRow({ ground: 'nothing' })[column] ?? '');
    const csv = [
      [...importColumns, ...wide],
      [...cells, ...wide.map(() => 'counterfeit')],
    ].map((row) => row.join(','));
    const { id, headings, rejected } = await dryRun(http, csv.join('\n'));
    expect([headings.length, rejected]).toEqual([1000, 1]);
    const [row] = await rowsOf(http, id);
    const fixed = (row?.cells ?? []).map((cell) => (cell === 'nothing' ? 'patent' : cell));
    expect(standing(expectStatus(await fixRow(http, id, 1, fixed), 200))).toContain('right_number: not-registered');
    const { mapping } = await importIn(http, id, 'ready');
    const other = { ...mapping, ground: { heading: longest } };
    expect(expectStatus(await mapColumns(http, id, { mapping: other }), 200).mapping['ground']).toEqual({
      heading: longest,
    });
    expect(await importIn(http, id, 'ready')).toMatchObject({ accepted: 1, rejected: 0 });
  });
});

describe('the rows of any table', () => {
  type Kind = 'good' | 'again' | 'no-ground' | 'unknown' | 'unclosed' | 'other-encoding' | 'too-few' | 'blank';
  const kinds: Kind[] = [
    'good',
    'good',
    'again',
    'no-ground',
    'unknown',
    'unclosed',
    'other-encoding',
    'too-few',
    'blank',
  ];
  const rowOf: Record<Kind, Row> = {
    good: {},
    again: {},
    'no-ground': { ground: '' },
    unknown: { rights_holder: 'Nobody Ltd' },
    unclosed: {},
    'other-encoding': {},
    'too-few': {},
    blank: {},
  };

  type Damage = 'unclosed' | 'other-encoding' | 'too-few' | 'none';

  const damaged = (line: string, damage: Damage): Buffer => {
    if (damage === 'unclosed') return Buffer.from(line.replace('https:', '"https:'));
    if (damage === 'too-few') return Buffer.from(line.split(',').slice(0, 5).join(','));
    return damage === 'other-encoding' ? latin1(line) : Buffer.from(line);
  };

  /** One quotation mark that is not closed, since two of them may close each other; and few lines in another encoding. */
  function damagesOf(given: readonly Kind[]): Damage[] {
    let others = 0;
    return given.map((kind, at) => {
      if (kind === 'unclosed') return given.indexOf('unclosed') === at ? 'unclosed' : 'none';
      // fewer lines in another encoding than in the file's, or theirs would be the file's
      if (kind === 'other-encoding') return (others += 1) * 3 <= given.length - others ? 'other-encoding' : 'none';
      return kind === 'too-few' ? 'too-few' : 'none';
    });
  }

  /** As many lines as kinds, and what has to become of each; blank lines are no rows. */
  function tableOf(given: readonly Kind[]): { bytes: Buffer; expected: Record<string, number> } {
    const count = { accepted: 0, rejected: 0, duplicates: 0 };
    const [heading = ''] = complaintsCsv([]).split('\n');
    const damages = damagesOf(given);
    let last: string | null = null;
    const lines = given.map((kind, at) => {
      if (kind === 'blank') return Buffer.from(' ');
      const row = aRow({ ...rowOf[kind], title: 'Tüte "rot"' });
      const isRepeated = kind === 'again' && last !== null;
      if (kind === 'again' && last !== null) row.url = last;
      const [, line = ''] = complaintsCsv([row]).split('\n');
      const damage = damages[at] ?? 'none';
      if (damage !== 'none' || kind === 'no-ground' || kind === 'unknown') count.rejected += 1;
      else if (isRepeated) count.duplicates += 1;
      else {
        count.accepted += 1;
        last = row.url ?? null;
      }
      return damaged(line, damage);
    });
    const bytes = Buffer.concat([Buffer.from(heading), ...lines].flatMap((line) => [line, Buffer.from('\n')]));
    return { bytes, expected: { rows: count.accepted + count.rejected + count.duplicates, ...count } };
  }

  it('are accepted, rejected or duplicates, and nothing else: rows = accepted + rejected + duplicates', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 40 }), async (given) => {
        const { bytes, expected } = tableOf(given);
        const { id } = await upload(http, bytes);
        const read = await importIn(http, id, 'ready');
        expect(summary(read)).toEqual(expected);
        const rows = await rowsOf(http, id);
        expect(rows.map(({ row }) => row)).toEqual(rows.map((_, at) => at + 1));
        expect(rows).toHaveLength(read.rows);
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
