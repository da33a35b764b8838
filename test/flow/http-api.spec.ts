import { afterEach, describe, expect, it } from '@jest/globals';
import { DeliverAttempt, QueryStatus, Reconcile } from '#libs/workflow';
import { eventually } from '../support/app.js';
import { expectStatus } from '../support/http.js';
import { ACCOUNT, CLIENT_SECRET, anAccount, enterAccount, openApiDesk, report } from './api-desk.js';
import type { ApiDesk } from './api-desk.js';
import { complaintIn, readComplaint } from './read.js';
import type { AttemptPage } from './read.js';

describe('a complaint to a platform with an interface', () => {
  let desk: ApiDesk | null = null;
  const open = async (options: Parameters<typeof openApiDesk>[0] = {}): Promise<ApiDesk> => {
    desk = await openApiDesk(options);
    return desk;
  };
  afterEach(async () => {
    await desk?.close();
    desk = null;
  }, 60_000);

  it('is reported, asked about and decided, with every byte kept and no secret anywhere', async () => {
    const { app, sandbox } = await open();
    const { http, id: workspace } = app.main;
    await enterAccount(http);
    const filed = await report(http);
    const decided = await complaintIn(http, filed.id, ['decided']);

    const [entry] = sandbox.ledger.accepted;
    const [attempt] = decided.attempts;
    expect(sandbox.ledger.accepted).toHaveLength(1);
    expect(entry).toMatchObject({ platform: 'sandbox-api', reference: filed.reference });
    expect(decided.caseNumber).toBe(entry?.messageId);
    expect(attempt).toMatchObject({ state: 'delivered', tries: 1, code: null });
    expect(attempt?.proof?.sha256).toBe(entry?.sha256);

    const truth = new Map(entry?.answers.at(-1)?.truth.map(({ url, outcome }) => [url, outcome]));
    expect(decided.items.map(({ url, decision }) => [url, decision?.outcome, decision?.source])).toEqual(
      decided.items.map(({ url }) => [url, truth.get(url), 'structured']),
    );
    expect(decided.timeline.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['submitted', 'delivered', 'acknowledged', 'reply-received', 'decided']),
    );

    const kept = await app.sql<{ bytes: Buffer; media_type: string }>(
      'select bytes, media_type from document where workspace_id = $1 order by created_at',
      [workspace],
    );
    const answers = kept
      .filter(({ media_type }) => media_type === 'application/http')
      .map(({ bytes }) => String(bytes));
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.at(-1)).toContain(
      `GET http://api.sandbox.redress.test/api/sandbox-api/reports/${entry?.messageId ?? ''}`,
    );

    expect(JSON.stringify(decided) + kept.map(({ bytes }) => String(bytes)).join()).not.toContain(CLIENT_SECRET);
    for (const table of ['attempt', 'audit_event', 'timeline_event', 'channel_account', 'reply', 'outbox']) {
      const rows = await app.sql<{ row: string }>(`select t::text as row from ${table} t`);
      expect(rows.map(({ row }) => row).join('\n')).not.toContain(CLIENT_SECRET);
    }
  }, 90_000);

  it('waits for a person where the workspace has no account', async () => {
    const { app, sandbox } = await open({ worker: false });
    const filed = await report(app.main.http);
    const { attempts } = await readComplaint(app.main.http, filed.id);
    expect(attempts).toMatchObject([{ channel: 'guided-form', state: 'needs-human' }]);
    expect(sandbox.ledger.accepted).toEqual([]);
  }, 60_000);

  /** A worker that died while it was sending leaves an attempt of unknown outcome. */
  const leftInDoubt = async (failure: string) => {
    const { app, sandbox } = await open({ worker: false, api: { fails: 1, failures: { [failure]: 1 }, passes: 1 } });
    const { http, id: workspace } = app.main;
    await enterAccount(http);
    const filed = await report(http);
    const [before] = (await readComplaint(http, filed.id)).attempts;
    const attemptId = before?.id ?? '';
    const deliver = async () => app.api.get(DeliverAttempt).run(workspace, attemptId, new AbortController().signal);
    expect(await deliver()).toMatchObject({ state: 'queued', code: 'ER-42' });
    await app.sql(
      `update attempt set state = 'sending', next_try_at = null, lease_until = now() - interval '1 hour' where id = $1`,
      [attemptId],
    );
    await app.sql(`update complaint set status = 'filing' where id = $1`, [filed.id]);
    await app.api.get(Reconcile).run();
    const read = async (): Promise<AttemptPage | undefined> => (await readComplaint(http, filed.id)).attempts[0];
    expect(await read()).toMatchObject({ state: 'unknown' });
    const ask = async () => app.api.get(QueryStatus).run(workspace, attemptId, new AbortController().signal);
    const settled = await eventually('the platform to say whether it has the report', async () => {
      await ask();
      const attempt = await read();
      return attempt === undefined || attempt.state === 'unknown' ? null : attempt;
    });
    return { sandbox, settled, deliver, http, filed };
  };

  it('is found at the platform where the answer to it was lost, and not sent again', async () => {
    const { sandbox, settled, http, filed } = await leftInDoubt('answer-lost');
    expect(sandbox.ledger.accepted).toHaveLength(1);
    expect(settled).toMatchObject({ state: 'delivered', tries: 1 });
    expect((await readComplaint(http, filed.id)).caseNumber).toBe(sandbox.ledger.accepted[0]?.messageId);
  }, 60_000);

  it('is sent again, to the byte, where the platform never had it', async () => {
    const { sandbox, settled, deliver, http, filed } = await leftInDoubt('request-lost');
    expect(sandbox.ledger.accepted).toEqual([]);
    expect(settled).toMatchObject({ state: 'queued', possibleRepeat: false });
    expect(await deliver()).toMatchObject({ state: 'delivered', tries: 2 });
    const { attempts } = await readComplaint(http, filed.id);
    expect(attempts).toMatchObject([{ documentId: settled.documentId, state: 'delivered' }]);
    expect(sandbox.ledger.accepted.map(({ sha256 }) => sha256)).toEqual([attempts[0]?.proof?.sha256]);
  }, 60_000);

  it('is sent again with the same key after a failure, so that it counts once', async () => {
    const { app, sandbox } = await open({
      worker: false,
      api: { fails: 1, failures: { 'error-though-taken': 1 }, passes: 1 },
    });
    await enterAccount(app.main.http);
    const filed = await report(app.main.http);
    const [attempt] = (await readComplaint(app.main.http, filed.id)).attempts;
    const deliver = async () =>
      app.api.get(DeliverAttempt).run(app.main.id, attempt?.id ?? '', new AbortController().signal);
    expect(await deliver()).toMatchObject({ state: 'queued', code: 'ER-40', tries: 1 });
    await app.sql('update attempt set next_try_at = null where id = $1', [attempt?.id]);
    expect(await deliver()).toMatchObject({ state: 'delivered', tries: 2, reference: 'R-000001' });
    expect(sandbox.ledger.accepted).toHaveLength(1);
  }, 60_000);
});

