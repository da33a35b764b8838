import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aComplaint, aListing, aRight, file, registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Client, Json, Problem } from '../support/http.js';
import { aMember, aProgram, theAdministrator } from './people.js';
import { deliveriesOf } from './read.js';

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

describe('the rules of a workspace', () => {
  it('ask for nobody unless somebody sets them, and say who set what', async () => {
    expect(expectStatus(await ada.get('/rules'), 200)).toEqual({ approval: 'never', approvalAbove: 0 });
    expect(await setRules('above', 3)).toEqual({ approval: 'above', approvalAbove: 3 });
    expect(expectStatus(await mina.get('/rules'), 200)).toEqual({ approval: 'above', approvalAbove: 3 });
    await setRules('never');
    const audit = await app.sql<{ data: Json }>(`select data from audit_event where action = 'rules.set' order by id`);
    expect(audit.map(({ data }) => data)).toEqual([
      { was: { approval: 'never', approvalAbove: 0 }, is: { approval: 'above', approvalAbove: 3 } },
      { was: { approval: 'above', approvalAbove: 3 }, is: { approval: 'never', approvalAbove: 0 } },
    ]);
  });

  it.each([
    [{ approval: 'sometimes', approvalAbove: 0 }, '/approval'],
    [{ approval: 'above', approvalAbove: -1 }, '/approvalAbove'],
    [{ approval: 'above', approvalAbove: 1.5 }, '/approvalAbove'],
    [{ approval: 'above' }, '/approvalAbove'],
  ])('are refused where they are none: %j', async (rules, pointer) => {
    const answer = await ada.put<Problem>('/rules', rules);
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  it.each([
    ['never', 0, 3, 'queued'],
    ['above', 2, 2, 'queued'],
    ['above', 2, 3, 'awaiting-approval'],
    ['above', 0, 1, 'awaiting-approval'],
    ['always', 100, 1, 'awaiting-approval'],
  ])('%s (%d): a complaint of %d items is %s', async (approval, above, items, status) => {
    await setRules(approval, above);
    const listings = Array.from({ length: items }, () => aListing());
    const check = await ada.post('/complaints/check', aComplaint(parties, { items: listings }));
    expect(check.body['needsApproval']).toBe(status !== 'queued');
    const filed = await file(ada, parties, { items: listings });
    const sent = status === 'queued' ? 1 : 0;
    expect([filed.status, await deliveriesOf(app, filed.id)]).toEqual([status, { attempts: sent, jobs: sent }]);
    expect(filed.items.map((item) => item.status)).toEqual(
      listings.map(() => (status === 'queued' ? 'ready' : 'draft')),
    );
  });

  it('count items, which are one right times one listing', async () => {
    await setRules('above', 3);
    const second = expectStatus(await ada.post<{ id: string }>('/rights', aRight(parties.rightsHolderId)), 201);
    const given = { rightIds: [parties.rightId, second.id], items: [aListing(), aListing()] };
    expect((await file(ada, parties, given)).status).toBe('awaiting-approval');
  });

  it('are set by a key with that scope alone', async () => {
    const program = await aProgram(app, 'li@redress.example', [
      'complaints:write',
      'complaints:approve',
      'complaints:read',
    ]);
    expect((await program.put<Problem>('/rules', { approval: 'never', approvalAbove: 0 })).body.type).toBe(
      '/problems/scope-missing',
    );
  });

  it('are kept once, however many set them at the same time', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(async (above) => ada.put('/rules', { approval: 'above', approvalAbove: above })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await app.sql('select 1 from workspace_rules where workspace_id = $1', [app.main.id])).toHaveLength(1);
  });

  it('are each workspace’s own', async () => {
    const other = await app.addWorkspace('Other');
    const set = async (approvalAbove: number) => other.http.put('/rules', { approval: 'above', approvalAbove });
    const answers = await Promise.all([1, 2, 3, 4, 5].map(set));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await setRules('never');
    expect((await other.http.get('/rules')).body).toMatchObject({ approval: 'above' });
  });
});
