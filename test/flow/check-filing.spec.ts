import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aComplaint, aListing, aRight, aRightsHolder, file, registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Client, Json, Problem } from '../support/http.js';
import { dayFromToday } from './days.js';
import { rowCounts } from './row-counts.js';

interface Finding {
  code: string;
  severity: string;
  pointer: string;
  detail: string;
  values: Json;
  reason?: string;
}

interface Check {
  regime: { id: string };
  missing: { element: string; hook: string; detail: string; pointer: string }[];
  findings: Finding[];
  filings: number;
  needsApproval: boolean;
}

let app: TestApp;
let http: Client;
let parties: Parties;
beforeAll(async () => {
  app = await startApp();
  http = app.main.http;
  parties = await registerParties(http);
}, 60_000);
afterAll(async () => app.close(), 30_000);

const post = async (given: Json, of = parties) =>
  http.post<Check & Problem>('/complaints/check', aComplaint(of, given));
const check = async (given: Json = {}, of = parties): Promise<Check> => expectStatus(await post(given, of), 200);
const found = async (given: Json = {}, of = parties): Promise<unknown[]> =>
  (await check(given, of)).findings.map(({ code, severity, pointer, reason }) => [code, severity, pointer, reason]);
const missing = async (given: Json = {}, of = parties): Promise<string[]> =>
  (await check(given, of)).missing.map(({ pointer, element }) => `${pointer} ${element}`);

const onTaobao = 'https://item.taobao.com/item.htm?id=671021594308';