describe('an account', () => {
  let desk: ApiDesk;
  afterEach(async () => desk.close(), 60_000);

  it('is entered, tried, replaced and removed, and its secrets never come out', async () => {
    desk = await openApiDesk({ worker: false });
    const { http } = desk.app.main;
    const none = { platform: 'sandbox-api', channel: 'http-api', asks: ['clientId', 'clientSecret'] };
    expect(expectStatus(await http.get(ACCOUNT), 200)).toEqual({
      ...none,
      entered: false,
      name: null,
      setBy: null,
      setAt: null,
    });
    expect(expectStatus(await http.post(`${ACCOUNT}/try`), 200)).toEqual({
      works: false,
      detail: 'The account lacks clientId and clientSecret.',
    });
    const entered = await http.put(ACCOUNT, anAccount);
    expect(expectStatus(entered, 200)).toMatchObject({ ...none, entered: true, name: anAccount.name });
    expect(entered.text).not.toContain(CLIENT_SECRET);
    expect((await http.get(ACCOUNT)).text).not.toContain(CLIENT_SECRET);
    expect(expectStatus(await http.post(`${ACCOUNT}/try`), 200)).toEqual({ works: true, detail: null });

    const wrong = { name: 'wrong', secrets: { clientId: 'velora', clientSecret: 'guessed' } };
    expectStatus(await http.put(ACCOUNT, wrong), 200);
    expect(expectStatus(await http.post(`${ACCOUNT}/try`), 200)).toEqual({
      works: false,
      detail: 'The platform refused the sign-in: The client or its secret is wrong.',
    });
    expectStatus(await http.send('DELETE', ACCOUNT), 204);
    expect(expectStatus(await http.get(ACCOUNT), 200)).toMatchObject({ entered: false });
  }, 60_000);

  it('belongs to one workspace', async () => {
    desk = await openApiDesk({ worker: false });
    const { app } = desk;
    await enterAccount(app.main.http);
    const other = await app.addWorkspace('Other');
    expect(expectStatus(await other.http.get(ACCOUNT), 200)).toMatchObject({ entered: false, name: null });
    expectStatus(await other.http.send('DELETE', ACCOUNT), 204);
    expect(expectStatus(await app.main.http.get(ACCOUNT), 200)).toMatchObject({ entered: true });
  }, 60_000);

  it('with the wrong secrets, or for a platform that takes none, is refused', async () => {
    desk = await openApiDesk({ worker: false });
    const { http } = desk.app.main;
    const bare = await http.put(ACCOUNT, { name: 'ours', secrets: { clientId: 'velora', token: 'x' } });
    expect(bare.status).toBe(422);
    expect(bare.body).toMatchObject({
      errors: [
        { pointer: '/secrets/clientSecret', code: 'missing' },
        { pointer: '/secrets/token', code: 'unknown' },
      ],
    });
    expectStatus(await http.get('/platforms/sandbox/account'), 404);
    expectStatus(await http.get('/platforms/nobody/account'), 404);
  }, 60_000);
});
