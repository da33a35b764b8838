import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aComplaint, file, registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Client, Json, Problem } from '../support/http.js';
import { aMember, theAdministrator } from './people.js';

interface Statement {
  kind: 'goodFaith' | 'accuracy' | 'authority';
  wording: string;
  language: string;
  regime: string;
  regimeVersion: string;
  confirmedBy: string;
  confirmedAt: string;
}

const all = { goodFaith: true, accuracy: true, authority: true };
/** In the words of config/regimes/us-trademark-customary.yaml. */
const wordings = {
  goodFaith:
    'I have a good faith belief that the use described above is not authorized by the owner of the right, its agent, or the law. I have considered whether it is a nominative or other fair use.',
  accuracy: 'The information in this notice is true and accurate.',
  authority:
    'Under penalty of perjury, I am the owner of the right described above, or authorized to act on behalf of its owner.',
};

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

const statementsOf = async (id: string): Promise<Statement[]> =>
  expectStatus(await ada.get<{ statements: Statement[] }>(`/complaints/${id}`), 200).statements;
/** Who confirmed what. */
const confirmed = async (id: string): Promise<string[]> =>
  (await statementsOf(id)).map(({ kind, confirmedBy }) => `${kind} ${confirmedBy}`);
const submit = async (who: Client, id: string, given: Json = {}) =>
  who.post<Problem>(`/complaints/${id}/submit`, given);
const draft = async (who: Client, given: Json = {}): Promise<string> =>
  (await file(who, parties, { submit: false, ...given })).id;

describe('the statements of a complaint', () => {
  it('are kept in the words that were confirmed, with their regime and its version, who confirmed them and when', async () => {
    const before = new Date().toISOString();
    const { id } = await file(mina, parties);
    const after = new Date().toISOString();
    const statements = await statementsOf(id);
    const common = { language: 'en', regime: 'us-trademark-customary', regimeVersion: '2000-01-01' };
    expect(statements).toEqual(
      (['goodFaith', 'accuracy', 'authority'] as const).map((kind) => ({
        kind,
        wording: wordings[kind],
        ...common,
        confirmedBy: 'Mina',
        confirmedAt: statements[0]?.confirmedAt,
      })),
    );
    const at = statements[0]?.confirmedAt ?? '';
    expect([at >= before, at <= after]).toEqual([true, true]);
  });

  it('are kept in the language of the notice', async () => {
    const { id } = await file(mina, parties, { language: 'zh' });
    expect((await statementsOf(id)).map(({ language, wording }) => [language, wording])).toContainEqual([
      'zh',
      '本通知所载信息真实、准确。',
    ]);
    const { id: inEnglish } = await file(mina, parties);
    expect((await statementsOf(inEnglish)).map(({ language }) => language)).toEqual(['en', 'en', 'en']);
  });

  it.each(['goodFaith', 'accuracy', 'authority'])(
    'keep it from being sent where %s was not confirmed',
    async (kind) => {
      const missing = { goodFaith: 'good-faith', accuracy: 'accuracy', authority: 'authority' }[kind];
      for (const statements of [
        { ...all, [kind]: false },
        { ...all, [kind]: undefined },
      ]) {
        const order = aComplaint(parties, { submit: true, statements });
        const answer = await ada.post<Problem>('/complaints', order);
        expect([answer.status, answer.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([
          422,
          [`/statements/${kind} ${missing ?? ''}`],
        ]);
      }
    },
  );

  it('are confirmed by whom submits it, one by one, and nobody is said to have confirmed what nobody did', async () => {
    const id = await draft(ada, { statements: {} });
    expect(await confirmed(id)).toEqual([]);
    const { status } = await submit(mina, id, { statements: { goodFaith: true, accuracy: true } });
    expect([status, await confirmed(id)]).toEqual([422, []]);
    expectStatus(await submit(mina, id, { statements: all }), 200);
    expect(await confirmed(id)).toEqual(['goodFaith Mina', 'accuracy Mina', 'authority Mina']);
  });

  it('that were confirmed with the draft stay whose they were, whoever submits it, and those confirmed anew are the submitter’s', async () => {
    const id = await draft(ada);
    const before = await statementsOf(id);
    expectStatus(await submit(mina, id, { statements: { authority: true } }), 200);
    expect(await confirmed(id)).toEqual(['goodFaith admin', 'accuracy admin', 'authority Mina']);
    const [goodFaith, accuracy] = await statementsOf(id);
    expect([goodFaith, accuracy]).toEqual(before.slice(0, 2));
  });

  it('that were confirmed with the draft can be taken back with the submission', async () => {
    const id = await draft(ada);
    const answer = await submit(mina, id, { statements: { accuracy: false } });
    expect([answer.status, answer.body.errors?.map(({ pointer }) => pointer)]).toEqual([422, ['/statements/accuracy']]);
  });

  it('in words that are no longer the regime’s count as confirmed by nobody', async () => {
    const id = await draft(ada);
    await app.sql(
      `update complaint set statements = (select jsonb_agg(s || '{"regimeVersion":"1999-01-01"}') from jsonb_array_elements(statements) s) where id = $1`,
      [id],
    );
    const answer = await submit(ada, id);
    expect([answer.status, answer.body.errors?.map(({ code }) => code)]).toEqual([
      422,
      ['good-faith', 'accuracy', 'authority'],
    ]);
    expectStatus(await submit(ada, id, { statements: all }), 200);
    expect((await statementsOf(id)).map(({ regimeVersion }) => regimeVersion)).toEqual([
      '2000-01-01',
      '2000-01-01',
      '2000-01-01',
    ]);
  });

  it('are confirmed for each complaint anew: those of one are none of the next', async () => {
    await file(mina, parties);
    const answer = await mina.post<Problem>('/complaints', aComplaint(parties, { submit: true, statements: {} }));
    expect([answer.status, answer.body.errors?.map(({ code }) => code)]).toEqual([
      422,
      ['good-faith', 'accuracy', 'authority'],
    ]);
    expect(await confirmed(await draft(mina, { statements: {} }))).toEqual([]);
  });

  it('are of the notice as it stood: a change of the draft takes them back', async () => {
    const id = await draft(ada);
    expect(await confirmed(id)).toEqual(['goodFaith admin', 'accuracy admin', 'authority admin']);
    const changed = aComplaint(parties, {
      statements: { accuracy: true },
      explanation: 'Only the brown bags are not ours.',
    });
    expectStatus(await mina.put(`/complaints/${id}`, changed), 200);
    expect(await confirmed(id)).toEqual(['accuracy Mina']);
    expect((await submit(mina, id)).status).toBe(422);
  });

  it('can’t be given in other words', async () => {
    const statements = { ...all, oath: true };
    const answer = await ada.post<Problem>('/complaints', aComplaint(parties, { statements }));
    expect([answer.status, answer.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([
      400,
      ['/statements/oath unknown-field'],
    ]);
  });
});
