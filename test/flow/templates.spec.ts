import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Answer, Client, Json, Problem } from '../support/http.js';
import { aPaper, addFile } from './evidence-files.js';
import { aMember, theAdministrator } from './people.js';

interface TemplatePage {
  id: string;
  name: string;
  answers: Json;
  createdBy: string;
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

const add = async (who: Client, name: string, answers: Json = {}) =>
  who.post<TemplatePage & Problem>('/templates', { name, answers });
const change = async (who: Client, id: string, name: string, answers: Json = {}) =>
  who.put<TemplatePage & Problem>(`/templates/${id}`, { name, answers });
const remove = async (who: Client, id: string) => who.send<Problem>('DELETE', `/templates/${id}`);
const listed = async (who: Client): Promise<TemplatePage[]> =>
  expectStatus(await who.get<{ data: TemplatePage[] }>('/templates'), 200).data;
const find = async (who: Client, id: string): Promise<TemplatePage | undefined> =>
  (await listed(who)).find((each) => each.id === id);

const aTemplate = async (name: string, answers: Json = {}): Promise<TemplatePage> =>
  expectStatus(await add(ada, name, answers), 201);

const faults = ({ status, body }: Answer<Problem>): unknown[] => [
  status,
  ...(body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`),
];
const taken = (name: string) => [
  409,
  '/problems/template-name-taken',
  [{ pointer: '/name', code: 'taken', detail: `There is a template "${name}" already. Give this one another name.` }],
];
const refusalOf = ({ status, body }: Answer<Problem>): unknown[] => [status, body.type, body.errors];

describe('a template', () => {
  it('keeps everything it may hold, and is every member’s', async () => {
    const answers = {
      platform: 'sandbox',
      ground: 'trademark-use',
      rightsHolderId: parties.rightsHolderId,
      rightIds: [parties.rightId],
      explanation: 'The bags\nare not ours.',
      evidenceUrls: ['https://velora.example/bags'],
      evidenceFileIds: [(await addFile(ada, aPaper('bag'))).id],
      goodsClasses: [18, 25],
      language: 'zh',
    };
    const made = await aTemplate('Bags on the sandbox', answers);
    expect(made).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'Bags on the sandbox',
      answers,
      createdBy: 'admin',
      updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
    expect(await find(mina, made.id)).toEqual(made);
  });

  it('is changed by any member as a whole, and stays whose it was', async () => {
    const made = await aTemplate('Shoes', { platform: 'ebay', ground: 'counterfeit' });
    const changed = expectStatus(await change(mina, made.id, 'Boots', { platform: 'tiktok-shop' }), 200);
    expect(changed).toMatchObject({ id: made.id, name: 'Boots', createdBy: 'admin' });
    expect(changed.answers).toEqual({ platform: 'tiktok-shop' });
    expect(await find(ada, made.id)).toEqual(changed);
  });

  it('that was deleted is in no list, can’t be changed or deleted again, and its name is free', async () => {
    const made = await aTemplate('Hats');
    expect((await remove(mina, made.id)).status).toBe(204);
    expect(await find(ada, made.id)).toBeUndefined();
    const answers = [await change(ada, made.id, 'Hats'), await remove(ada, made.id)];
    expect(answers.map(({ status, body }) => [status, body.type])).toEqual(
      answers.map(() => [404, '/problems/template-not-found']),
    );
    expect((await aTemplate('Hats')).id).not.toBe(made.id);
  });

  it('is told of in the audit log at every step', async () => {
    const made = await aTemplate('Gloves');
    expectStatus(await change(mina, made.id, 'Mittens'), 200);
    expectStatus(await remove(ada, made.id), 204);
    const audit = await app.sql<{ action: string; data: Json }>(
      'select action, data from audit_event where subject = $1 order by id',
      [made.id],
    );
    expect(audit).toEqual([
      { action: 'template.add', data: { name: 'Gloves' } },
      { action: 'template.change', data: { name: 'Mittens' } },
      { action: 'template.remove', data: { name: 'Mittens' } },
    ]);
  });
});

describe('the list of templates', () => {
  it('is by name, and each workspace’s own', async () => {
    const other = await app.addWorkspace('Other');
    for (const name of ['Watches', 'Belts', 'Scarves']) expectStatus(await add(other.http, name), 201);
    expect((await listed(other.http)).map(({ name }) => name)).toEqual(['Belts', 'Scarves', 'Watches']);
    const ours = (await listed(ada)).map(({ name }) => name);
    expect(ours.filter((name) => ['Watches', 'Belts', 'Scarves'].includes(name))).toEqual([]);
  });
});

describe('the name of a template', () => {
  it.each([
    ['Rings', 'RINGS'],
    ['Größen', 'GRÖßEN'],
    ['ÉTÉ 包', 'été 包'],
  ])('that is taken is refused whatever its case: %s, %s', async (name, again) => {
    await aTemplate(name);
    const other = await aTemplate(`${name} 2`);
    expect(refusalOf(await add(mina, again))).toEqual(taken(name));
    expect(refusalOf(await change(mina, other.id, again))).toEqual(taken(name));
    expect(await find(ada, other.id)).toEqual(other);
  });

  it('may change its case, and stay', async () => {
    const made = await aTemplate('Jackets');
    expect(expectStatus(await change(ada, made.id, 'JACKETS'), 200).name).toBe('JACKETS');
    expect(expectStatus(await change(ada, made.id, 'JACKETS', { platform: 'ebay' }), 200).answers).toEqual({
      platform: 'ebay',
    });
  });

  it('is given once, however many ask for it at the same time', async () => {
    const answers = await Promise.all(['Socks', 'socks', 'SOCKS', 'Socks'].map(async (name) => add(ada, name)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect((await listed(ada)).filter(({ name }) => name.toLowerCase() === 'socks')).toHaveLength(1);
  });

  it('is free in another workspace', async () => {
    await aTemplate('Ties');
    const other = await app.addWorkspace('With ties');
    expectStatus(await add(other.http, 'Ties'), 201);
  });

  it.each([
    ['', '/name minLength'],
    ['x'.repeat(101), '/name maxLength'],
    ['two\nlines', '/name matches'],
    ['  ', '/name matches'],
  ])('is refused where it is none: %j', async (name, fault) => {
    expect(faults(await add(ada, name))).toEqual([400, fault]);
  });
});

describe('what a template never holds', () => {
  it.each<[string, unknown]>([
    ['statements', { goodFaith: true }],
    ['signature', { name: 'Vera Velora', capacity: 'owner' }],
    ['listings', 'https://sandbox.redress.test/item/1'],
    ['renewedBecause', 'new facts'],
  ])('is refused by its name, new or changed: %s', async (field, given) => {
    const made = await aTemplate(`Without ${field}`, { platform: 'ebay' });
    const answers = { platform: 'ebay', [field]: given };
    for (const answer of [await add(ada, `With ${field}`, answers), await change(ada, made.id, made.name, answers)])
      expect(faults(answer)).toEqual([400, `/answers/${field} unknown-field`]);
    const rows = await app.sql('select name, answers from filing_template where name ilike $1', [`%${field}`]);
    expect(rows).toEqual([{ name: made.name, answers: { platform: 'ebay' } }]);
  });
});
