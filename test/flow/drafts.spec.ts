import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { file, registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Answer, Client, Json, Problem } from '../support/http.js';
import { aPaper, addFile } from './evidence-files.js';
import { aMember, theAdministrator } from './people.js';

interface DraftPage {
  id: string;
  ownerName: string;
  own: boolean;
  shared: boolean;
  complaintId: string | null;
  answers: Json;
  version: number;
  updatedAt: string;
}

let app: TestApp;
let ada: Client;
let mina: Client;
let parties: Parties;
beforeAll(async () => {
  app = await startApp();
  [ada, mina] = [await theAdministrator(app), await aMember(app, 'Mina')];
  parties = await registerParties(ada);
}, 60_000);
afterAll(async () => app.close(), 30_000);

let serial = 0;
/** An identifier as a form makes it for itself, of no other form of this test file. */
const aForm = (): string => `0197f1e2-0000-7000-8000-${String((serial += 1)).padStart(12, '0')}`;

const put = async (who: Client, id: string, body: Json): Promise<Answer<DraftPage & Problem>> =>
  who.put(`/drafts/${id}`, body);
const save = async (who: Client, id: string, answers: Json, version: number): Promise<DraftPage> =>
  expectStatus(await put(who, id, { answers, version }), 200);
const read = async (who: Client, id: string): Promise<DraftPage> =>
  expectStatus(await who.get<DraftPage>(`/drafts/${id}`), 200);
const share = async (who: Client, id: string, shared: boolean) =>
  who.post<DraftPage & Problem>(`/drafts/${id}/share`, { shared });
/** Those a person can go on with. */
const listed = async (who: Client): Promise<string[]> =>
  expectStatus(await who.get<{ data: DraftPage[] }>('/drafts'), 200).data.map(({ id }) => id);
const stored = async (id: string): Promise<unknown[]> =>
  app.sql('select answers, version from filing_draft where id = $1', [id]);

/** A draft that was saved once, of the administrator unless the test says otherwise. */
async function aDraft(answers: Json = { platform: 'sandbox' }, who: Client = ada): Promise<string> {
  const id = aForm();
  await save(who, id, answers, 0);
  return id;
}

