import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { file, registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Answer, Client, Problem } from '../support/http.js';
import { aMember, theAdministrator } from './people.js';
import { deliveriesOf, kindsOf, readComplaint } from './read.js';

const statements = { goodFaith: true, accuracy: true, authority: true };
/** What comes first is a matter of chance: each race is run several times. */
const rounds = [1, 2, 3, 4, 5, 6];

let app: TestApp;
let ada: Client;
let mina: Client;
let li: Client;
let parties: Parties;
beforeAll(async () => {
  app = await startApp();
  [ada, mina, li] = [await theAdministrator(app), await aMember(app, 'Mina'), await aMember(app, 'Li')];
  parties = await registerParties(ada);
  expectStatus(await ada.put('/rules', { approval: 'always', approvalAbove: 0 }), 200);
}, 60_000);
afterAll(async () => app.close(), 30_000);

type Ask = (id: string) => Promise<Answer<Problem>>;
const approve =
  (who: Client): Ask =>
  async (id) =>
    who.post(`/complaints/${id}/approve`);
const giveBack =
  (who: Client): Ask =>
  async (id) =>
    who.post(`/complaints/${id}/return`, { reason: 'Not yet.' });
const withdraw =
  (who: Client): Ask =>
  async (id) =>
    who.post(`/complaints/${id}/withdraw`);

/** A complaint of Ada's that waits, once all of these were asked of it at the same time. */
async function race(...asked: Ask[]) {
  const { id } = await file(ada, parties);
  const answers = await Promise.all(asked.map(async (ask) => ask(id)));
  const { status, attempts } = await readComplaint(ada, id);
  return {
    id,
    status,
    statuses: answers.map((answer) => answer.status),
    kinds: await kindsOf(ada, id),
    attempts: attempts.map(({ state }) => state),
  };
}

describe('at the same time', () => {
  it.each(rounds)('two people approve: one does, and one notice is owed (%d)', async () => {
    const { id, status, statuses, kinds } = await race(approve(mina), approve(li), approve(mina));
    expect([status, [...statuses].sort()]).toEqual(['queued', [200, 409, 409]]);
    expect(kinds).toEqual(['approval-asked', 'approved', 'created', 'submitted']);
    expect(await deliveriesOf(app, id)).toEqual({ attempts: 1, jobs: 1 });
  });

  it.each(rounds)('one approves and another gives it back: one of them does (%d)', async (round) => {
    const asked = round % 2 === 0 ? [approve(mina), giveBack(li)] : [giveBack(li), approve(mina)];
    const { id, status, statuses, kinds } = await race(...asked);
    expect([...statuses].sort()).toEqual([200, 409]);
    const isApproved = kinds.includes('approved');
    expect([status, kinds.includes('returned')]).toEqual(isApproved ? ['queued', false] : ['draft', true]);
    expect(await deliveriesOf(app, id)).toEqual(isApproved ? { attempts: 1, jobs: 1 } : { attempts: 0, jobs: 0 });
  });

  it.each(rounds)('one approves and its author withdraws it: nothing of it leaves (%d)', async (round) => {
    const asked = round % 2 === 0 ? [approve(mina), withdraw(ada)] : [withdraw(ada), approve(mina)];
    const { status, kinds, attempts } = await race(...asked);
    expect([status, attempts]).toEqual(['withdrawn', kinds.includes('approved') ? ['cancelled'] : []]);
  });

  it.each(rounds)('a draft is submitted twice: it waits once (%d)', async () => {
    const { id } = await file(ada, parties, { submit: false });
    const submit = async (who: Client) => who.post(`/complaints/${id}/submit`, { statements });
    const answers = await Promise.all([submit(ada), submit(mina)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await kindsOf(ada, id)).toEqual(['approval-asked', 'created']);
  });
});
