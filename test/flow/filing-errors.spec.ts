import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '#libs/domain';
import { Obligations, Workplace } from '#libs/persistence';
import { Journal, JudgeFilings, Rulebook } from '#libs/workflow';
import { expectStatus } from '../support/http.js';
import { addFile, aPaper } from './evidence-files.js';
import { aReport, fileWith, openMailDesk, receive, tryToDeliver } from './mail-desk.js';
import type { MailDesk } from './mail-desk.js';

interface JudgedPage {
  status: string;
  items: { status: string }[];
  attempts: { state: string }[];
  filingErrors: {
    id: string;
    code: string;
    network: string | null;
    confirms: string | null;
    screenshot: string | null;
  }[];
  judgement: {
    verdict: string;
    attribution: string | null;
    code: string | null;
    until: string | null;
    because: { test: string; have: number; need: number }[];
  } | null;
  timeline: { kind: string; data: Record<string, unknown> }[];
}

const now = new Date();
const ago = (days: number): string => addDays(now, -days).toISOString();

let desk: MailDesk;
/** What the mail server says to the next recipient. */
const refusal = '550 5.1.1 no such user';
beforeAll(async () => {
  desk = await openMailDesk({});
  desk.follow({ RCPT: [refusal, refusal] });
}, 60_000);
afterAll(async () => desk.close(), 30_000);

const pageOf = async (id: string): Promise<JudgedPage> =>
  expectStatus(await desk.app.main.http.get<JudgedPage>(`/complaints/${id}`), 200);
const record = async (id: string, error: Record<string, unknown>): Promise<JudgedPage> =>
  expectStatus(await desk.app.main.http.post<JudgedPage>(`/complaints/${id}/filing-errors`, error), 201);
const itemsOf = async (id: string): Promise<unknown> =>
  desk.app.sql('select prevented, stalled, error_attribution as by from item where complaint_id = $1', [id]);
const judgements = async (id: string): Promise<unknown[]> =>
  (
    await desk.app.sql<{ data: Record<string, unknown> }>(
      `select data from audit_event where action = 'filing.judge' and subject = $1 order by id`,
      [id],
    )
  ).map(({ data }) => [data['was'], data['is']]);
const rate = async (name: string): Promise<unknown> => {
  const { measures } = expectStatus(
    await desk.app.main.http.get<{ measures: Record<string, { numerator: number; denominator: number }> }>(
      '/platforms/sandbox/measures',
    ),
    200,
  );
  return [measures[name]?.numerator, measures[name]?.denominator];
};

/** The periodic job, on a day to come. */
const judgeIn = async (days: number): Promise<void> => {
  const { api } = desk.app;
  const journal = new Journal({ now: () => addDays(now, days) });
  await new JudgeFilings(api.get(Workplace), api.get(Obligations), journal, api.get(Rulebook)).run();
};

