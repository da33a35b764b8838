import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aComplaint, aListing, aRight, file, registerParties } from '../support/builders.js';
import type { Filed, Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Answer, Client, Json, Problem } from '../support/http.js';
import { deliveriesOf } from './read.js';

interface Finding {
  code: string;
  severity: string;
  pointer: string;
  detail: string;
  values: Json;
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

/** A complaint about one listing, delivered and decided on so by the platform. */
async function decided(listing: Json, outcome: string, given: Json = {}): Promise<Filed> {
  const filed = await file(http, parties, { items: [listing], ...given });
  const at = new Date().toISOString();
  const sent = { channel: 'email', outcome: 'delivered', at };
  expectStatus(await http.post(`/complaints/${filed.id}/attempts`, sent), 201);
  const decision = { outcome, decidedAt: new Date().toISOString() };
  expectStatus(await http.post(`/complaints/${filed.id}/decisions`, decision), 201);
  return filed;
}

const check = async (given: Json): Promise<Finding[]> =>
  expectStatus(await http.post<{ findings: Finding[] }>('/complaints/check', aComplaint(parties, given)), 200).findings;
const found = async (given: Json): Promise<unknown[]> =>
  (await check(given)).map(({ code, severity, pointer }) => [code, severity, pointer]);
const submit = async (given: Json) =>
  http.post<Filed & Problem>('/complaints', aComplaint(parties, { submit: true, ...given }));

const refusalOf = ({ status, body }: Answer<Problem>): unknown[] => [
  status,
  body.type,
  (body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`),
];
const repeated = (...faults: string[]): unknown[] => [422, '/problems/complaint-repeated', faults];

const reason = 'The seller has changed the pictures, and the office has renewed the mark.';

describe('a listing that was refused before', () => {
  it('is found with the complaint that failed, and reported again only for a reason', async () => {
    const listing = aListing();
    const before = await decided(listing, 'refused');
    const url = String(listing['url']);
    const items = [aListing(), { url: `${url}?utm_source=x` }];
    expect(await check({ items })).toEqual([
      {
        code: 'refused-before',
        severity: 'blocks',
        pointer: '/items/1/url',
        detail: `${url}?utm_source=x was refused in ${before.reference}. Leave it out, or say why it is reported again.`,
        values: { url: `${url}?utm_source=x`, reference: before.reference },
      },
    ]);
    const complaints = async () => app.sql('select id from complaint');
    const stored = await complaints();
    for (const renewedBecause of [undefined, '', ' \n '])
      expect(refusalOf(await submit({ items, renewedBecause }))).toEqual(repeated('/items/1/url refused-before'));
    expect(await complaints()).toEqual(stored);
    expect(await found({ items, renewedBecause: reason })).toEqual([['refused-before', 'advice', '/items/1/url']]);
    const filed = expectStatus(await submit({ items, renewedBecause: reason }), 201);
    const shown = expectStatus(await http.get(`/complaints/${filed.id}`), 200);
    expect([shown['status'], shown['renewedBecause']]).toEqual(['queued', reason]);
  });

  it('keeps a draft from being submitted until a reason is given, with the submission or before', async () => {
    const listing = aListing();
    await decided(listing, 'refused');
    const send = async (id: string, given: Json) => http.post<Problem>(`/complaints/${id}/submit`, given);
    const bare = await file(http, parties, { items: [listing], submit: false });
    expect(refusalOf(await send(bare.id, {}))).toEqual(repeated('/items/0/url refused-before'));
    expect(await deliveriesOf(app, bare.id)).toEqual({ attempts: 0, jobs: 0 });
    expectStatus(await send(bare.id, { renewedBecause: reason }), 200);
    expect(expectStatus(await http.get(`/complaints/${bare.id}`), 200)).toMatchObject({ renewedBecause: reason });
  });

  it('is free where it was taken down instead, or the complaint was withdrawn', async () => {
    const [down, withdrawn] = [aListing(), aListing()];
    await decided(down, 'removed');
    const { id } = await file(http, parties, { items: [withdrawn] });
    expectStatus(await http.post(`/complaints/${id}/withdraw`, {}), 200);
    expect(await found({ items: [down, withdrawn] })).toEqual([]);
    expectStatus(await submit({ items: [down, withdrawn] }), 201);
  });

  it('is free for another right: what was refused was the complaint about the first', async () => {
    const listing = aListing();
    await decided(listing, 'refused');
    const other = expectStatus(await http.post<{ id: string }>('/rights', aRight(parties.rightsHolderId)), 201);
    expect(await found({ items: [listing], rightIds: [other.id] })).toEqual([]);
    const both = { items: [listing], rightIds: [other.id, parties.rightId] };
    expect(await found(both)).toEqual([['refused-before', 'blocks', '/items/0/url']]);
    expect(refusalOf(await submit(both))).toEqual(repeated('/items/0/url refused-before'));
  });
});

describe('a listing that waits for a decision', () => {
  it('is found as under complaint, and reported again only for a reason', async () => {
    const items = [aListing()];
    const open = await file(http, parties, { items });
    const [finding] = await check({ items });
    expect(finding).toMatchObject({
      code: 'under-complaint',
      severity: 'blocks',
      pointer: '/items/0/url',
      values: { reference: open.reference },
    });
    expect(refusalOf(await submit({ items }))).toEqual(repeated('/items/0/url under-complaint'));
    expectStatus(await submit({ items, renewedBecause: reason }), 201);
  });

  it('is not found for a draft, which nobody has sent', async () => {
    const items = [aListing()];
    await file(http, parties, { items, submit: false });
    expect(await found({ items })).toEqual([]);
  });

  it('is told by its place among the listings of the request, each with its own reason', async () => {
    const [open, refused] = [aListing(), aListing()];
    await file(http, parties, { items: [open] });
    await decided(refused, 'refused');
    const items = [aListing(), refused, aListing(), open];
    expect(refusalOf(await submit({ items }))).toEqual(
      repeated('/items/1/url refused-before', '/items/3/url under-complaint'),
    );
    expect(await found({ items })).toEqual([
      ['refused-before', 'blocks', '/items/1/url'],
      ['under-complaint', 'blocks', '/items/3/url'],
    ]);
  });

  it('is told once, though it waits for two rights of the complaint', async () => {
    const second = expectStatus(await http.post<{ id: string }>('/rights', aRight(parties.rightsHolderId)), 201);
    const both = { items: [aListing()], rightIds: [parties.rightId, second.id] };
    await file(http, parties, both);
    expect(await found(both)).toEqual([['under-complaint', 'blocks', '/items/0/url']]);
    expect(refusalOf(await submit(both))).toEqual(repeated('/items/0/url under-complaint'));
  });
});
