import { afterEach, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { DeliveryOutcome } from '#libs/domain';
import { fakeSmtp } from '../../../../test/support/fake-smtp.js';
import type { Act, FakeSmtp, Script, Verb } from '../../../../test/support/fake-smtp.js';
import { aMail, transportContract } from '../../test-support/transport-contract.js';
import type { MailTransport } from '../channel.js';
import { composeMail } from './compose.js';
import { smtpTransport } from './smtp-transport.js';

const timeouts = { connect: 400, greeting: 400, reply: 400 };
const never = (): AbortSignal => new AbortController().signal;
const drop: Act = { then: 'drop' };
const silence: Act = { then: 'silence' };

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

async function rig(script: Script, credentials = ''): Promise<{ server: FakeSmtp; transport: MailTransport }> {
  const server = await fakeSmtp(script);
  const transport = smtpTransport(`smtp://${credentials}127.0.0.1:${server.port}`, { timeouts });
  open.push(server, transport);
  return { server, transport };
}

async function deliverTo(script: Script, text?: string): Promise<{ outcome: DeliveryOutcome; server: FakeSmtp }> {
  const { server, transport } = await rig(script);
  const mail = await composeMail(aMail(text === undefined ? {} : { text }));
  return { outcome: await transport.deliver(mail, { signal: never() }), server };
}

describe('smtpTransport: our own mail server fails before the message is begun', () => {
  it.each<[Verb, Act, Script]>([
    ['greeting', '421 4.3.2 closing', {}],
    ['greeting', '554 5.7.1 go away', {}],
    ['greeting', drop, {}],
    ['greeting', silence, {}],
    ['greeting', 'nonsense', {}],
    ['EHLO', '421 busy', {}],
    ['EHLO', '550 no', {}],
    ['EHLO', drop, {}],
    ['EHLO', silence, {}],
    ['STARTTLS', '454 4.7.0 no TLS now', { extensions: ['STARTTLS'] }],
    ['STARTTLS', '220 speak TLS', { extensions: ['STARTTLS'] }],
    ['STARTTLS', drop, { extensions: ['STARTTLS'] }],
    ['STARTTLS', silence, { extensions: ['STARTTLS'] }],
  ])('%s answered by %p is ours, and worth another try', async (verb, act, script) => {
    const { outcome, server } = await deliverTo({ ...script, [verb]: act });
    expect(outcome).toMatchObject({ kind: 'prevented', code: 'ER-91', attribution: 'us', retry: true });
    expect(server.dots).toBe(0);
  });

  it.each<[string, Act]>([
    ['535', '535 5.7.8 s3cret/pw is not the password of relay-user'],
    ['454', '454 4.7.0 later'],
    ['drop', drop],
    ['silence', silence],
  ])('a failed sign-in (%s) is ours, and its proof has no credentials', async (_name, act) => {
    const { transport, server } = await rig({ AUTH: act, extensions: ['AUTH PLAIN LOGIN'] }, 'relay-user:s3cret%2Fpw@');
    const outcome = await transport.deliver(await composeMail(aMail()), { signal: never() });
    expect(outcome).toMatchObject({ kind: 'prevented', code: 'ER-91', attribution: 'us', retry: true });
    const words = JSON.stringify(outcome);
    expect(words).toContain('C: AUTH PLAIN (hidden)');
    for (const secret of ['s3cret', 'relay-user', Buffer.from('s3cret/pw').toString('base64')])
      expect(words).not.toContain(secret);
    expect(server.dots).toBe(0);
  });

  it('does not send unsigned-in where the server offers no sign-in', async () => {
    const { transport, server } = await rig({}, 'relay-user:s3cret@');
    const outcome = await transport.deliver(await composeMail(aMail()), { signal: never() });
    expect(outcome).toMatchObject({ kind: 'prevented', code: 'ER-91' });
    expect(server.dots).toBe(0);
  });

  it('nothing listens, or the name is unknown', async () => {
    const server = await fakeSmtp();
    await server.close();
    for (const url of [`smtp://127.0.0.1:${server.port}`, 'smtp://no-such-host.invalid:25']) {
      const outcome = await smtpTransport(url, { timeouts }).deliver(await composeMail(aMail()), { signal: never() });
      expect(outcome).toMatchObject({ kind: 'prevented', code: 'ER-91', attribution: 'us', retry: true });
    }
  });
});

describe('smtpTransport: before the final dot nothing was sent', () => {
  it.each<[Verb, string, string, string, boolean]>([
    ['MAIL', '451 4.3.0 later', 'ER-64', 'us', true],
    ['MAIL', '550 5.1.8 bad sender', 'ER-60', 'us', false],
    ['MAIL', '421 bye', 'ER-64', 'us', true],
    ['RCPT', '450 4.2.0 greylisted', 'ER-64', 'platform', true],
    ['RCPT', '452 4.2.2 mailbox full', 'ER-61', 'platform', true],
    ['RCPT', '550 5.1.1 no such user', 'ER-60', 'platform', false],
    ['RCPT', '550 5.7.1 policy', 'ER-62', 'platform', false],
    ['DATA', '451 later', 'ER-64', 'platform', true],
    ['DATA', '554 5.7.1 no', 'ER-62', 'platform', false],
    ['dot', '451 4.3.0 later', 'ER-64', 'platform', true],
    ['dot', '421 4.3.2 closing', 'ER-64', 'platform', true],
    ['dot', '552 5.3.4 too big', 'ER-63', 'platform', false],
    ['dot', '554 spam', 'ER-62', 'platform', false],
    ['dot', '550 no', 'ER-60', 'platform', false],
  ])('%s refused by "%s" is %s of %s', async (verb, reply, code, attribution, retry) => {
    for (const extensions of [[], ['PIPELINING']]) {
      const { outcome, server } = await deliverTo({ [verb]: reply, extensions });
      expect(outcome).toMatchObject({ kind: 'prevented', code, attribution, retry, proof: { answer: reply } });
      expect(server.accepted).toEqual([]);
    }
  });

  it.each<[Verb, Act]>(
    (['MAIL', 'RCPT', 'DATA'] as const).flatMap((verb): [Verb, Act][] => [
      [verb, drop],
      [verb, silence],
    ]),
  )('%s met by %p', async (verb, act) => {
    for (const extensions of [[], ['PIPELINING']]) {
      const { outcome, server } = await deliverTo({ [verb]: act, extensions });
      expect(outcome).toMatchObject({ kind: 'prevented', code: 'ER-91', attribution: 'us', retry: true });
      expect(server.dots).toBe(0);
    }
  });

  const long = 'A line of a very long explanation that fills the buffers of the network.\n'.repeat(400_000);

  it('the connection is lost in the middle of the message', async () => {
    const { outcome, server } = await deliverTo({ body: drop }, long);
    expect(outcome).toMatchObject({ kind: 'prevented', code: 'ER-91', attribution: 'us', retry: true });
    expect(server.dots).toBe(0);
  });

  it('the server refuses in the middle of the message', async () => {
    const { outcome } = await deliverTo({ body: '552 5.3.4 too big' }, long);
    expect(outcome).toMatchObject({ kind: 'prevented', code: 'ER-63', attribution: 'platform', retry: false });
  });

  it('an acceptance in the middle of the message is not believed', async () => {
    const { outcome } = await deliverTo({ body: '250 fine' }, long);
    expect(outcome).toMatchObject({ kind: 'unknown', code: 'ER-43' });
  });

  it('is larger than the server takes', async () => {
    const { outcome, server } = await deliverTo({ extensions: ['SIZE 100'] });
    expect(outcome).toMatchObject({ kind: 'prevented', code: 'ER-63', retry: false });
    expect(server.dots).toBe(0);
  });

  it('is cancelled while the server is silent', async () => {
    const { transport, server } = await rig({ RCPT: silence });
    const outcome = await transport.deliver(await composeMail(aMail()), { signal: AbortSignal.timeout(60) });
    expect(outcome).toMatchObject({ kind: 'prevented', code: 'ER-90', attribution: 'us', retry: true });
    expect(server.dots).toBe(0);
  });
});

describe('smtpTransport: after the final dot', () => {
  it.each<[string, Act]>([
    ['the connection is lost', drop],
    ['the server is silent', silence],
    ['the reply breaks off', { then: 'half', line: '250-queu' }],
    ['the reply is nonsense', 'maybe'],
    ['the reply is a third kind', '354 go on'],
  ])('nobody knows where %s', async (_words, act) => {
    const { outcome, server } = await deliverTo({ dot: act });
    expect(outcome).toMatchObject({ kind: 'unknown', code: 'ER-43' });
    expect(server.dots).toBe(1);
    expect(server.connections).toBe(1);
  });

  it('nobody knows where sending is cancelled then', async () => {
    const { transport } = await rig({ dot: silence });
    const outcome = await transport.deliver(await composeMail(aMail()), { signal: AbortSignal.timeout(150) });
    expect(outcome).toMatchObject({ kind: 'unknown', code: 'ER-43', message: 'Sending was cancelled.' });
  });

  it('a 250 is delivery, with the answer as proof', async () => {
    const { outcome, server } = await deliverTo({});
    expect(outcome).toMatchObject({ kind: 'delivered', proof: { answer: '250 2.0.0 Ok: queued as 4F3' } });
    expect(outcome.proof.conversation).toContain('C: RCPT TO:<notices@shop.test>');
    expect(server.accepted).toHaveLength(1);
  });

  it('one refused recipient of two is a delivery that says so', async () => {
    const { server, transport } = await rig({ RCPT: ['550 5.1.1 no such user', '250 ok'] });
    const mail = await composeMail(aMail({ to: ['gone@shop.test', 'here@shop.test'] }));
    const outcome = await transport.deliver(mail, { signal: never() });
    expect(outcome.kind).toBe('delivered');
    expect(outcome.proof.conversation).toContain('-- refused: <gone@shop.test>: 550 5.1.1 no such user');
    expect(server.accepted).toHaveLength(1);
  });

  it('all refused, one for now: worth another try', async () => {
    const { transport } = await rig({ RCPT: ['450 4.2.0 later', '550 5.1.1 no such user'] });
    const mail = await composeMail(aMail({ to: ['a@shop.test', 'b@shop.test'] }));
    const outcome = await transport.deliver(mail, { signal: never() });
    expect(outcome).toMatchObject({ kind: 'prevented', code: 'ER-64', retry: true });
  });
});

describe('smtpTransport: one connection for several messages', () => {
  it('reuses an idle connection after RSET', async () => {
    const { server, transport } = await rig({});
    for (const n of [1, 2, 3]) {
      const mail = await composeMail(aMail({ messageId: `<${n}@redress.test>` }));
      expect((await transport.deliver(mail, { signal: never() })).kind).toBe('delivered');
    }
    expect(server.connections).toBe(1);
    expect(server.accepted).toHaveLength(3);
  });

  it.each<[string, Act]>([
    ['refuses RSET', '421 4.4.2 idle too long'],
    ['drops at RSET', drop],
  ])('opens another where the server %s, and sends once', async (_words, act) => {
    const { server, transport } = await rig({ RSET: act });
    const mail = await composeMail(aMail());
    await transport.deliver(mail, { signal: never() });
    expect((await transport.deliver(mail, { signal: never() })).kind).toBe('delivered');
    expect(server.connections).toBe(2);
    expect(server.accepted).toHaveLength(2);
  });

  it('opens one connection for each of several messages at once', async () => {
    const { server, transport } = await rig({});
    const mails = await Promise.all([1, 2, 3, 4].map((n) => composeMail(aMail({ messageId: `<${n}@redress.test>` }))));
    const outcomes = await Promise.all(mails.map((mail) => transport.deliver(mail, { signal: never() })));
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['delivered', 'delivered', 'delivered', 'delivered']);
    expect(server.accepted).toHaveLength(4);
  });

  it('refuses bytes that no longer match their hash', async () => {
    const { transport } = await rig({});
    const mail = await composeMail(aMail());
    const altered = { ...mail, raw: Buffer.concat([mail.raw, Buffer.from('PS\r\n')]) };
    await expect(transport.deliver(altered, { signal: never() })).rejects.toThrow('SHA-256');
  });
});

