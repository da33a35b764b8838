import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeliverAttempt } from '#libs/workflow';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aComplaint, aRight, aRightsHolder, file, registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Client, Json, Problem } from '../support/http.js';
import { aMember, aProgram, theAdministrator } from './people.js';
import { deliveriesOf, kindsOf, readComplaint } from './read.js';

const confirmed = { statements: { goodFaith: true, accuracy: true, authority: true } };

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

const setRules = async (approval: string, approvalAbove = 0): Promise<unknown> =>
  expectStatus(await ada.put('/rules', { approval, approvalAbove }), 200);
const approve = async (who: Client, id: string) => who.post<Problem>(`/complaints/${id}/approve`);
const giveBack = async (who: Client, id: string, reason = 'Name the model.') =>
  who.post<Problem>(`/complaints/${id}/return`, { reason });
const submit = async (who: Client, id: string, given: Json = {}) =>
  who.post<Problem>(`/complaints/${id}/submit`, given);

const none = { attempts: 0, jobs: 0 };
const one = { attempts: 1, jobs: 1 };

describe('a complaint that waits for approval', () => {
  beforeAll(async () => setRules('always'));

  const waiting = async (who: Client = ada, given: Json = {}): Promise<string> => {
    const filed = await file(who, parties, given);
    expect(filed.status).toBe('awaiting-approval');
    return filed.id;
  };

  it('leaves once another member approves it, and says who did what', async () => {
    const id = await waiting();
    const answer = await approve(mina, id);
    expect([answer.status, await deliveriesOf(app, id)]).toEqual([200, one]);
    expect(answer.body).toMatchObject({
      status: 'queued',
      submittedBy: 'admin',
      approvedBy: 'Mina',
      moves: ['withdraw'],
    });
    expect(await kindsOf(mina, id)).toEqual(['approval-asked', 'approved', 'created', 'submitted']);
    const { items } = await readComplaint(mina, id);
    expect(items.map(({ status }) => status)).toEqual(['ready']);
  });

  it('is counted among what waits for people', async () => {
    const count = async (): Promise<unknown> =>
      (await mina.get<{ waiting: Json }>('/session')).body.waiting['approvals'];
    const before = Number(await count());
    const id = await waiting();
    expect(await count()).toBe(before + 1);
    expectStatus(await giveBack(mina, id), 200);
    expect(await count()).toBe(before);
  });

  it('is approved by nobody who submitted it, under no other account with the same address', async () => {
    const [byPerson, byProgram] = [await waiting(ada), await waiting(await aProgram(app, 'mina@redress.example'))];
    const adas = [
      ada,
      await aProgram(app, app.administrator.email),
      await aProgram(app, app.administrator.email.toUpperCase()),
    ];
    for (const who of adas) {
      const answer = await approve(who, byPerson);
      expect([answer.status, answer.body.type]).toEqual([403, '/problems/second-person-needed']);
    }
    expect((await approve(mina, byProgram)).status).toBe(403);
    expect([await deliveriesOf(app, byPerson), await deliveriesOf(app, byProgram)]).toEqual([none, none]);
    expectStatus(await approve(await aProgram(app, 'li@redress.example', ['complaints:approve']), byPerson), 200);
    expectStatus(await approve(ada, byProgram), 200);
  });

  it('is approved by no key without that scope', async () => {
    const id = await waiting();
    const program = await aProgram(app, 'li@redress.example', ['complaints:write']);
    expect((await approve(program, id)).body.type).toBe('/problems/scope-missing');
    expect((await giveBack(program, id)).body.type).toBe('/problems/scope-missing');
  });

  it('can be neither changed nor submitted again, and is not filed by hand', async () => {
    const id = await waiting();
    const edited = await ada.put<Problem>(`/complaints/${id}`, aComplaint(parties));
    const byHand = { channel: 'guided-form', outcome: 'delivered', at: new Date().toISOString() };
    const answers = [
      edited,
      await submit(ada, id, confirmed),
      await ada.post<Problem>(`/complaints/${id}/attempts`, byHand),
    ];
    expect(answers.map(({ status, body }) => [status, body.type])).toEqual([
      [409, '/problems/not-a-draft'],
      [409, '/problems/illegal-move'],
      [409, '/problems/not-submitted'],
    ]);
  });

  it('that was withdrawn leaves no more', async () => {
    const id = await waiting();
    expectStatus(await ada.post(`/complaints/${id}/withdraw`, { reason: 'settled' }), 200);
    const answers = [await approve(mina, id), await giveBack(mina, id)];
    expect(answers.map(({ status, body }) => [status, body.type])).toEqual(
      answers.map(() => [409, '/problems/not-awaiting-approval']),
    );
    const { status, items } = await readComplaint(ada, id);
    expect([status, items[0]?.status, items[0]?.outcome]).toEqual(['withdrawn', 'abandoned', 'withdrawn']);
    expect(await deliveriesOf(app, id)).toEqual(none);
  });

  it('is looked over again: what changed since it was submitted keeps it from leaving', async () => {
    const right = expectStatus(await ada.post<{ id: string }>('/rights', aRight(parties.rightsHolderId)), 201);
    const id = await waiting(ada, { rightIds: [right.id] });
    const { rightsHolderId: _holder, ...expired } = aRight(parties.rightsHolderId, { validTo: '2020-12-31' });
    expectStatus(await ada.put(`/rights/${right.id}`, expired), 200);
    const answer = await approve(mina, id);
    expect([answer.status, answer.body.errors]).toMatchObject([
      422,
      [{ pointer: '/rightIds/0', code: 'right-in-force' }],
    ]);
    expect([(await readComplaint(ada, id)).status, await deliveriesOf(app, id)]).toEqual(['awaiting-approval', none]);
  });

  it('still needs its approval where the rules were dropped meanwhile', async () => {
    const id = await waiting();
    await setRules('never');
    expect((await approve(ada, id)).status).toBe(403);
    expect((await readComplaint(ada, id)).status).toBe('awaiting-approval');
    expectStatus(await approve(mina, id), 200);
    await setRules('always');
  });
});

