import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { expectStatus } from '../support/http.js';
import type { Answer, Client, Json, Problem } from '../support/http.js';
import { aMember, aProgram, theAdministrator } from './people.js';

interface DraftPage {
  id: string;
  ownerName: string;
  own: boolean;
  shared: boolean;
  answers: Json;
  version: number;
}

let app: TestApp;
let ada: Client;
let mina: Client;
beforeAll(async () => {
  app = await startApp();
  [ada, mina] = [await theAdministrator(app), await aMember(app, 'Mina')];
}, 60_000);
afterAll(async () => app.close(), 30_000);

let serial = 0;
const aForm = (): string => `0197f1e2-0000-7000-8000-${String((serial += 1)).padStart(12, '0')}`;

const save = async (who: Client, id: string, explanation: string, version: number) =>
  who.put<DraftPage & Problem>(`/drafts/${id}`, { answers: { explanation }, version });
const read = async (who: Client, id: string) => who.get<DraftPage & Problem>(`/drafts/${id}`);
const share = async (who: Client, id: string, shared = true) =>
  who.post<DraftPage & Problem>(`/drafts/${id}/share`, { shared });
const discard = async (who: Client, id: string) => who.send<Problem>('DELETE', `/drafts/${id}`);
const restore = async (who: Client, id: string) => who.post<DraftPage & Problem>(`/drafts/${id}/restore`);
const listed = async (who: Client): Promise<DraftPage[]> =>
  expectStatus(await who.get<{ data: DraftPage[] }>('/drafts'), 200).data;
const isListed = async (who: Client, id: string): Promise<boolean> =>
  (await listed(who)).some((each) => each.id === id);

/** A draft of the administrator. */
async function aDraft(): Promise<string> {
  const id = aForm();
  expectStatus(await save(ada, id, 'of Ada', 0), 200);
  return id;
}

const codeOf = ({ status, body }: Answer<Problem>): unknown[] => [status, body.type];
/** What an answer says, but for the identifier asked for and that of the request itself. */
const said = ({ status, body: { requestId: _requestId, ...problem } }: Answer<Problem>, id: string): string =>
  JSON.stringify([status, problem]).replaceAll(id, 'ID');

describe('a draft nobody shared', () => {
  it('is its owner’s alone: for other members it is what is not there', async () => {
    const [id, nobodys] = [await aDraft(), aForm()];
    for (const who of [mina, await aProgram(app, app.administrator.email)]) {
      expect(await isListed(who, id)).toBe(false);
      for (const ask of [read, share, discard, restore]) {
        const [answer, unknown] = [await ask(who, id), await ask(who, nobodys)];
        expect(codeOf(answer)).toEqual([404, '/problems/draft-not-found']);
        expect(said(answer, id)).toBe(said(unknown, nobodys));
      }
    }
    expect(expectStatus(await read(ada, id), 200)).toMatchObject({ own: true, shared: false, version: 1 });
  });

  it('is not written over by another member whose form has the same identifier', async () => {
    const id = await aDraft();
    for (const version of [0, 1])
      expect(codeOf(await save(mina, id, 'of Mina', version))).toEqual([404, '/problems/draft-not-found']);
    expect(expectStatus(await read(ada, id), 200)).toMatchObject({ answers: { explanation: 'of Ada' }, version: 1 });
  });
});

describe('a draft that was shared', () => {
  it('is seen and gone on with by every member, and stays its owner’s', async () => {
    const id = await aDraft();
    expect(expectStatus(await share(ada, id), 200)).toMatchObject({ own: true, shared: true, version: 1 });
    const [seen] = (await listed(mina)).filter((each) => each.id === id);
    expect(seen).toMatchObject({ ownerName: 'admin', own: false, shared: true, answers: { explanation: 'of Ada' } });
    expect(expectStatus(await read(mina, id), 200)).toEqual(seen);
    const saved = expectStatus(await save(mina, id, 'of Mina', 1), 200);
    expect(saved).toMatchObject({ ownerName: 'admin', own: false, shared: true, version: 2 });
    expect(expectStatus(await read(ada, id), 200)).toMatchObject({ own: true, answers: { explanation: 'of Mina' } });
  });

  it('is shared and taken back by its owner alone, each told in the audit log', async () => {
    const id = await aDraft();
    expectStatus(await share(ada, id), 200);
    const answer = await share(mina, id, false);
    expect([codeOf(answer), answer.body.detail]).toEqual([
      [403, '/problems/draft-of-another'],
      'Only admin can share this draft.',
    ]);
    expect(await isListed(mina, id)).toBe(true);
    expect(expectStatus(await share(ada, id, false), 200)).toMatchObject({ shared: false });
    expect([await isListed(mina, id), codeOf(await read(mina, id))]).toEqual([
      false,
      [404, '/problems/draft-not-found'],
    ]);
    const audit = await app.sql<{ action: string }>('select action from audit_event where subject = $1 order by id', [
      id,
    ]);
    expect(audit.map(({ action }) => action)).toEqual(['draft.share', 'draft.unshare']);
  });

  it('is not shared by a word that is neither true nor false', async () => {
    const id = await aDraft();
    const answer = await ada.post<Problem>(`/drafts/${id}/share`, { shared: 'yes' });
    expect([answer.status, answer.body.errors?.map(({ pointer }) => pointer)]).toEqual([400, ['/shared']]);
    expect(await isListed(mina, id)).toBe(false);
  });
});

describe('a draft that was thrown away', () => {
  it('is out of the list and comes back as it was', async () => {
    const id = await aDraft();
    expectStatus(await share(ada, id), 200);
    const before = expectStatus(await read(ada, id), 200);
    const gone = await discard(ada, id);
    expect([gone.status, gone.text]).toEqual([204, '']);
    expect([await isListed(ada, id), await isListed(mina, id)]).toEqual([false, false]);
    expect(expectStatus(await restore(ada, id), 200)).toEqual(before);
    expect([await isListed(ada, id), await isListed(mina, id)]).toEqual([true, true]);
  });

  it('is thrown away and brought back again and again without a fault', async () => {
    const id = await aDraft();
    for (const step of [discard, discard]) expect((await step(ada, id)).status).toBe(204);
    for (const step of [restore, restore]) expect((await step(ada, id)).status).toBe(200);
    expect(await isListed(ada, id)).toBe(true);
  });

  it('comes back with a save of a form that is still open', async () => {
    const id = await aDraft();
    expectStatus(await discard(ada, id), 204);
    expect(expectStatus(await save(ada, id, 'still here', 1), 200)).toMatchObject({ version: 2 });
    expect(await isListed(ada, id)).toBe(true);
  });
});
