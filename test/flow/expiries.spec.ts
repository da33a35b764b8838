import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp, TestWorkspace } from '../support/app.js';
import { aRight, aRightsHolder } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Json, Problem } from '../support/http.js';
import { dayFromToday } from './days.js';

interface Expiry {
  kind: string;
  id: string;
  title: string;
  rightsHolder: string;
  on: string;
  daysLeft: number;
}

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
}, 60_000);
afterAll(async () => app.close(), 30_000);

/** A workspace of its own with one rights holder, and what ends in it. */
async function aRegister(name: string) {
  const workspace = await app.addWorkspace(name);
  const { http } = workspace;
  const holder = expectStatus(await http.post<{ id: string }>('/rights-holders', aRightsHolder({ name })), 201);
  const post = async (path: string, body: Json): Promise<string> =>
    expectStatus(await http.post<{ id: string }>(path, body), 201).id;
  const powers = `/rights-holders/${holder.id}/powers-of-attorney`;
  return {
    right: async (title: string, validTo: string, given: Json = {}) =>
      post('/rights', aRight(holder.id, { title, validTo, ...given })),
    power: async (agent: string, validTo: string | null, given: Json = {}) =>
      post(powers, { agent, validFrom: '2020-01-01', validTo, ...given }),
    renew: async (id: string, validTo: string) => {
      const { rightsHolderId: _holder, ...right } = aRight(holder.id, { validTo });
      expectStatus(await http.put(`/rights/${id}`, right), 200);
    },
    revoke: async (id: string) => expectStatus(await http.post(`${powers}/${id}/revoke`), 200),
    told: async (query = '') => told(workspace, query),
  };
}

const told = async ({ http }: TestWorkspace, query: string): Promise<Expiry[]> =>
  expectStatus(await http.get<{ data: Expiry[] }>(`/register/expiries${query}`), 200).data;

const titles = (expiries: readonly Expiry[]): string[] => expiries.map(({ title }) => title);

describe('what ends in the register', () => {
  it('is told ninety days ahead and a year back, to the day, the soonest first', async () => {
    const register = await aRegister('Border days');
    for (const days of [91, 90, 1, 0, -1, -365, -366]) await register.right(`in ${days}`, dayFromToday(days));
    const rows = await register.told();
    expect(rows.map(({ title, on, daysLeft }) => [title, on, daysLeft])).toEqual(
      [-365, -1, 0, 1, 90].map((days) => [`in ${days}`, dayFromToday(days), days]),
    );
    expect(rows[0]).toMatchObject({ kind: 'right', rightsHolder: 'Border days' });
  });

  it('is told as far ahead as is asked for', async () => {
    const register = await aRegister('Asked for');
    for (const days of [0, 1, 400]) await register.right(`in ${days}`, dayFromToday(days));
    expect(titles(await register.told('?days=0'))).toEqual(['in 0']);
    expect(titles(await register.told('?days=399'))).toEqual(['in 0', 'in 1']);
    expect(titles(await register.told('?days=400'))).toEqual(['in 0', 'in 1', 'in 400']);
    for (const query of ['?days=-1', '?days=3651', '?days=soon', '?days=1.5']) {
      const answer = await app.main.http.get<Problem>(`/register/expiries${query}`);
      expect([query, answer.status, answer.body.errors?.[0]?.pointer]).toEqual([query, 400, '/days']);
    }
  });

  it('leaves out a right that has no end, or was renewed', async () => {
    const register = await aRegister('Renewed');
    await register.right('without an end', '', { validTo: undefined });
    const id = await register.right('renewed', dayFromToday(5));
    expect(titles(await register.told())).toEqual(['renewed']);
    await register.renew(id, dayFromToday(3650));
    expect(titles(await register.told())).toEqual([]);
  });

  it('is nobody else’s', async () => {
    const register = await aRegister('Somebody');
    await register.right('ours', dayFromToday(3));
    await register.power('our agent', dayFromToday(4));
    const other = await aRegister('Somebody else');
    expect(titles(await other.told())).toEqual([]);
    expect(titles(await register.told())).toEqual(['ours', 'our agent']);
  });
});

describe('a power of attorney that ends', () => {
  it('is told beside the rights, unless it was revoked or has no end', async () => {
    const register = await aRegister('Powers');
    await register.right('VELORA', dayFromToday(10));
    await register.power('Keller', dayFromToday(9));
    await register.power('for ever', null, { platforms: ['taobao'] });
    await register.revoke(await register.power('revoked', dayFromToday(8), { platforms: ['tmall'] }));
    expect((await register.told()).map(({ kind, title, daysLeft }) => [kind, title, daysLeft])).toEqual([
      ['power-of-attorney', 'Keller', 9],
      ['right', 'VELORA', 10],
    ]);
  });

  it('is not told where another of the same scope outlasts it, and is again once that one is revoked', async () => {
    const register = await aRegister('Outlasted');
    const scope = { rightIds: [await register.right('VELORA', '2045-01-01')], platforms: ['taobao', 'tmall'] };
    await register.power('first', dayFromToday(5), scope);
    expect(titles(await register.told())).toEqual(['first']);
    const second = await register.power('second', dayFromToday(60), scope);
    expect(titles(await register.told())).toEqual(['second']);
    const third = await register.power('third', null, scope);
    expect(titles(await register.told())).toEqual([]);
    await register.revoke(third);
    await register.revoke(second);
    expect(titles(await register.told())).toEqual(['first']);
  });

  it('is told where another one outlasts it for other rights or platforms alone', async () => {
    const register = await aRegister('Other scope');
    const [one, two] = [await register.right('one', '2045-01-01'), await register.right('two', '2045-01-01')];
    await register.power('of one', dayFromToday(5), { rightIds: [one] });
    await register.power('of two', null, { rightIds: [two] });
    await register.power('on taobao', dayFromToday(6), { platforms: ['taobao'] });
    await register.power('on tmall', null, { platforms: ['tmall'] });
    expect(titles(await register.told())).toEqual(['of one', 'on taobao']);
  });
});
