import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aComplaint, aRight, aRightsHolder } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Client, Json, Problem } from '../support/http.js';
import { aPaper, addFile } from './evidence-files.js';

/** An identifier that nothing has. */
const nobodys = '0197f1e2-0000-7000-8000-00000000dead';

let app: TestApp;
let http: Client;
let holder: string;

beforeAll(async () => {
  app = await startApp();
  http = app.main.http;
  holder = expectStatus(await http.post<{ id: string }>('/rights-holders', aRightsHolder()), 201).id;
}, 60_000);
afterAll(async () => app.close(), 30_000);

const enter = async (given: Json): Promise<Json & { id: string }> =>
  expectStatus(await http.post<Json & { id: string }>('/rights', aRight(holder, given)), 201);

/** Pointer and code of everything that is wrong with a request. */
const faults = ({ body }: { body: Problem }): string[] =>
  (body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);

describe('a right', () => {
  const registered = { registration: 'registered', number: 'CN 1', office: 'CNIPA' };
  const bare = { number: undefined, office: undefined, classes: undefined, validFrom: undefined, validTo: undefined };
  it.each([
    ['trademark', { ...registered, classes: [9, 18, 25], territories: ['CN', 'EU'], covers: 'bags; leather goods' }],
    ['trademark', { ...registered, registration: 'pending', validTo: undefined }],
    ['copyright', { ...bare, kind: 'copyright', title: 'Velora photographs', covers: 'forty pictures\nof bags' }],
    ['design', { ...registered, kind: 'design', classes: [], locarno: ['02-04', '03-01'] }],
    ['patent', { ...registered, kind: 'patent', classes: [], covers: 'claims 1 to 4: a hinge' }],
  ])('%s is kept as it was entered', async (kind, given) => {
    const right = await enter({ kind, ...given });
    const known = JSON.parse(JSON.stringify(given)) as Json;
    expect(right).toMatchObject({ rightsHolderId: holder, kind, ...known });
    expect(expectStatus(await http.get(`/rights/${right.id}`), 200)).toEqual(right);
  });

  it('counts as registered where it has a number, and as unregistered where it has none', async () => {
    expect(await enter({})).toMatchObject({ registration: 'registered' });
    expect(await enter({ kind: 'copyright', ...bare })).toMatchObject({ registration: 'unregistered', number: null });
  });

  it('keeps its papers with the files added as evidence, translations, and its owners in the order of time', async () => {
    const [certificate, translation] = [await addFile(http, aPaper('one')), await addFile(http, aPaper('two'))];
    const papers = {
      owners: [
        { owner: 'Velora Werke KG', since: '2015-01-01', recordedAs: null },
        { owner: 'Velora GmbH', since: '2019-05-01', recordedAs: 'CN-2019-4711' },
      ],
      documents: [
        { kind: 'certificate', title: 'Certificate', fileId: certificate.id, language: 'de' },
        { kind: 'translation', title: 'Certificate in Chinese', fileId: translation.id, language: 'zh' },
        { kind: 'assignment', title: 'Assignment of 2019', fileId: null, language: null },
      ],
    };
    const right = await enter(papers);
    expect(expectStatus(await http.get(`/rights/${right.id}`), 200)).toMatchObject(papers);
    const short = await enter({ documents: ['Certificate'], owners: [{ owner: 'Velora GmbH' }] });
    expect(short).toMatchObject({
      documents: [{ kind: 'other', title: 'Certificate', fileId: null, language: null }],
      owners: [{ owner: 'Velora GmbH', since: null, recordedAs: null }],
    });
  });

  it('is found by part of its title, number or office, and by kind and rights holder', async () => {
    const right = await enter({ kind: 'design', classes: [], title: 'Hinge of the year', number: 'DM/9%9' });
    for (const query of ['q=hinge%20of', 'q=9%259', `kind=design&rightsHolderId=${holder}&q=DPMA`]) {
      const { data } = expectStatus(await http.get<{ data: { id: string }[] }>(`/rights?${query}`), 200);
      expect([query, data.map(({ id }) => id)]).toEqual([query, expect.arrayContaining([right.id])]);
    }
    const none = expectStatus(await http.get<{ data: unknown[] }>('/rights?q=9_9'), 200);
    expect(none.data).toEqual([]);
  });
});