describe('A notice that the platform’s mail server refuses', () => {
  let id: string;

  it('is prevented provisionally: nothing counts against the platform until the window ends', async () => {
    id = await fileWith(desk);
    await tryToDeliver(desk, id);
    const page = await pageOf(id);
    expect([page.status, page.items.map(({ status }) => status)]).toEqual(['prevented', ['blocked']]);
    expect(page.judgement).toMatchObject({
      verdict: 'provisional',
      code: 'ER-60',
      because: [
        { test: 'platform', have: 1, need: 1 },
        { test: 'tries', have: 1, need: 3 },
        { test: 'days-apart', have: 0, need: 2 },
        { test: 'verified', have: 0, need: 1 },
        { test: 'closed', have: 0, need: 0 },
      ],
    });
    expect(await itemsOf(id)).toEqual([{ prevented: false, stalled: false, by: 'platform' }]);
    expect(await rate('preventedFilingRate')).toEqual([0, 1]);
    await judgeIn(0);
    expect((await pageOf(id)).judgement).toMatchObject({ verdict: 'provisional' });
  });

  it('is met by people too, each entry with where it was met and what was seen', async () => {
    const { id: screenshot } = await addFile(desk.app.main.http, aPaper('screen'), 'screen.png');
    await record(id, { code: 'ER-60', message: 'came back', occurredAt: ago(3), network: 'office', screenshot });
    const page = await record(id, { code: 'ER-60', message: 'again', occurredAt: ago(1) });
    const confirms = page.filingErrors[0]?.id ?? '';
    const confirmed = await record(id, { code: 'ER-60', message: 'I saw it too', occurredAt: ago(0), confirms });
    expect(confirmed.filingErrors.map(({ network, confirms, screenshot }) => [network, confirms, screenshot])).toEqual([
      ['office', null, screenshot],
      [null, null, null],
      [null, confirms, null],
      ['server', null, null],
    ]);
    expect(confirmed.judgement?.because).toEqual([
      { test: 'platform', have: 1, need: 1 },
      { test: 'tries', have: 3, need: 3 },
      { test: 'days-apart', have: 3, need: 2 },
      { test: 'verified', have: 3, need: 1 },
      { test: 'closed', have: 0, need: 0 },
    ]);
    expect(confirmed.judgement?.verdict).toBe('provisional');
  });

  it('counts as prevented once the window has ended, with the reasons on record, and once only', async () => {
    await judgeIn(3.9);
    expect((await pageOf(id)).judgement?.verdict).toBe('provisional');
    await judgeIn(4.1);
    await judgeIn(4.2);
    const page = await pageOf(id);
    expect(page.judgement).toMatchObject({
      verdict: 'prevented',
      attribution: 'platform',
      until: addDays(now, 4).toISOString(),
    });
    expect(await itemsOf(id)).toEqual([{ prevented: true, stalled: false, by: 'platform' }]);
    expect(await rate('preventedFilingRate')).toEqual([1, 1]);
    expect(await judgements(id)).toEqual([
      [null, 'provisional'],
      ['provisional', 'prevented'],
    ]);
    expect(page.timeline.filter(({ kind }) => kind === 'filing-judged').map(({ data }) => data['is'])).toEqual([
      'prevented',
    ]);
  });

  it('counts as stalled instead when a later attempt arrives', async () => {
    const filedByHand = {
      channel: 'guided-form',
      outcome: 'delivered',
      reference: 'C-1',
      at: new Date().toISOString(),
    };
    expectStatus(await desk.app.main.http.post(`/complaints/${id}/attempts`, filedByHand), 201);
    expect((await pageOf(id)).judgement).toMatchObject({ verdict: 'delayed', attribution: 'platform', code: 'ER-60' });
    expect(await itemsOf(id)).toEqual([{ prevented: false, stalled: true, by: 'platform' }]);
    expect(await rate('preventedFilingRate')).toEqual([0, 1]);
    expect(await rate('stalledFilingRate')).toEqual([1, 1]);
    expect(await judgements(id)).toContainEqual(['prevented', 'delayed']);
  });

  it('is one episode a day, however often it was met', async () => {
    const { data, more } = expectStatus(
      await desk.app.main.http.get<{ data: Record<string, unknown>[]; more: boolean }>('/platforms/sandbox/errors'),
      200,
    );
    expect(more).toBe(false);
    expect(data.map(({ day, code, tries, seenByPeople, items }) => [day, code, tries, seenByPeople, items])).toEqual([
      [ago(0).slice(0, 10), 'ER-60', 1, 1, 1],
      [ago(1).slice(0, 10), 'ER-60', 1, 1, 1],
      [ago(3).slice(0, 10), 'ER-60', 1, 1, 1],
    ]);
    const earlier = `from=${ago(3.5)}&to=${ago(2)}`;
    for (const [query, found] of [
      [earlier, 1],
      ['code=ER-60', 3],
      ['code=ER-40', 0],
      ['channel=email&attribution=platform', 3],
      ['attribution=us', 0],
      ['limit=2', 2],
    ] as const) {
      const page = await desk.app.main.http.get<{ data: unknown[] }>(`/platforms/sandbox/errors?${query}`);
      expect([query, expectStatus(page, 200).data.length]).toEqual([query, found]);
    }
  });
});

