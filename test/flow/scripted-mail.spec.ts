import { afterEach, describe, expect, it } from '@jest/globals';
import { DeliverAttempt, Reconcile } from '#libs/workflow';
import { fakeSmtp } from '../support/fake-smtp.js';
import type { FakeSmtp, Script } from '../support/fake-smtp.js';
import { eventually, startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aListing, file, registerParties } from '../support/builders.js';
import type { Filed } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import { complaintIn, readComplaint } from './read.js';
import type { ComplaintPage } from './read.js';

/** A notice on its way through a mail server that follows a script. */
describe('a mail server that misbehaves', () => {
  let running: { app: TestApp; server: FakeSmtp } | null = null;

  const begin = async (
    script: Script,
    options: { worker?: boolean } = { worker: true },
  ): Promise<{ app: TestApp; server: FakeSmtp; filed: Filed }> => {
    const server = await fakeSmtp(script);
    const app = await startApp({ ...options, env: { SMTP_URL: `smtp://127.0.0.1:${server.port}` } });
    running = { app, server };
    const filed = await file(app.main.http, await registerParties(app.main.http), { items: [aListing(), aListing()] });
    return { app, server, filed };
  };

  afterEach(async () => {
    await running?.server.close();
    await running?.app.close();
    running = null;
  }, 60_000);

  it('drops the connection after the dot: the outcome is unknown, a person decides, and a resend is the same message marked as a repeat', async () => {
    const { app, server, filed } = await begin({ dot: [{ then: 'drop' }] });
    const lost = await complaintIn(app.main.http, filed.id, ['needs-human']);
    const [attempt] = lost.attempts;
    expect(attempt).toMatchObject({ state: 'unknown', code: 'ER-43', tries: 1, possibleRepeat: false });
    expect(lost.items.map((item) => item.status)).toEqual(['ready', 'ready']);
    expect(lost.timeline.map((event) => event.kind)).toContain('delivery-unknown');

    await expectQuiet(app, server, { dots: 1, accepted: 0 });
    const resolve = `/complaints/${filed.id}/attempts/${attempt?.id ?? ''}/resolve`;
    expectStatus(
      await app.main.http.post(resolve, { outcome: 'resend', reason: 'The platform says it has nothing.' }),
      200,
    );
    const sent = await complaintIn(app.main.http, filed.id, ['filed']);
    expect(sent.attempts).toHaveLength(1);
    expect(sent.attempts[0]).toMatchObject({
      state: 'delivered',
      tries: 2,
      possibleRepeat: true,
      messageId: attempt?.messageId,
      documentId: attempt?.documentId,
    });
    expect(server).toMatchObject({ dots: 2 });
    expect(server.accepted).toHaveLength(1);
    expect(server.accepted[0]?.toString()).toContain(`Message-ID: ${attempt?.messageId ?? ''}`);
    const stored = await app.main.http.get(`/documents/${attempt?.documentId ?? ''}`);
    expect(server.accepted[0]?.toString()).toBe(stored.text);
    expectStatus(await app.main.http.post(resolve, { outcome: 'resend', reason: 'again' }), 409);
  }, 60_000);

  it('refuses the recipient for good: prevented, with code, and held against the platform provisionally', async () => {
    const { app, server, filed } = await begin({ RCPT: '550 5.1.1 no such user' });
    const prevented = await complaintIn(app.main.http, filed.id, ['prevented']);
    expect(prevented.attempts[0]).toMatchObject({ state: 'prevented', code: 'ER-60', tries: 1 });
    expect(prevented.attempts[0]?.proof?.answer).toMatch(/^550 5\.1\.1/);
    expect(prevented.filingErrors).toMatchObject([{ code: 'ER-60', attribution: 'platform', recordedBy: 'automatic' }]);
    expect(prevented.items.map((item) => [item.status, item.outcome])).toEqual([
      ['blocked', 'pending'],
      ['blocked', 'pending'],
    ]);
    expect(server.accepted).toHaveLength(0);
    const { measures } = expectStatus(
      await app.main.http.get<{ measures: Record<string, unknown> }>('/platforms/sandbox/measures'),
      200,
    );
    expect(measures['preventedFilingRate']).toMatchObject({ numerator: 0, denominator: 2 });
    expect(measures['errorEpisodes']).toBe(1);
  }, 60_000);

  it('puts the message off: a retry is scheduled, and what follows is the same message', async () => {
    const { app, server, filed } = await begin({ RCPT: ['451 4.7.1 try again later'] }, { worker: false });
    const deliver = async (): Promise<unknown> => {
      const [attempt] = (await readComplaint(app.main.http, filed.id)).attempts;
      return app.api.get(DeliverAttempt).run(app.main.id, attempt?.id ?? '', new AbortController().signal);
    };
    await deliver();
    const waiting = await readComplaint(app.main.http, filed.id);
    expect(waiting.status).toBe('queued');
    expect(waiting.attempts[0]).toMatchObject({ state: 'queued', code: 'ER-64', tries: 1 });
    const minutes = (Date.parse(waiting.attempts[0]?.nextTryAt ?? '') - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(1.5);
    expect(minutes).toBeLessThan(2.1);
    const owed = await app.sql<{ job: string; not_before: Date }>(
      'select job, not_before from outbox order by created_at',
    );
    expect(owed.at(-1)).toMatchObject({
      job: 'deliver-attempt',
      not_before: new Date(waiting.attempts[0]?.nextTryAt ?? ''),
    });

    expect(await deliver()).toBeNull();
    expect(server.accepted).toHaveLength(0);
    await app.sql(`update attempt set next_try_at = now() - interval '1 second'`);
    await deliver();
    const sent = await readComplaint(app.main.http, filed.id);
    expect(sent).toMatchObject({
      status: 'filed',
      attempts: [{ state: 'delivered', tries: 2, messageId: waiting.attempts[0]?.messageId, possibleRepeat: false }],
    });
    expect(server.accepted).toHaveLength(1);
    const facts = await app.sql('select stalled, error_attribution, prevented from item');
    expect(facts).toEqual([1, 2].map(() => ({ stalled: true, error_attribution: 'platform', prevented: false })));
  }, 60_000);

  it('takes one copy where several workers come for the same attempt', async () => {
    const { app, server, filed } = await begin({}, { worker: false });
    const [attempt] = (await readComplaint(app.main.http, filed.id)).attempts;
    const verb = app.api.get(DeliverAttempt);
    const ends = await Promise.all(
      [1, 2, 3, 4].map(async () => verb.run(app.main.id, attempt?.id ?? '', new AbortController().signal)),
    );
    expect(ends.filter((each) => each !== null)).toHaveLength(1);
    expect(server.accepted).toHaveLength(1);
    expect(await readComplaint(app.main.http, filed.id)).toMatchObject({
      status: 'filed',
      attempts: [{ state: 'delivered', tries: 1 }],
    });
  }, 60_000);

  it('is still silent when the attempt’s lease ends: unknown, never sent again by itself, and the late word changes nothing', async () => {
    const { app, server, filed } = await begin({ dot: [{ then: 'silence' }] }, { worker: false });
    const [attempt] = (await readComplaint(app.main.http, filed.id)).attempts;
    const sending = app.api.get(DeliverAttempt).run(app.main.id, attempt?.id ?? '', new AbortController().signal);
    await eventually('the message to be on the wire', () => Promise.resolve(server.dots === 1 ? true : null));
    await app.sql('delete from outbox');
    await app.api.get(Reconcile).run(0);
    expect(await readComplaint(app.main.http, filed.id)).toMatchObject({
      status: 'filing',
      attempts: [{ state: 'sending' }],
    });

    await app.sql(`update attempt set lease_until = now() - interval '1 second'`);
    await app.api.get(Reconcile).run(0);
    const left = await readComplaint(app.main.http, filed.id);
    expect(left).toMatchObject({ status: 'needs-human', attempts: [{ state: 'unknown', code: 'ER-43', tries: 1 }] });
    await app.api.get(Reconcile).run(0);
    expect(await app.sql('select job from outbox')).toEqual([]);

    await server.close();
    expect((await sending)?.state).toBe('unknown');
    const told = await readComplaint(app.main.http, filed.id);
    expect(told.attempts[0]?.state).toBe('unknown');
    expect(told.timeline.at(-1)).toMatchObject({ kind: 'sending', data: { late: 'unknown', attemptId: attempt?.id } });
  }, 60_000);

  it('lets a complaint be withdrawn before it is sent: the attempt is cancelled and nothing leaves', async () => {
    const { app, server, filed } = await begin({}, { worker: false });
    const [attempt] = (await readComplaint(app.main.http, filed.id)).attempts;
    expectStatus(await app.main.http.post(`/complaints/${filed.id}/withdraw`, { reason: 'settled' }), 200);
    expect(
      await app.api.get(DeliverAttempt).run(app.main.id, attempt?.id ?? '', new AbortController().signal),
    ).toBeNull();
    const withdrawn = await readComplaint(app.main.http, filed.id);
    expect(withdrawn).toMatchObject({ status: 'withdrawn', attempts: [{ state: 'cancelled', tries: 0 }] });
    expect(withdrawn.items.map((item) => [item.status, item.outcome])).toEqual([
      ['abandoned', 'withdrawn'],
      ['abandoned', 'withdrawn'],
    ]);
    expect(server.connections).toBe(0);
    expectStatus(await app.main.http.post(`/complaints/${filed.id}/withdraw`, {}), 409);
  }, 60_000);

  it('is the only way out: without SMTP_URL nobody but the sandbox is connected to', async () => {
    const server = await fakeSmtp({});
    const app = await startApp({ env: { SANDBOX_SMTP_PORT: String(server.port) } });
    running = { app, server };
    const parties = await registerParties(app.main.http);
    const outside = await file(app.main.http, parties, {
      platform: 'taobao',
      items: [aListing({ url: 'https://item.taobao.com/item.htm?id=600000000001' })],
      language: 'en',
    });
    const deliver = async (id: string): Promise<ComplaintPage> => {
      const [attempt] = (await readComplaint(app.main.http, id)).attempts;
      await app.api.get(DeliverAttempt).run(app.main.id, attempt?.id ?? '', new AbortController().signal);
      return readComplaint(app.main.http, id);
    };
    expect((await deliver(outside.id)).attempts[0]?.proof).toMatchObject({ transport: 'dev-mailbox', answer: null });
    expect(server.connections).toBe(0);
    const inside = await deliver((await file(app.main.http, parties)).id);
    expect(inside.attempts[0]?.proof).toMatchObject({ transport: 'smtp', answer: '250 2.0.0 Ok: queued as 4F3' });
    expect(server.accepted).toHaveLength(1);
    const mails = expectStatus(await app.main.http.get<{ data: { to: string[] }[] }>('/dev-mailbox'), 200).data;
    expect(mails.map((mail) => mail.to)).toEqual([['notices@sandbox.redress.test'], ['ipr@alibaba-inc.com']]);
  }, 60_000);
});

/** Nothing more is sent by itself: no job waits, and the server saw what it saw. */
async function expectQuiet(app: TestApp, server: FakeSmtp, seen: { dots: number; accepted: number }): Promise<void> {
  await eventually('the queue to be idle', async () => {
    const counts = await app.worker?.queues.counts();
    return counts?.delivery.waiting === 0 && counts.delivery.active === 0 && counts.delivery.delayed === 0
      ? counts
      : null;
  });
  expect(await app.sql('select job from outbox')).toEqual([]);
  expect({ dots: server.dots, accepted: server.accepted.length }).toEqual(seen);
}