const codeOf = ({ status, body }: Answer<Problem>): unknown[] => [status, body.type];
const faults = ({ status, body }: Answer<Problem>): unknown[] => [
  status,
  ...(body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`),
];

describe('a form being filled in', () => {
  it('is kept under the identifier it chose, with everything it may hold, and read as it was saved', async () => {
    const id = aForm();
    const answers = {
      platform: 'sandbox',
      ground: 'counterfeit',
      rightsHolderId: parties.rightsHolderId,
      rightIds: [parties.rightId],
      listings: 'see https://sandbox.redress.test/item/1\nand 包 https://sandbox.redress.test/item/2',
      explanation: 'The bags\nare not ours.',
      evidenceUrls: ['https://velora.example/bags'],
      evidenceFileIds: [(await addFile(ada, aPaper('bag'))).id],
      goodsClasses: [18, 25],
      renewedBecause: 'The seller has changed.',
      language: 'zh',
    };
    const saved = await save(ada, id, answers, 0);
    expect(saved).toEqual({
      id,
      ownerName: 'admin',
      own: true,
      shared: false,
      complaintId: null,
      answers,
      version: 1,
      updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
    expect(await read(ada, id)).toEqual(saved);
  });

  it('grows version by version: what a save leaves out is gone, and what was emptied is empty', async () => {
    const id = await aDraft({ platform: 'sandbox', explanation: 'Not ours.', rightIds: [parties.rightId] });
    expect(await save(ada, id, { platform: 'ebay', explanation: '', rightIds: [] }, 1)).toMatchObject({ version: 2 });
    expect(await save(ada, id, { explanation: '', rightIds: [], listings: '' }, 2)).toMatchObject({ version: 3 });
    expect(await read(ada, id)).toMatchObject({ version: 3, answers: { explanation: '', rightIds: [], listings: '' } });
    expect((await read(ada, id)).answers).not.toHaveProperty('platform');
    expect(await stored(id)).toEqual([{ version: 3, answers: { explanation: '', rightIds: [], listings: '' } }]);
  });

  it('is listed with a person’s other drafts, the one saved last first', async () => {
    const lea = await aMember(app, 'Lea');
    const [first, second] = [await aDraft({}, lea), await aDraft({}, lea)];
    expect(await listed(lea)).toEqual([second, first]);
    await save(lea, first, { platform: 'ebay' }, 1);
    expect(await listed(lea)).toEqual([first, second]);
  });

  it('can be one that changes a complaint not yet sent', async () => {
    const complaint = await file(ada, parties, { submit: false });
    const id = aForm();
    const saved = expectStatus(await put(ada, id, { answers: {}, version: 0, complaintId: complaint.id }), 200);
    expect(saved.complaintId).toBe(complaint.id);
    const later = await save(ada, id, { explanation: 'Clearer.' }, 1);
    expect(later).toMatchObject({ version: 2, complaintId: complaint.id });
    const { explanation } = expectStatus(await ada.get(`/complaints/${complaint.id}`), 200);
    expect(explanation).not.toBe('Clearer.');
  });

  it('is no draft of a complaint that is not there', async () => {
    const id = aForm();
    const answer = await put(ada, id, { answers: {}, version: 0, complaintId: aForm() });
    expect([codeOf(answer), await stored(id)]).toEqual([[404, '/problems/complaint-not-found'], []]);
  });
});

describe('a save from an older version', () => {
  it('is refused with the time of the later one, which stands, and loses nothing', async () => {
    const id = await aDraft({ explanation: 'first' });
    expectStatus(await share(ada, id, true), 200);
    const theirs = await save(mina, id, { explanation: 'of Mina' }, 1);
    const late = await put(ada, id, { answers: { explanation: 'of Ada' }, version: 1 });
    expect(codeOf(late)).toEqual([409, '/problems/draft-changed']);
    expect(late.body.detail).toContain(theirs.updatedAt);
    expect(await read(ada, id)).toEqual({ ...theirs, own: true });
    expect(await save(ada, id, { explanation: 'of both' }, 2)).toMatchObject({ version: 3 });
  });

  it('is refused where the same person has the form open twice, or the version was never saved', async () => {
    const id = await aDraft({ explanation: 'one window' });
    const answers = { explanation: 'another window' };
    for (const version of [0, 2, 1_000_000_000])
      expect(codeOf(await put(ada, id, { answers, version }))).toEqual([409, '/problems/draft-changed']);
    expect(await stored(id)).toEqual([{ version: 1, answers: { explanation: 'one window' } }]);
  });

  it('is every save but one where many come at the same time, for a new draft and for an old one', async () => {
    const id = aForm();
    for (const version of [0, 1]) {
      const words = ['a', 'b', 'c', 'd', 'e'];
      const answers = await Promise.all(
        words.map(async (explanation) => put(ada, id, { answers: { explanation }, version })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
      const won = words.filter((_word, at) => answers[at]?.status === 200);
      expect(await stored(id)).toEqual([{ version: version + 1, answers: { explanation: won[0] } }]);
    }
  });
});

describe('answers that are none', () => {
  it.each<[string, Json, string]>([
    ['an explanation that is too long', { explanation: 'x'.repeat(20_001) }, '/answers/explanation maxLength'],
    ['a reason that is too long', { renewedBecause: 'x'.repeat(2001) }, '/answers/renewedBecause maxLength'],
    ['a platform that is too long', { platform: 'x'.repeat(101) }, '/answers/platform maxLength'],
    ['listings that are too long', { listings: 'x'.repeat(1_000_001) }, '/answers/listings maxLength'],
    ['too many rights', { rightIds: Array.from({ length: 51 }, aForm) }, '/answers/rightIds arrayMaxSize'],
    ['a right that is no identifier', { rightIds: ['VELORA'] }, '/answers/rightIds isUuid'],
    ['a ground there is not', { ground: 'envy' }, '/answers/ground isIn'],
    ['a language there is not', { language: 'tlh' }, '/answers/language isIn'],
    ['control characters', { explanation: 'a\u0000b' }, '/answers/explanation matches'],
    ['a field there is not', { colour: 'red' }, '/answers/colour unknown-field'],
  ])('are refused by the name of the field, and what was saved stands: %s', async (_what, answers, fault) => {
    const id = await aDraft({ explanation: 'saved' });
    expect(faults(await put(ada, id, { answers, version: 1 }))).toEqual([400, fault]);
    expect(await stored(id)).toEqual([{ version: 1, answers: { explanation: 'saved' } }]);
  });

  it('are taken to the last character', async () => {
    const full = { explanation: '界'.repeat(20_000), renewedBecause: 'x'.repeat(2000), platform: 'x'.repeat(100) };
    expect((await read(ada, await aDraft(full))).answers).toEqual(full);
  });

  it('are refused where there are none at all, or no version', async () => {
    const answer = await put(ada, aForm(), {});
    expect([answer.status, [...new Set(answer.body.errors?.map(({ pointer }) => pointer))]]).toEqual([
      400,
      ['/answers', '/version'],
    ]);
  });

  it.each([
    ['statements', { goodFaith: true, accuracy: true, authority: true }],
    ['signature', { name: 'Vera Velora', capacity: 'managing director' }],
  ])('are %s: they are given anew for each complaint', async (field, given) => {
    const id = aForm();
    const answer = await put(ada, id, { answers: { platform: 'sandbox', [field]: given }, version: 0 });
    expect([faults(answer), await stored(id)]).toEqual([[400, `/answers/${field} unknown-field`], []]);
    expect(faults(await put(ada, id, { answers: {}, version: 0, [field]: given }))).toEqual([
      400,
      `/${field} unknown-field`,
    ]);
  });
});