describe('smtpTransport: a real mail server with TLS and sign-in', () => {
  it('arrives byte for byte through STARTTLS', async () => {
    const received: Buffer[] = [];
    const server = new SMTPServer({
      logger: false,
      onAuth: (auth, _session, done) => {
        done(auth.password === 's3cret' ? null : new Error('no'), { user: auth.username ?? '' });
      },
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = [];
        stream
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('end', () => {
            received.push(Buffer.concat(chunks));
            done();
          });
      },
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    open.push({
      close: () =>
        new Promise<void>((resolve) => {
          server.close(resolve);
        }),
    });
    const { port } = server.server.address() as AddressInfo;
    const url = `smtp://relay-user:s3cret@127.0.0.1:${port}?requireTLS=true`;
    const mail = await composeMail(aMail({ text: '..dots\n.\n标志\n' }));
    const refused = smtpTransport(url, { timeouts });
    open.push(refused);
    expect(await refused.deliver(mail, { signal: never() })).toMatchObject({ kind: 'prevented', code: 'ER-91' });
    const transport = smtpTransport(`${url}&rejectUnauthorized=false`, { timeouts });
    open.push(transport);
    const outcome = await transport.deliver(mail, { signal: never() });
    expect(outcome.kind).toBe('delivered');
    expect(received.map((raw) => raw.toString('latin1'))).toEqual([mail.raw.toString('latin1')]);
    expect(JSON.stringify(outcome)).not.toContain('s3cret');
  });
});

transportContract('smtp', {
  async working() {
    const server = await fakeSmtp({ extensions: ['AUTH PLAIN', 'PIPELINING'] });
    return {
      transport: smtpTransport(`smtp://relay-user:s3cret@127.0.0.1:${server.port}`, { timeouts }),
      received: () => server.accepted,
      secrets: ['s3cret', 'relay-user'],
      close: () => server.close(),
    };
  },
  async uncertain() {
    const server = await fakeSmtp({ dot: drop });
    return {
      transport: smtpTransport(`smtp://127.0.0.1:${server.port}`, { timeouts }),
      received: () => Array.from({ length: server.dots }, () => Buffer.alloc(0)),
      secrets: [],
      close: () => server.close(),
    };
  },
});
