import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aRight, aRightsHolder, registerParties, file as fileComplaint, aListing } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Client } from '../support/http.js';
import { aRow, committed, complaintsCsv, draftsOf, dryRun, rowsOf, standing, summary } from './import-desk.js';
import type { ImportedDraft, Row } from './import-desk.js';
import { readComplaint } from './read.js';

let app: TestApp;
let http: Client;

beforeAll(async () => {
  app = await startApp({ worker: true });
  http = app.main.http;
  for (const name of ['Velora GmbH', 'Alpenglühen AG']) {
    const { id } = expectStatus(await http.post<{ id: string }>('/rights-holders', aRightsHolder({ name })), 201);
    for (const number of ['DE 307', 'DE 308'])
      expectStatus(await http.post('/rights', aRight(id, { number, title: `${name} ${number}` })), 201);
  }
}, 60_000);
afterAll(async () => app.close(), 30_000);

/** Rows that are all accepted, as drafts. */
async function imported(rows: readonly Row[], register = false): Promise<ImportedDraft[]> {
  const { id, accepted, rejected } = await dryRun(http, complaintsCsv(rows), { register });
  expect({ accepted, rejected }).toEqual({ accepted: rows.length, rejected: 0 });
  await committed(http, id);
  return draftsOf(app, id);
}

const times = (count: number, given: Row): Row[] => Array.from({ length: count }, () => aRow(given));

describe('rows of a file', () => {
  it('form one complaint where they have a reference in common, and platform, rights holder, right and ground', async () => {
    const drafts = await imported([
      aRow({ reference: 'A' }),
      aRow({ reference: 'A', ground: 'trademark-use' }),
      aRow({ reference: 'A', right_number: 'DE 308' }),
      aRow({ reference: 'A', rights_holder: 'Alpenglühen AG' }),
      aRow({ reference: 'A', platform: 'taobao', url: 'https://item.taobao.com/item.htm?id=5550001' }),
      aRow({ reference: 'B' }),
      // the same in other words
      aRow({ reference: ' A ', platform: 'Sandbox  Platform', rights_holder: 'VELORA GMBH', ground: 'Counterfeits' }),
    ]);
    expect(
      drafts.map(({ row, says, platform, rightsHolder, right, ground, items }) =>
        [row, says, platform, rightsHolder, right.slice(-6), ground, items].join(', '),
      ),
    ).toEqual([
      '1, A, sandbox, Velora GmbH, DE 307, counterfeit, 2',
      '2, A, sandbox, Velora GmbH, DE 307, trademark-use, 1',
      '3, A, sandbox, Velora GmbH, DE 308, counterfeit, 1',
      '4, A, sandbox, Alpenglühen AG, DE 307, counterfeit, 1',
      '5, A, taobao, Velora GmbH, DE 307, counterfeit, 1',
      '6, B, sandbox, Velora GmbH, DE 307, counterfeit, 1',
    ]);
  });

  it('are a complaint each where they have no reference', async () => {
    expect((await imported(times(3, {}))).map(({ items, says }) => [items, says])).toEqual([
      [1, null],
      [1, null],
      [1, null],
    ]);
  });

  it('keep their explanation: where it differs, so do the complaints; a row without one takes that of its reference', async () => {
    const drafts = await imported([
      aRow({ reference: 'X', explanation: '' }),
      aRow({ reference: 'X', explanation: 'The bags are fakes.' }),
      aRow({ reference: 'X', explanation: 'The belts are fakes.' }),
      aRow({ reference: 'X', explanation: 'The bags are fakes.' }),
      aRow({ reference: 'X', explanation: '' }),
    ]);
    expect(drafts.map(({ row, explanation, items }) => [row, explanation, items])).toEqual([
      [1, 'The bags are fakes.', 4],
      [3, 'The belts are fakes.', 1],
    ]);
  });

  it.each<[of: string, platform: string, url: (at: number) => string, sizes: number[]]>([
    ['a platform', 'sandbox', (at) => `https://sandbox.redress.test/item/split-${at}`, [200, 200, 51]],
    ['a way of filing', 'amazon', (at) => `https://www.amazon.de/dp/B0${100_000_000 + at}`.slice(0, -1), [50, 50, 23]],
  ])('are split by the limit of %s', async (_, platform, url, sizes) => {
    const count = sizes.reduce((sum, size) => sum + size);
    const rows = Array.from({ length: count }, (_row, at) => aRow({ reference: 'Many', platform, url: url(at * 10) }));
    const drafts = await imported(rows);
    expect(drafts.map(({ items }) => items)).toEqual(sizes);
    const stored = await Promise.all(drafts.map(async ({ id }) => (await readComplaint(http, id)).items));
    expect(stored.flat().map((item) => item.url)).toEqual(rows.map((row) => row.url));
    expect(new Set(drafts.map(({ reference }) => reference)).size).toBe(drafts.length);
  });

  it('of one complaint that stand far apart come together', async () => {
    const ends = [aRow({ reference: 'Ends' }), ...times(2500, {}), aRow({ reference: 'Ends' })];
    const drafts = await imported(ends);
    expect(drafts).toHaveLength(2501);
    expect(drafts[0]).toMatchObject({ row: 1, says: 'Ends', items: 2 });
  }, 60_000);

  it('of one complaint of more than a thousand make full filings, all of them with its words', async () => {
    const [first, ...others] = times(2345, { reference: 'Huge', explanation: '' });
    const drafts = await imported([{ ...first, explanation: 'The bags are fakes.' }, ...others]);
    expect(drafts.map(({ items }) => items)).toEqual([...new Array<number>(11).fill(200), 145]);
    expect(new Set(drafts.map(({ explanation }) => explanation))).toEqual(new Set(['The bags are fakes.']));
  }, 60_000);
});

