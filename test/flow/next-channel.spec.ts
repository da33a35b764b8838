import { afterEach, describe, expect, it } from '@jest/globals';
import { replyAddress } from '#libs/answers';
import { ReadReply } from '#libs/workflow';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aListing, file, registerParties } from '../support/builders.js';
import { fakeSmtp } from '../support/fake-smtp.js';
import type { FakeSmtp, Script } from '../support/fake-smtp.js';
import { expectStatus } from '../support/http.js';
import { deliver } from './deliver.js';
import { readComplaint } from './read.js';
import type { ComplaintPage } from './read.js';

/** Taobao takes notices by mail, and on two forms that a person fills in. */
describe('a platform with several ways of filing', () => {
  let running: { app: TestApp; server: FakeSmtp } | null = null;

  const begin = async (script: Script): Promise<{ app: TestApp; id: string }> => {
    const server = await fakeSmtp(script);
    const app = await startApp({ env: { SMTP_URL: `smtp://127.0.0.1:${server.port}` } });
    running = { app, server };
    const { id } = await file(app.main.http, await registerParties(app.main.http), {
      platform: 'taobao',
      items: [aListing({ url: 'https://item.taobao.com/item.htm?id=600000000001' })],
    });
    return { app, id };
  };

  /** A person records what became of the attempt that waits for them. */
  const byHand = async (app: TestApp, id: string, body: object): Promise<ComplaintPage> => {
    expectStatus(
      await app.main.http.post(`/complaints/${id}/attempts`, {
        channel: 'guided-form',
        at: new Date().toISOString(),
        ...body,
      }),
      201,
    );
    return readComplaint(app.main.http, id);
  };

  const itemsOf = async (app: TestApp): Promise<unknown[]> =>
    app.sql('select status, prevented, delivered_at is not null as delivered from item');

  afterEach(async () => {
    await running?.server.close();
    await running?.app.close();
    running = null;
  }, 60_000);

  it('goes on by the next way where one is closed, is prevented only when none is left, and is filed by whichever takes it', async () => {
    const { app, id } = await begin({ RCPT: '550 5.1.1 no such user' });
    const moved = await deliver(app, id);
    expect(moved.status).toBe('needs-human');
    expect(moved.attempts.map(({ state, code }) => [state, code])).toEqual([
      ['prevented', 'ER-60'],
      ['needs-human', null],
    ]);
    const [mail, form] = moved.attempts;
    expect(moved.timeline.find(({ kind }) => kind === 'next-channel')?.data).toEqual({
      from: 'email',
      to: 'guided-form',
      code: 'ER-60',
      attemptId: form?.id,
    });
    expect(await itemsOf(app)).toEqual([{ status: 'ready', prevented: false, delivered: false }]);

    const stillOpen = await byHand(app, id, { outcome: 'prevented', code: 'ER-44', message: 'The form fails.' });
    expect([stillOpen.status, stillOpen.attempts.map(({ state }) => state)]).toEqual([
      'needs-human',
      ['prevented', 'prevented', 'needs-human'],
    ]);
    expect(stillOpen.attempts[2]?.message).not.toBe(form?.message);

    const prevented = await byHand(app, id, { outcome: 'prevented', code: 'ER-44', message: 'So does this one.' });
    expect([prevented.status, prevented.attempts.map(({ state }) => state)]).toEqual([
      'prevented',
      ['prevented', 'prevented', 'prevented'],
    ]);
    expect(await itemsOf(app)).toMatchObject([{ status: 'blocked', delivered: false }]);
    expect(prevented.filingErrors.map(({ code }) => code).sort()).toEqual(['ER-44', 'ER-44', 'ER-60']);
    expect(prevented.attempts[0]?.id).toBe(mail?.id);

    const filed = await byHand(app, id, { outcome: 'delivered', reference: 'TB-1' });
    expect([filed.status, filed.caseNumber]).toEqual(['filed', 'TB-1']);
    expect(await itemsOf(app)).toEqual([{ status: 'filed', prevented: false, delivered: true }]);
  }, 60_000);

  it('does not go on by itself where the outcome of a way is not known, but on a person’s word', async () => {
    const { app, id } = await begin({ dot: [{ then: 'drop' }] });
    const unknown = await deliver(app, id);
    expect([unknown.status, unknown.attempts.map(({ state }) => state)]).toEqual(['needs-human', ['unknown']]);
    const [attempt] = unknown.attempts;
    expectStatus(
      await app.main.http.post(`/complaints/${id}/attempts/${attempt?.id ?? ''}/resolve`, {
        outcome: 'prevented',
        reason: 'The platform never got it.',
      }),
      200,
    );
    const moved = await readComplaint(app.main.http, id);
    expect([moved.status, moved.attempts.map(({ state }) => state)]).toEqual([
      'needs-human',
      ['prevented', 'needs-human'],
    ]);
  }, 60_000);

  it('goes on by the next way where a filing comes back hours later', async () => {
    const { app, id } = await begin({});
    const filed = await deliver(app, id);
    expect(filed.status).toBe('filed');
    const [attempt] = filed.attempts;
    await bounces(app, attempt?.id ?? '', attempt?.messageId ?? '');
    const moved = await readComplaint(app.main.http, id);
    expect([moved.status, moved.attempts.map(({ state }) => state)]).toEqual([
      'needs-human',
      ['prevented', 'needs-human'],
    ]);
    expect(await itemsOf(app)).toEqual([{ status: 'ready', prevented: false, delivered: false }]);
    expect(moved.deadlines.map(({ state }) => state)).toEqual(filed.deadlines.map(() => 'cancelled'));
  }, 60_000);
});

/** The platform's mail server sends the notice of an attempt back. */
async function bounces(app: TestApp, attemptId: string, messageId: string): Promise<void> {
  const to = replyAddress({
    secret: app.settings.REDRESS_SECRET,
    workspaceId: app.main.id,
    attemptId,
    domain: app.settings.REDRESS_MAIL_DOMAIN,
  });
  const lines = [
    'From: MAILER-DAEMON@mx.alibaba-inc.com',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Your message could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.alibaba-inc.com',
    '',
    'Final-Recipient: rfc822; ipr@alibaba-inc.com',
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 no such user',
    '--b',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: ${messageId}`,
    '',
    '--b--',
    '',
  ];
  const reply = expectStatus(
    await app.main.http.send<{ id: string }>('POST', '/replies', lines.join('\r\n'), {
      'content-type': 'message/rfc822',
    }),
    201,
  );
  await app.api.get(ReadReply).run(app.main.id, reply.id);
}
