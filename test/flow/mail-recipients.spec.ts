import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { dkimRecord } from '#libs/channels';
import { dkimVerdict } from '../support/dkim-verdict.js';
import type { Script } from '../support/fake-smtp.js';
import { sha256 } from './evidence-files.js';
import { aReport, fileWith, mailPage, openMailDesk, receive, tryToDeliver } from './mail-desk.js';
import type { MailDesk } from './mail-desk.js';

jest.setTimeout(30_000);

const [ip, legal] = ['ip@sandbox.redress.test', 'legal@sandbox.redress.test'];
const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString()
  .trim();

let desk: MailDesk;
beforeAll(async () => {
  const signed = { REDRESS_DKIM_DOMAIN: 'redress.example', REDRESS_DKIM_SELECTOR: 'redress1' };
  desk = await openMailDesk({ address: [ip, legal], env: { ...signed, REDRESS_DKIM_KEY: privateKey } });
}, 60_000);
afterAll(async () => desk.close(), 60_000);

const begin = async (script: Script, files: Readonly<Record<string, number>> = {}): Promise<string> => {
  desk.follow(script);
  return fileWith(desk, files);
};

describe('a notice to several addresses', () => {
  it('is one mail to all of them', async () => {
    const id = await begin({});
    const page = await tryToDeliver(desk, id);
    expect(page).toMatchObject({ status: 'filed', attempts: [{ recipient: `${ip}, ${legal}` }], refused: [] });
    expect(desk.server.commands.filter((line) => line.startsWith('RCPT'))).toEqual([
      `RCPT TO:<${ip}>`,
      `RCPT TO:<${legal}>`,
    ]);
    expect(desk.server.accepted).toHaveLength(1);
    expect(desk.server.accepted[0]?.toString()).toContain(`To: ${ip}, ${legal}`);
  });

  it('is delivered where one takes it; the refusal of the other is kept and stalls nothing', async () => {
    const id = await begin({ RCPT: ['550 5.1.1 no such user', '250 ok'] });
    const page = await tryToDeliver(desk, id);
    expect(page).toMatchObject({ status: 'filed', attempts: [{ state: 'delivered', code: null, tries: 1 }] });
    expect(page.refused).toEqual([
      { recipient: ip, code: 'ER-60', attribution: 'platform', answer: '550 5.1.1 no such user' },
    ]);
    expect(page.filingErrors).toMatchObject([
      { code: 'ER-60', attribution: 'platform', message: `Refused for ${ip}: 550 5.1.1 no such user` },
    ]);
    expect(await desk.app.sql('select status, stalled, prevented from item where complaint_id = $1', [id])).toEqual([
      { status: 'filed', stalled: false, prevented: false },
    ]);
  });

  it('is prevented where all refuse it', async () => {
    const id = await begin({ RCPT: '550 5.1.1 no such user' });
    const page = await tryToDeliver(desk, id);
    expect(page).toMatchObject({ status: 'prevented', attempts: [{ state: 'prevented', code: 'ER-60' }] });
    expect(page.filingErrors).toHaveLength(1);
    expect(desk.server).toMatchObject({ dots: 0 });
  });

  it('stays delivered when it comes back from one, hours later, and is taken back when the other returns it too', async () => {
    const id = await begin({});
    const messageId = (await tryToDeliver(desk, id)).attempts[0]?.messageId ?? '';
    const forwarded = [
      'Original-Recipient: rfc822; IP@sandbox.redress.test',
      'Final-Recipient: rfc822; desk7@inside.test',
    ];
    expect(await receive(desk.app, aReport({ messageId, recipients: [forwarded] }))).toMatchObject({
      match: { complaintId: id, by: 'dsn-message-id' },
      suggestion: { kind: 'bounce' },
    });
    const one = await mailPage(desk.app, id);
    expect(one).toMatchObject({ status: 'filed', attempts: [{ state: 'delivered', code: null }] });
    expect(one.refused).toEqual([
      { recipient: ip, code: 'ER-60', attribution: 'platform', answer: 'user-unknown (5.1.1).' },
    ]);
    expect(one.filingErrors).toMatchObject([
      { code: 'ER-60', message: `The message came back from ${ip}: user-unknown (5.1.1).` },
    ]);
    expect(one.items.map(({ status }) => status)).toEqual(['filed']);

    await receive(desk.app, aReport({ messageId, recipients: [[`Final-Recipient: rfc822; ${legal}`]] }));
    const both = await mailPage(desk.app, id);
    expect(both).toMatchObject({
      status: 'prevented',
      attempts: [{ state: 'prevented', code: 'ER-60', proof: { answer: '250 2.0.0 Ok: queued as 4F3' } }],
    });
    expect(both.items.map(({ status }) => status)).toEqual(['blocked']);
  });

  it('is taken back by one report about all of them', async () => {
    const id = await begin({});
    const messageId = (await tryToDeliver(desk, id)).attempts[0]?.messageId ?? '';
    const recipients = [ip, legal].map((address) => [`Final-Recipient: rfc822; ${address}`]);
    await receive(desk.app, aReport({ messageId, recipients }));
    expect(await mailPage(desk.app, id)).toMatchObject({ status: 'prevented', attempts: [{ state: 'prevented' }] });
  });

  it('is taken back by the return of the only copy that was taken', async () => {
    const id = await begin({ RCPT: ['550 5.1.1 no such user', '250 ok'] });
    const messageId = (await tryToDeliver(desk, id)).attempts[0]?.messageId ?? '';
    await receive(desk.app, aReport({ messageId, recipients: [[`Final-Recipient: rfc822; ${legal}`]] }));
    expect(await mailPage(desk.app, id)).toMatchObject({ status: 'prevented', attempts: [{ state: 'prevented' }] });
  });

  it('stays delivered where the report names none of them', async () => {
    const id = await begin({});
    const messageId = (await tryToDeliver(desk, id)).attempts[0]?.messageId ?? '';
    await receive(desk.app, aReport({ messageId, recipients: [['Final-Recipient: rfc822; somebody@inside.test']] }));
    const page = await mailPage(desk.app, id);
    expect(page).toMatchObject({ status: 'filed', attempts: [{ state: 'delivered' }], refused: [] });
    expect(page.filingErrors).toMatchObject([
      { code: 'ER-60', message: 'The message came back: user-unknown (5.1.1).' },
    ]);
  });

  it('whose outcome was unknown has arrived where one copy of it comes back', async () => {
    const id = await begin({ dot: { then: 'drop' } });
    const lost = await tryToDeliver(desk, id);
    expect(lost).toMatchObject({ status: 'needs-human', attempts: [{ state: 'unknown' }] });
    const messageId = lost.attempts[0]?.messageId ?? '';
    await receive(desk.app, aReport({ messageId, recipients: [[`Final-Recipient: rfc822; ${ip}`]] }));
    const page = await mailPage(desk.app, id);
    expect(page).toMatchObject({ status: 'filed', attempts: [{ state: 'delivered', tries: 1 }] });
    expect(page.refused.map(({ recipient }) => recipient)).toEqual([ip]);
  });
});

describe('a notice of a desk with a DKIM key', () => {
  it('is kept and sent as signed, at every try the same', async () => {
    const putOff = '451 4.7.1 try again later';
    const id = await begin({ RCPT: [putOff, putOff] }, { 'a.pdf': 5_000 });
    const waiting = await tryToDeliver(desk, id);
    const page = await tryToDeliver(desk, id);
    expect(page).toMatchObject({ status: 'filed', attempts: [{ state: 'delivered', tries: 2 }] });
    const [sent = Buffer.alloc(0)] = desk.server.accepted;
    const { value } = dkimRecord({ domain: 'redress.example', selector: 'redress1', privateKey });
    expect(dkimVerdict(sent, value)).toBe('pass');
    expect([waiting, page].map(({ attempts }) => attempts[0]?.proof?.sha256)).toEqual([sha256(sent), sha256(sent)]);
    const kept = await desk.app.main.http.get(`/documents/${page.attempts[0]?.documentId ?? ''}`);
    expect(kept.text).toBe(sent.toString());
  });
});