describe('a listing that is reported already', () => {
  const statesOf = async (rows: readonly Row[], register = false): Promise<string[]> => {
    const { id, ...counts } = await dryRun(http, complaintsCsv(rows), { register });
    const read = await rowsOf(http, id);
    const of = (state: string): number => read.filter((row) => row.state === state).length;
    const [accepted, rejected, duplicates] = [of('accepted'), of('rejected'), of('duplicate')];
    expect(counts).toMatchObject({ rows: read.length, accepted, rejected, duplicates });
    return read.map(({ state }) => state);
  };

  it('is a duplicate the second time, however its address is written, and however far below', async () => {
    const url = 'https://item.taobao.com/item.htm?id=81';
    const taobao = (address: string): Row => aRow({ platform: 'taobao', url: address });
    const rows = [
      taobao(url),
      ...times(1200, {}),
      taobao('http://ITEM.taobao.com/item.htm?spm=a2141&id=81&skuId=5'),
      taobao(url),
    ];
    const states = await statesOf(rows);
    expect(states.slice(0, -2)).not.toContain('duplicate');
    expect(states.slice(-2)).toEqual(['duplicate', 'duplicate']);
  });

  it('says what it repeats: the line of the row before it, or the complaint', async () => {
    const url = 'https://sandbox.redress.test/item/twice-told';
    const rows = [aRow({ title: 'on two\nlines' }), aRow({ url }), aRow({ url }), aRow({ url })];
    const first = await dryRun(http, complaintsCsv(rows));
    const inFile = { line: 4, complaintId: null, reference: null };
    expect((await rowsOf(http, first.id)).map(({ repeats }) => repeats)).toEqual([null, null, inFile, inFile]);
    await committed(http, first.id);
    const [, draft] = await draftsOf(app, first.id);
    const complaint = { line: null, complaintId: draft?.id, reference: draft?.reference };
    const again = await dryRun(http, complaintsCsv(rows.slice(1, 3)));
    expect((await rowsOf(http, again.id)).map(({ repeats }) => repeats)).toEqual([complaint, complaint]);
  });

  it('is none for another right', async () => {
    const url = 'https://sandbox.redress.test/item/for-two';
    expect(await statesOf([aRow({ url }), aRow({ url, right_number: 'DE 308' }), aRow({ url })])).toEqual([
      'accepted',
      'accepted',
      'duplicate',
    ]);
  });

  it('is none because a row before it was rejected', async () => {
    const url = 'https://sandbox.redress.test/item/at-second-try';
    expect(await statesOf([aRow({ url, ground: '' }), aRow({ url })])).toEqual(['rejected', 'accepted']);
  });

  it('is a duplicate while a complaint about it stands, whoever filed that, and none once it is withdrawn', async () => {
    const parties = await registerParties(http, { number: 'DE 900' });
    const holder = await http.get<{ data: { id: string; name: string }[] }>('/rights-holders?limit=100');
    const name = expectStatus(holder, 200).data.find(({ id }) => id === parties.rightsHolderId)?.name ?? '';
    const filed = await fileComplaint(http, parties, {
      submit: false,
      items: [aListing({ url: 'https://sandbox.redress.test/item/filed-by-hand' })],
    });
    const row = aRow({
      rights_holder: name,
      right_number: 'DE 900',
      ground: 'trademark-use',
      url: 'https://sandbox.redress.test/item/filed-by-hand?from=search',
    });
    expect(await statesOf([row])).toEqual(['duplicate']);
    expectStatus(await http.post(`/complaints/${filed.id}/withdraw`, { reason: 'a mistake' }), 200);
    expect(await statesOf([row])).toEqual(['accepted']);
  });

  it('makes no second draft where two files with it are read before either is committed', async () => {
    const csv = complaintsCsv([aRow({ url: 'https://sandbox.redress.test/item/in-two-files' }), aRow({})]);
    const [first, second] = [await dryRun(http, csv), await dryRun(http, `${csv}\n`)];
    expect([first.accepted, second.accepted]).toEqual([2, 2]);
    expect((await committed(http, first.id)).complaints).toBe(2);
    const later = await committed(http, second.id);
    expect({ ...summary(later), complaints: later.complaints }).toEqual({
      ...{ rows: 2, accepted: 0, rejected: 0, duplicates: 2 },
      complaints: 0,
    });
    const drafts = (await draftsOf(app, first.id)).map(({ reference }) => reference);
    const repeated = (await rowsOf(http, second.id)).map(({ state, repeats }) => [state, repeats?.reference]);
    expect(repeated).toEqual(drafts.map((reference) => ['duplicate', reference]));
  });
});

