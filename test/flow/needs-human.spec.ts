import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aListing, file, registerParties } from '../support/builders.js';
import type { Filed, Parties } from '../support/builders.js';
import { fakeSmtp } from '../support/fake-smtp.js';
import type { FakeSmtp } from '../support/fake-smtp.js';
import { expectStatus } from '../support/http.js';
import { attemptOf, deliver } from './deliver.js';

interface Page {
  data: { id: string; reference: string; state: string; what: string }[];
  nextCursor: string | null;
}

describe('what waits to be done by hand', () => {
  let app: TestApp;
  let server: FakeSmtp;
  let parties: Parties;

  beforeAll(async () => {
    server = await fakeSmtp({ dot: [{ then: 'drop' }] });
    app = await startApp({ env: { SMTP_URL: `smtp://127.0.0.1:${server.port}` } });
    parties = await registerParties(app.main.http);
  }, 60_000);
  afterAll(async () => {
    await server.close();
    await app.close();
  }, 60_000);

  const list = async (query = ''): Promise<Page> =>
    expectStatus(await app.main.http.get<Page>(`/needs-human${query}`), 200);

  const onForm = async (number: number): Promise<Filed> =>
    file(app.main.http, parties, {
      platform: 'made-in-china',
      items: [aListing({ url: `https://velora.en.made-in-china.com/product/${number}aBcDeFgHiJk/China-Bag.html` })],
    });

  it('is a notice whose arrival is not known and a filing that has only a form, the oldest first, with what to do', async () => {
    const mailed = await file(app.main.http, parties, { items: [aListing(), aListing()] });
    await deliver(app, mailed.id);
    const form = await onForm(1);
    const { data } = await list();
    expect(data).toEqual([
      {
        id: await attemptOf(app, mailed.id),
        complaintId: mailed.id,
        reference: mailed.reference,
        platform: 'sandbox',
        platformName: 'Sandbox platform',
        rightsHolder: expect.stringMatching(/^Velora \d+ GmbH$/),
        items: 2,
        channel: 'email',
        state: 'unknown',
        what: expect.stringMatching(/./),
        code: 'ER-43',
        codeSays: 'The notice was handed over, but nothing confirmed it.',
        recipient: 'notices@sandbox.redress.test',
        since: expect.stringMatching(/^\d{4}-/),
      },
      expect.objectContaining({
        id: await attemptOf(app, form.id),
        platform: 'made-in-china',
        channel: 'guided-form',
        state: 'needs-human',
        code: null,
        what: expect.stringMatching(/^File the notice on the platform's form/),
      }),
    ]);
  }, 30_000);

  it('comes in pages, and is counted like the complaints that need a person', async () => {
    await onForm(2);
    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.nextCursor ?? ''}`);
    expect([first.data.length, second.data.length, second.nextCursor]).toEqual([2, 1, null]);
    const waiting = await app.sql(`select 1 from complaint where status = 'needs-human'`);
    expect(waiting).toHaveLength(3);
    expectStatus(await app.main.http.get('/needs-human?cursor=nonsense'), 400);
  }, 30_000);

  it('is gone once it was done, withdrawn, or answered', async () => {
    const [unknown, form, other] = (await list()).data.map(({ reference }) => reference);
    const idOf = async (reference: string | undefined): Promise<string> => {
      const [row] = await app.sql<{ id: string }>('select id from complaint where reference = $1', [reference]);
      return row?.id ?? '';
    };
    const id = await idOf(unknown);
    const attempt = await attemptOf(app, id);
    expectStatus(
      await app.main.http.post(`/complaints/${id}/attempts/${attempt}/resolve`, {
        outcome: 'delivered',
        reason: 'The platform has it.',
      }),
      200,
    );
    expectStatus(await app.main.http.post(`/complaints/${await idOf(form)}/withdraw`, { reason: 'settled' }), 200);
    expect((await list()).data.map(({ reference }) => reference)).toEqual([other]);
  }, 30_000);
});
