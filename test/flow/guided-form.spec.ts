import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aListing, file, registerParties } from '../support/builders.js';
import type { Filed, Parties } from '../support/builders.js';
import { bearer, client, expectStatus } from '../support/http.js';
import type { Client, Problem } from '../support/http.js';
import { unzip } from '../support/unzip.js';
import { aPicture, addFile, sha256 } from './evidence-files.js';
import { deliver } from './deliver.js';
import { readComplaint } from './read.js';

interface Form {
  url: string | null;
  itemsPerComplaint: number | null;
  steps: { label: { en: string }; kind: string; values: string[]; groups: string[][]; over: number }[];
}

interface Kept {
  id: string;
  mediaType: string;
  size: number;
  sha256: string;
}

let listing = 0;
const aProduct = () =>
  aListing({ url: `https://velora.en.made-in-china.com/product/${(listing += 1)}aBcDeFgHiJk/China-Bag.html` });

describe('a filing on a platform’s own form', () => {
  let app: TestApp;
  let http: Client;
  let parties: Parties;

  beforeAll(async () => {
    app = await startApp();
    ({ http } = app.main);
    parties = await registerParties(http);
  }, 60_000);
  afterAll(async () => app.close(), 60_000);

  const byHand = async (given = {}): Promise<Filed> =>
    file(http, parties, { platform: 'made-in-china', items: [aProduct(), aProduct()], ...given });
  const form = async ({ id }: Filed): Promise<Form> =>
    expectStatus(await http.get<Form>(`/complaints/${id}/guided-form`), 200);
  const pack = async ({ id }: Filed): Promise<{ name: string | null; bytes: Buffer }> => {
    const response = await fetch(`${app.url}/api/v1/complaints/${id}/guided-form/pack`, {
      headers: bearer(app.main.key),
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const bytes = Buffer.from(await response.arrayBuffer());
    return { name: response.headers.get('content-disposition'), bytes };
  };
  const attemptOf = async ({ id }: Filed) => {
    const page = expectStatus(
      await http.get<{ attempts: { documentId: string | null; notice: Kept | null; exhibits: Kept[] }[] }>(
        `/complaints/${id}`,
      ),
      200,
    );
    return page.attempts[0];
  };

  it('is prepared field by field, with an address for the answers that leads back to it', async () => {
    const filed = await byHand();
    const { url, itemsPerComplaint, steps } = await form(filed);
    expect([url, itemsPerComplaint]).toEqual(['https://www.made-in-china.com/', 800]);
    expect(steps.map(({ label }) => label.en)).toEqual([
      'Rights holder',
      'Country of the rights holder',
      'Postal address',
      'Contact person',
      'E-mail for answers',
      'Kind of right',
      'Mark or title',
      'Registration number',
      'Office',
      'Nice classes',
      'In force from',
      'In force until',
      'Ground',
      'Addresses of the listings',
      'Explanation',
      'Statements',
      'Signed by',
      'In the capacity of',
      'Your own reference',
    ]);
    const valueOf = (label: string) => steps.find((step) => step.label.en === label)?.values[0];
    expect(valueOf('Your own reference')).toBe(filed.reference);
    expect(valueOf('E-mail for answers')).toMatch(/^r\S+@\S+$/);
    const urls = (await readComplaint(http, filed.id)).items.map(({ url: address }) => address);
    expect(steps.find(({ kind }) => kind === 'listings')).toMatchObject({ values: urls, groups: [urls], over: 0 });
  }, 30_000);

  it('follows the fields of the portal where its profile states them', async () => {
    const items = [1, 2].map((each) => aListing({ url: `https://portal.sandbox.redress.test/item/${each}` }));
    const { url, steps } = await form(await byHand({ platform: 'sandbox-portal', items }));
    expect(url).toBe('http://127.0.0.1:3001/portal/sandbox-portal/');
    expect(steps.map(({ label, kind }) => [label.en, kind]).slice(0, 3)).toEqual([
      ['Your reference', 'text'],
      ['Rights holder', 'text'],
      ['What is infringed', 'text'],
    ]);
    expect(steps[2]?.values).toEqual(['Registered trade mark']);
    expect(steps.at(-1)).toMatchObject({ label: { en: 'Evidence (pictures, PDF)' }, kind: 'files', values: [] });
  }, 30_000);

  it('comes as one file, which is kept as what was filed and stays as it is', async () => {
    const evidence = await addFile(http, aPicture, 'shot.png');
    const filed = await byHand({ evidence: [evidence.id] });
    expect(await attemptOf(filed)).toMatchObject({ documentId: null, notice: null, exhibits: [] });
    const first = await pack(filed);
    expect(first.name).toBe(`attachment; filename*=UTF-8''${filed.reference}.zip`);
    const files = await unzip(first.bytes);
    expect([...files.keys()]).toEqual([
      'fields.txt',
      'listings.csv',
      'notice.txt',
      'notice.html',
      'shot.png',
      'SHA256SUMS',
    ]);
    expect(files.get('shot.png')).toEqual(aPicture);
    expect(files.get('notice.txt')?.toString()).toContain(filed.reference);
    await app.sql(`update rights_holder set name = 'Renamed since' where id = $1`, [parties.rightsHolderId]);
    expect((await pack(filed)).bytes).toEqual(first.bytes);
    const attempt = await attemptOf(filed);
    expect(attempt?.notice).toEqual({
      id: attempt?.documentId,
      mediaType: 'application/zip',
      size: first.bytes.length,
      sha256: sha256(first.bytes),
    });
  }, 30_000);

  it('leaves the notice of another way as it was: the pack is kept beside it', async () => {
    const mailed = await file(http, parties, {});
    const notice = (await deliver(app, mailed.id)).attempts[0]?.documentId ?? '';
    const filed = await byHand();
    await app.sql('update attempt set notice_document_id = $2 where complaint_id = $1', [filed.id, notice]);
    const { bytes } = await pack(filed);
    expect((await pack(filed)).bytes).toEqual(bytes);
    expect(await attemptOf(filed)).toMatchObject({
      notice: { id: notice, mediaType: 'message/rfc822' },
      exhibits: [{ mediaType: 'application/zip', sha256: sha256(bytes) }],
    });
  }, 30_000);

  it('is read by whoever may read complaints; only who may file makes the pack', async () => {
    const filed = await byHand();
    const reader = client(app.url, bearer(await app.addKey(app.main.id, ['complaints:read'])));
    expectStatus(await reader.get(`/complaints/${filed.id}/guided-form`), 200);
    expectStatus(await reader.get(`/complaints/${filed.id}/guided-form/pack`), 403);
  }, 30_000);

  it('ends accepted, and is prepared no more', async () => {
    const filed = await byHand();
    const done = { channel: 'guided-form', outcome: 'delivered', reference: 'MIC-77', at: new Date().toISOString() };
    expectStatus(await http.post(`/complaints/${filed.id}/attempts`, done), 201);
    expect(await readComplaint(http, filed.id)).toMatchObject({ status: 'filed', caseNumber: 'MIC-77' });
    const refused = expectStatus(await http.get<Problem>(`/complaints/${filed.id}/guided-form`), 409);
    expect(refused).toMatchObject({
      type: '/problems/nothing-by-hand',
      detail: 'No filing of this complaint waits for a person.',
    });
    expectStatus(await http.get(`/complaints/${filed.id}/guided-form/pack`), 409);
  }, 30_000);

  it('ends not filed, as one error with everything the person said of it', async () => {
    const filed = await byHand();
    const screenshot = (await addFile(http, aPicture, 'error.png')).id;
    const met = { code: 'ER-44', message: 'System busy', attribution: 'unknown', network: 'home', screenshot };
    const ended = { channel: 'guided-form', outcome: 'prevented', at: new Date().toISOString(), ...met };
    const nobody = '0197f1e2-0000-7000-8000-000000000001';
    const path = `/complaints/${filed.id}/attempts`;
    expectStatus(await http.post(path, { ...ended, screenshot: nobody }), 404);
    expectStatus(await http.post(path, ended), 201);
    const page = await readComplaint(http, filed.id);
    expect(page.status).toBe('prevented');
    expect(page.filingErrors).toMatchObject([{ ...met, attemptId: page.attempts[0]?.id }]);
  }, 30_000);

  it('is not prepared before the complaint is submitted', async () => {
    const draft = await byHand({ submit: false });
    const refused = expectStatus(await http.get<Problem>(`/complaints/${draft.id}/guided-form`), 409);
    expect(refused.type).toBe('/problems/not-submitted');
  }, 30_000);
});