describe('what the register does not hold', () => {
  const newcomer = (given: Row): Row => aRow({ rights_holder: 'Neu & Sohn KG', ...given });
  const held = async (): Promise<unknown[]> =>
    app.sql(
      `select h.name, r.kind, r.number, r.title from rights_holder h left join ip_right r on r.rights_holder_id = h.id
        where lower(h.name) = 'neu & sohn kg' order by r.kind, r.number`,
    );
  const rows = [
    newcomer({ right_number: 'DE 1', reference: 'N' }),
    newcomer({ right_number: 'DE 1', reference: 'N' }),
    newcomer({ right_number: 'DE 2' }),
    newcomer({ right_number: '', ground: 'copyright-copy', rights_holder: 'NEU & SOHN KG' }),
  ];

  it('is rejected', async () => {
    const { id } = await dryRun(http, complaintsCsv([...rows, aRow({ right_number: 'DE 309' })]));
    expect((await rowsOf(http, id)).map(standing)).toEqual([
      ...[1, 2, 3, 4].map((row) => [row, row + 1, 'rejected', 'rights_holder: not-registered']),
      [5, 6, 'rejected', 'right_number: not-registered'],
    ]);
  });

  it('is entered where that was asked for, with the commit and not before, once each', async () => {
    const { id } = await dryRun(http, complaintsCsv(rows), { register: true });
    expect(await held()).toEqual([]);
    await committed(http, id);
    const name = 'Neu & Sohn KG';
    expect(await held()).toEqual([
      { name, kind: 'copyright', number: null, title: `Works of ${name}` },
      { name, kind: 'trademark', number: 'DE 1', title: 'DE 1' },
      { name, kind: 'trademark', number: 'DE 2', title: 'DE 2' },
    ]);
    expect((await draftsOf(app, id)).map(({ items, right }) => [items, right])).toEqual([
      [2, 'DE 1'],
      [1, 'DE 2'],
      [1, `Works of ${name}`],
    ]);
  });

  it('is asked for by its number where its kind of right has one', async () => {
    const { id } = await dryRun(http, complaintsCsv([newcomer({ right_number: '' })]), { register: true });
    expect((await rowsOf(http, id)).map(standing)).toEqual([[1, 2, 'rejected', 'right_number: right-missing']]);
  });
});