describe('a right that contradicts itself', () => {
  const contradictions: [string, Json, string[]][] = [
    ['a class that is none', { classes: [25, 46] }, ['/classes/1 nice-class']],
    ['classes of a design', { kind: 'design', classes: [25] }, ['/classes nice-class']],
    ['a misspelt Locarno class', { kind: 'design', classes: [], locarno: ['2-4'] }, ['/locarno/0 locarno-class']],
    ['a Locarno class of a mark', { locarno: ['02-04'] }, ['/locarno locarno-class']],
    ['a territory in small letters', { territories: ['EU', 'cn'] }, ['/territories/1 territory']],
    ['an end before its beginning', { validFrom: '2020-01-02', validTo: '2020-01-01' }, ['/validTo validity']],
    ['a number of an unregistered right', { registration: 'unregistered' }, ['/registration registration']],
    [
      'a paper that is not there',
      {
        documents: [
          { kind: 'other', title: 'x' },
          { kind: 'other', title: 'y', fileId: nobodys },
        ],
      },
      ['/documents/1/fileId unknown'],
    ],
    [
      'several at once',
      { kind: 'patent', classes: [0], locarno: ['x'], territories: ['xx'], validTo: '2014-12-31' },
      [
        '/classes/0 nice-class',
        '/classes nice-class',
        '/locarno/0 locarno-class',
        '/locarno locarno-class',
        '/territories/0 territory',
        '/validTo validity',
      ],
    ],
  ];

  it.each(contradictions)('is refused with each field, new or changed: %s', async (_what, given, expected) => {
    const made = await http.post<Problem>('/rights', aRight(holder, given));
    expect([made.status, made.body.type, faults(made)]).toEqual([422, '/problems/right-invalid', expected]);
    const right = await enter({});
    const { rightsHolderId: _holder, ...entry } = aRight(holder, given);
    const changed = await http.put<Problem>(`/rights/${right.id}`, entry);
    expect([changed.status, faults(changed)]).toEqual([422, expected]);
    expect(expectStatus(await http.get(`/rights/${right.id}`), 200)).toEqual(right);
  });

  it('is refused by its form where a date is none', async () => {
    const answer = await http.post<Problem>(
      '/rights',
      aRight(holder, { validFrom: '2020-02-30', validTo: '1.1.2030' }),
    );
    expect([answer.status, [...new Set(answer.body.errors?.map(({ pointer }) => pointer))]]).toEqual([
      400,
      ['/validFrom', '/validTo'],
    ]);
  });
});

describe('a change', () => {
  it('replaces what stood there: what is left out is empty, and the rights holder stays', async () => {
    const right = await enter({ territories: ['DE'], documents: ['Certificate'], covers: 'bags' });
    const changed = expectStatus(await http.put(`/rights/${right.id}`, { kind: 'trademark', title: 'VELORA 2' }), 200);
    expect(changed).toMatchObject({ rightsHolderId: holder, title: 'VELORA 2', registration: 'unregistered' });
    expect(changed).toMatchObject({ number: null, office: null, classes: [], territories: [], documents: [] });
    expect(changed).toMatchObject({ covers: null, validFrom: null, validTo: null });
    const moved = await http.put<Problem>(`/rights/${right.id}`, { ...aRight(holder), rightsHolderId: right.id });
    expect([moved.status, faults(moved)]).toEqual([400, ['/rightsHolderId unknown-field']]);
  });

  it('of a rights holder counts for complaints not yet sent, and stands in the audit log', async () => {
    const made = expectStatus(
      await http.post<{ id: string }>('/rights-holders', aRightsHolder({ phone: '+49 1' })),
      201,
    );
    const right = expectStatus(await http.post<{ id: string }>('/rights', aRight(made.id)), 201);
    const parties = { rightsHolderId: made.id, rightId: right.id };
    expect(expectStatus(await http.put(`/rights-holders/${made.id}`, { name: 'Velora AG' }), 200)).toMatchObject({
      name: 'Velora AG',
      address: null,
      email: null,
      phone: null,
      programmes: [],
    });
    const answer = await http.post<Problem>('/complaints', aComplaint(parties, { platform: 'taobao', submit: true }));
    expect([answer.status, faults(answer)]).toEqual([422, ['/rightsHolderId identity-proof']]);
    const audit = await app.sql<{ action: string; was: Json }>(
      `select action, data -> 'was' as was from audit_event where subject = $1 order by id`,
      [made.id],
    );
    expect(audit).toMatchObject([
      { action: 'rights-holder.create' },
      { action: 'rights-holder.change', was: { address: 'Hauptstr. 1, 10115 Berlin' } },
    ]);
  });
});