describe('a complaint looked over before it is sent', () => {
  it('has nothing against it where it is complete', async () => {
    expect(await check()).toMatchObject({
      regime: { id: 'us-trademark-customary' },
      missing: [],
      findings: [],
      filings: 1,
      needsApproval: false,
    });
  });

  it('may be hardly begun, and is told all that is missing by its place and provision', async () => {
    const begun = { rightIds: [], items: [], explanation: '', statements: {}, signature: undefined };
    const { missing: all } = await check(begun);
    expect(all.map(({ pointer, element }) => `${pointer} ${element}`)).toEqual([
      '/rightIds right-identified',
      '/items listing-located',
      '/explanation explanation',
      '/statements/goodFaith good-faith',
      '/statements/accuracy accuracy',
      '/statements/authority authority',
      '/signature signature',
    ]);
    expect(all.every(({ hook, detail }) => hook.length > 0 && detail.endsWith('.'))).toBe(true);
  });

  it('is looked over by its own platform and ground: what one asks for another does not', async () => {
    expect(await missing({ statements: {} })).toContain('/statements/goodFaith good-faith');
    const chinese = await check({ platform: 'taobao', items: [{ url: onTaobao }], statements: {} });
    expect([chinese.regime.id, chinese.missing.map(({ element }) => element)]).toEqual([
      'cn-ecommerce-42',
      ['accuracy', 'authority'],
    ]);
  });

  it('is stored nowhere, whatever it holds, and takes no reference', async () => {
    const before = await rowCounts(app);
    const number = async () => app.sql('select year, last from complaint_number');
    const last = await number();
    await check();
    await check({ items: Array.from({ length: 300 }, () => aListing()) });
    await check({ rightIds: [], items: [], explanation: '', statements: {} });
    expect([await rowCounts(app), await number()]).toEqual([before, last]);
  });

  it('that names what is not there is refused with each place', async () => {
    const nobodys = '0197f1e2-0000-7000-8000-00000000dead';
    const answer = await post({ platform: 'nowhere', rightIds: [parties.rightId, nobodys], evidence: [nobodys] });
    expect([answer.status, answer.body.type, answer.body.errors?.map(({ pointer }) => pointer)]).toEqual([
      422,
      '/problems/complaint-invalid',
      ['/platform', '/rightIds/1', '/evidence/0'],
    ]);
    const ground = await post({ platform: 'github', ground: 'patent', items: [] });
    expect([ground.status, ground.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([
      422,
      ['/ground ground-not-accepted'],
    ]);
  });
});

describe('the rights of a complaint', () => {
  it('that expired are found with the day, keep it from being sent, and not a day earlier', async () => {
    const [yesterday, today] = [dayFromToday(-1), dayFromToday(0)];
    const expired = await registerParties(http, { validTo: yesterday });
    const { findings } = await check({}, expired);
    expect(findings).toEqual([
      {
        code: 'right-expired',
        severity: 'refusal',
        pointer: '/rightIds/0',
        detail: `"VELORA" expired on ${yesterday}. If it was renewed, record the renewal; else rely on another right.`,
        values: { title: 'VELORA', from: '2015-01-01', to: yesterday },
        reason: 'RR-13',
      },
    ]);
    expect(await missing({}, expired)).toEqual(['/rightIds/0 right-in-force']);
    const answer = await http.post<Problem>('/complaints', aComplaint(expired, { submit: true }));
    expect([answer.status, answer.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([
      422,
      ['/rightIds/0 right-in-force'],
    ]);
    const last = await registerParties(http, { validTo: today });
    expect(await found({}, last)).toEqual([['right-expires-soon', 'advice', '/rightIds/0', undefined]]);
    expect(await missing({}, last)).toEqual([]);
  });

  it('that are not verified are found where the platform verifies, each by its place', async () => {
    const second = expectStatus(await http.post<{ id: string }>('/rights', aRight(parties.rightsHolderId)), 201);
    const given = { rightIds: [parties.rightId, second.id], items: [aListing()] };
    expect(await found(given)).toEqual([]);
    const desk = `/rights/${parties.rightId}/verifications/alibaba-ipp`;
    expectStatus(await http.put(desk, { status: 'verified', since: '2026-01-01' }), 200);
    const unverified = (await check({ ...given, platform: 'taobao', items: [{ url: onTaobao }] })).findings;
    expect(
      unverified
        .filter(({ code }) => code === 'right-not-verified')
        .map(({ severity, pointer, reason, values }) => [severity, pointer, reason, values['status']]),
    ).toEqual([['refusal', '/rightIds/1', 'RR-12', 'not-submitted']]);
  });

  it('of a rights holder represented by an agent are found where no power covers them', async () => {
    const holder = aRightsHolder({ representedByAgent: true });
    const { id } = expectStatus(await http.post<{ id: string }>('/rights-holders', holder), 201);
    const right = expectStatus(await http.post<{ id: string }>('/rights', aRight(id)), 201);
    const of = { rightsHolderId: id, rightId: right.id };
    expect(await found({}, of)).toEqual([['power-missing', 'blocks', '/rightIds/0', 'RR-11']]);
    const power = { agent: 'Keller', validFrom: '2020-01-01' };
    expectStatus(await http.post(`/rights-holders/${id}/powers-of-attorney`, power), 201);
    expect(await found({}, of)).toEqual([]);
  });
});

describe('the listings of a complaint', () => {
  it('that are none, stand elsewhere or hide behind a short link are found, each by its place', async () => {
    const everywhere = await registerParties(http, { territories: ['DE', 'CN'] });
    const items = [
      aListing(),
      { url: 'https://sandbox.redress.test/shop/velora-outlet' },
      { url: onTaobao },
      { url: 'https://sandbox.redress.test/s/a1B2c3' },
    ];
    expect(await found({ items }, everywhere)).toEqual([
      ['not-a-listing', 'refusal', '/items/1/url', 'RR-20'],
      ['other-platform', 'refusal', '/items/2/url', 'RR-50'],
      ['short-link', 'refusal', '/items/3/url', 'RR-20'],
    ]);
  });

  it.each([
    [200, 1, []],
    [201, 2, [['several-filings', 'blocks', '/items', 'RR-61']]],
    [401, 3, [['several-filings', 'blocks', '/items', 'RR-61']]],
  ])('that are %d make %d complaints on a platform that takes 200', async (count, filings, findings) => {
    const items = Array.from({ length: count }, () => aListing());
    const looked = await check({ items });
    expect([
      looked.filings,
      looked.findings.map(({ code, severity, pointer, reason }) => [code, severity, pointer, reason]),
    ]).toEqual([filings, findings]);
    const answer = await http.post<Problem>('/complaints', aComplaint(parties, { items, submit: true }));
    expect(answer.status).toBe(filings === 1 ? 201 : 422);
  });

  it('are no earlier report of the draft that is being changed', async () => {
    const items = [aListing()];
    const filed = await file(http, parties, { items });
    const draft = await file(http, parties, { items, submit: false });
    const open = [['under-complaint', 'blocks', '/items/0/url', 'RR-60']];
    expect(await found({ items })).toEqual(open);
    expect(await found({ items, complaintId: draft.id })).toEqual(open);
    expect(await found({ items, complaintId: filed.id })).toEqual([]);
  });
});