describe('a complaint given back', () => {
  beforeAll(async () => setRules('always'));

  it('is a draft again, its statements confirmed by nobody, with what has to be changed', async () => {
    const { id } = await file(ada, parties);
    const answer = await giveBack(mina, id, 'Name the model.\nAdd a picture.');
    expect(answer.body).toMatchObject({
      status: 'draft',
      statements: [],
      submittedBy: null,
      approvedBy: null,
      moves: ['edit', 'submit', 'withdraw'],
    });
    const { timeline } = await readComplaint(ada, id);
    expect(timeline.find(({ kind }) => kind === 'returned')).toMatchObject({
      data: { reason: 'Name the model.\nAdd a picture.' },
    });
    expect((await approve(mina, id)).status).toBe(409);
    expect((await giveBack(mina, id)).status).toBe(409);
    const unsigned = await submit(ada, id);
    expect([unsigned.status, unsigned.body.errors?.map(({ pointer }) => pointer)]).toEqual([
      422,
      ['/statements/goodFaith', '/statements/accuracy', '/statements/authority'],
    ]);
  });

  it('is changed by somebody else, submitted and approved by the one who submitted it first', async () => {
    const { id } = await file(ada, parties);
    expectStatus(await giveBack(mina, id), 200);
    const explanation = 'The listing offers the bag VELORA One under our sign; we licensed nobody to do so.';
    expectStatus(await mina.put(`/complaints/${id}`, aComplaint(parties, { explanation, statements: {} })), 200);
    expectStatus(await submit(mina, id, confirmed), 200);
    expect((await approve(mina, id)).status).toBe(403);
    const approved = await approve(ada, id);
    expect(approved.body).toMatchObject({ status: 'queued', explanation, submittedBy: 'Mina', approvedBy: 'admin' });
    expect(await deliveriesOf(app, id)).toEqual(one);
    const twice = ['approval-asked', 'approval-asked', 'approved', 'created', 'edited', 'returned', 'submitted'];
    expect(await kindsOf(ada, id)).toEqual(twice);
  });
});

describe('the notice of an approved complaint', () => {
  it('names who submitted it as the contact, where the rights holder has no address of its own', async () => {
    await setRules('always');
    const holder = expectStatus(
      await ada.post<{ id: string }>('/rights-holders', aRightsHolder({ email: undefined })),
      201,
    );
    const right = expectStatus(await ada.post<{ id: string }>('/rights', aRight(holder.id)), 201);
    const of = { rightsHolderId: holder.id, rightId: right.id };
    const taobao = { platform: 'taobao', items: [{ url: 'https://item.taobao.com/item.htm?id=671021594308' }] };
    const draft = await file(await aProgram(app, 'importer@redress.example'), of, { ...taobao, submit: false });
    expectStatus(await submit(mina, draft.id, confirmed), 200);
    expectStatus(await approve(ada, draft.id), 200);
    const [attempt] = (await readComplaint(ada, draft.id)).attempts;
    const sent = await app.api.get(DeliverAttempt).run(app.main.id, attempt?.id ?? '', new AbortController().signal);
    expect(sent?.state).toBe('delivered');
    const { data } = expectStatus(await ada.get<{ data: { reference: string; text: string }[] }>('/dev-mailbox'), 200);
    const text = data.find(({ reference }) => reference === draft.reference)?.text ?? '';
    expect(text).toContain('mina@redress.example');
    expect(text).not.toMatch(/importer@redress\.example|admin@redress\.example/);
  });
});