describe('A notice that comes back after it was delivered', () => {
  it('is no longer filed: both facts are kept, and a new window is open', async () => {
    const id = await fileWith(desk);
    await tryToDeliver(desk, id);
    await desk.app.sql(`update attempt set state = 'queued', next_try_at = null where complaint_id = $1`, [id]);
    await desk.app.sql(`update complaint set status = 'queued' where id = $1`, [id]);
    const { attempts } = await tryToDeliver(desk, id);
    expect((await pageOf(id)).judgement).toMatchObject({ verdict: 'delayed' });
    const report = aReport({
      messageId: attempts[0]?.messageId ?? '',
      recipients: [['Final-Recipient: rfc822; notices@sandbox.redress.test']],
    });
    await receive(desk.app, report);
    const page = await pageOf(id);
    expect(page.attempts.map(({ state }) => state)).toEqual(['prevented']);
    expect(page.judgement).toMatchObject({ verdict: 'provisional', code: 'ER-60' });
    expect(await itemsOf(id)).toEqual([{ prevented: false, stalled: false, by: 'platform' }]);
    expect(page.timeline.map(({ kind }) => kind).filter((kind) => ['delivered', 'prevented'].includes(kind))).toEqual([
      'prevented',
      'delivered',
      'prevented',
    ]);
    await judgeIn(8);
    expect((await pageOf(id)).judgement).toMatchObject({ verdict: 'stalled', attribution: 'platform' });
    expect(await itemsOf(id)).toEqual([{ prevented: false, stalled: false, by: 'platform' }]);
  });
});

describe('An entry of a person', () => {
  it.each([
    ['lies in the future', () => ({ occurredAt: addDays(now, 1).toISOString() }), 422, '/occurredAt'],
    ['names a file that is not there', () => ({ screenshot: '00000000-0000-7000-8000-000000000001' }), 404, null],
    ['confirms what is not there', () => ({ confirms: '00000000-0000-7000-8000-000000000001' }), 404, null],
  ] as const)('is refused where it %s', async (_, given, status, pointer) => {
    const id = await fileWith(desk);
    const answer = await desk.app.main.http.post<{ errors?: { pointer: string }[] }>(
      `/complaints/${id}/filing-errors`,
      {
        code: 'ER-40',
        message: 'The form failed.',
        occurredAt: ago(0),
        ...given(),
      },
    );
    expect([answer.status, answer.body.errors?.[0]?.pointer ?? null]).toEqual([status, pointer]);
  });

  it('confirms neither another code nor a confirmation', async () => {
    const id = await fileWith(desk);
    const met = { code: 'ER-40', message: 'The form failed.', occurredAt: ago(0) };
    const first = (await record(id, met)).filingErrors[0]?.id;
    const second = (await record(id, { ...met, confirms: first })).filingErrors.find(
      ({ confirms }) => confirms !== null,
    );
    const post = async (error: object) =>
      desk.app.main.http.post<{ errors?: { code: string }[] }>(`/complaints/${id}/filing-errors`, error);
    expect((await post({ ...met, code: 'ER-41', confirms: first })).body.errors?.[0]?.code).toBe('other-error');
    expect((await post({ ...met, confirms: second?.id })).body.errors?.[0]?.code).toBe('not-of-this-complaint');
  });

  it('is made easier by what the pasted message suggests', async () => {
    const answer = await desk.app.main.http.post('/filing-errors/recognise', { text: '操作过于频繁，请稍后再试' });
    expect(expectStatus(answer, 200)).toEqual({
      suggestions: [
        {
          code: 'ER-50',
          says: 'The platform asked us to slow down.',
          todo: 'Wait; if we kept to the documented limit, say so in the entry.',
          attribution: 'unknown',
          retry: true,
          because: 'matched: "操作过于频繁"',
        },
        {
          code: 'ER-44',
          says: 'The platform showed an error without saying what is wrong.',
          todo: 'Take a screenshot and try again later.',
          attribution: 'unknown',
          retry: false,
          because: 'matched: "请稍后再试"',
        },
      ],
    });
  });
});

describe('The window of a workspace', () => {
  it('is five business days until somebody sets it, and holds for what is judged then', async () => {
    const { http } = desk.app.main;
    expect(expectStatus(await http.get('/rules/filing-window'), 200)).toEqual({ businessDays: 5 });
    expect(expectStatus(await http.put('/rules/filing-window', { businessDays: 10 }), 200)).toEqual({
      businessDays: 10,
    });
    const id = await fileWith(desk);
    const page = await record(id, { code: 'ER-40', message: 'The form failed.', occurredAt: ago(1) });
    expect(page.judgement?.until).toBe(addDays(now, 13).toISOString());
    expectStatus(await http.put('/rules/filing-window', { businessDays: 0 }), 400);
  });
});
