import { afterEach, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { fakeSmtp } from '../../../../test/support/fake-smtp.js';
import type { Act, Verb } from '../../../../test/support/fake-smtp.js';
import { SmtpRigs, never, patience } from './smtp-rig.spec-data.js';
import { aMail, transportContract } from '../../test-support/transport-contract.js';
import { composeMail } from './compose.js';
import { smtpTransport } from './smtp-transport.js';

const drop: Act = { then: 'drop' };

const timeouts = patience();
const rigs = new SmtpRigs();
afterEach(async () => rigs.close());

describe('smtpTransport: what the proof says', () => {
  it.each<[string, Act]>([
    ['535', '535 5.7.8 s3cret/pw is not the password of relay-user'],
    ['drop', drop],
  ])('has no credentials after a failed sign-in (%s)', async (_name, act) => {
    const script = { AUTH: act, extensions: ['AUTH PLAIN LOGIN'] };
    const { outcome } = await rigs.deliver(script, {}, { credentials: 'relay-user:s3cret%2Fpw@' });
    const words = JSON.stringify(outcome);
    expect(words).toContain('C: AUTH PLAIN (hidden)');
    for (const secret of ['s3cret', 'relay-user', Buffer.from('s3cret/pw').toString('base64')])
      expect(words).not.toContain(secret);
  });

  it('names the sign-in the server does not offer', async () => {
    const { outcome, server } = await rigs.deliver({}, {}, { credentials: 'relay-user:s3cret@' });
    expect(outcome).toMatchObject({
      kind: 'prevented',
      code: 'ER-91',
      message: 'The mail server offers no sign-in, but SMTP_URL has credentials.',
    });
    expect(server.dots).toBe(0);
  });

  it.each<[Verb, string]>([
    ['MAIL', '550 5.1.8 bad sender'],
    ['RCPT', '550 5.1.1 no such user'],
    ['DATA', '554 5.7.1 no'],
    ['dot', '552 5.3.4 too big'],
  ])('has the answer that refused the notice at %s', async (verb, reply) => {
    const { outcome } = await rigs.deliver({ [verb]: reply });
    expect(outcome.proof.answer).toBe(reply);
    expect(outcome.proof.conversation).toContain(`S: ${reply}`);
  });

  it('has the answer that accepted it', async () => {
    const { outcome, server } = await rigs.deliver({});
    expect(outcome).toMatchObject({ kind: 'delivered', proof: { answer: '250 2.0.0 Ok: queued as 4F3' } });
    expect(outcome.proof.conversation).toContain('C: RCPT TO:<notices@shop.test>');
    expect(outcome.proof).not.toHaveProperty('refused');
    expect(server.accepted).toHaveLength(1);
  });
});

describe('smtpTransport: several recipients', () => {
  const to = ['gone@shop.test', 'here@shop.test', 'full@shop.test'];

  it.each([[[]], [['PIPELINING']]])(
    'deliver to those who take it, and name those who refuse (%j)',
    async (extensions) => {
      const RCPT = ['550 5.1.1 no such user', '250 ok', '452 4.2.2 over quota'];
      const { outcome, server } = await rigs.deliver({ RCPT, extensions }, { to });
      expect(outcome.kind).toBe('delivered');
      expect(outcome.proof.refused).toEqual([
        { recipient: 'gone@shop.test', code: 'ER-60', attribution: 'platform', answer: '550 5.1.1 no such user' },
        { recipient: 'full@shop.test', code: 'ER-61', attribution: 'platform', answer: '452 4.2.2 over quota' },
      ]);
      expect(outcome.proof.conversation).toContain('-- refused: <gone@shop.test>: 550 5.1.1 no such user');
      expect(server.accepted).toHaveLength(1);
    },
  );

  it.each<[string[], string, boolean]>([
    [['450 4.2.0 later', '550 5.1.1 no such user', '550 5.1.1 no such user'], 'ER-64', true],
    [['550 5.1.1 no such user', '550 5.1.1 no such user', '550 5.1.1 no such user'], 'ER-60', false],
  ])('who all refuse it prevent it, for now where one refuses it for now (%j)', async (RCPT, code, retry) => {
    const { outcome, server } = await rigs.deliver({ RCPT }, { to });
    expect(outcome).toMatchObject({ kind: 'prevented', code, attribution: 'platform', retry });
    expect(server.dots).toBe(0);
  });
});

describe('smtpTransport: reports of delivery (RFC 3461)', () => {
  const envelope = (commands: readonly string[]): string[] => commands.filter((line) => /^(MAIL|RCPT)/.test(line));
  const id = '0198f2aa-7c10-7e51-9d2f-3a1b5c7d9e0f@redress.test';

  it.each([[['DSN']], [['DSN', 'PIPELINING', 'SIZE 1000000']]])(
    'are asked for where they are offered (%j)',
    async (extensions) => {
      const { server } = await rigs.deliver({ extensions });
      const [mail, ...recipients] = envelope(server.commands);
      expect(mail?.replace(/ SIZE=\d+/, '')).toBe(`MAIL FROM:<bounces+t0k3n@redress.test> RET=HDRS ENVID=${id}`);
      expect(recipients).toEqual(['RCPT TO:<notices@shop.test> NOTIFY=FAILURE,DELAY ORCPT=rfc822;notices@shop.test']);
    },
  );

  it('encode what xtext may not hold, and leave out what would be cut or mistaken', async () => {
    const plus = await rigs.deliver({ extensions: ['DSN'] }, { to: ['ip+desk=a@shop.test'] });
    expect(envelope(plus.server.commands)[1]).toBe(
      'RCPT TO:<ip+desk=a@shop.test> NOTIFY=FAILURE,DELAY ORCPT=rfc822;ip+2Bdesk+3Da@shop.test',
    );
    const two = await rigs.deliver({ extensions: ['DSN'] }, { to: ['a@shop.test', 'b@shop.test'] });
    expect(envelope(two.server.commands).slice(1)).toEqual([
      'RCPT TO:<a@shop.test> NOTIFY=FAILURE,DELAY',
      'RCPT TO:<b@shop.test> NOTIFY=FAILURE,DELAY',
    ]);
    const long = await rigs.deliver({ extensions: ['DSN'] }, { messageId: `<${'x'.repeat(90)}@redress.test>` });
    expect(envelope(long.server.commands)[0]).toBe('MAIL FROM:<bounces+t0k3n@redress.test> RET=HDRS');
  });

  it('are not asked for where they are not', async () => {
    const { server } = await rigs.deliver({ extensions: ['PIPELINING'] });
    expect(envelope(server.commands)).toEqual([
      'MAIL FROM:<bounces+t0k3n@redress.test>',
      'RCPT TO:<notices@shop.test>',
    ]);
  });
});

describe('smtpTransport: the size a server announces', () => {
  it('is kept to before anything of the message is said, and is our server’s limit', async () => {
    const { outcome, server } = await rigs.deliver({ extensions: ['SIZE 100'] });
    expect(outcome).toMatchObject({ kind: 'prevented', code: 'ER-63', attribution: 'us', retry: false });
    expect(outcome).toMatchObject({ message: 'Message size larger than allowed 100' });
    expect(server.commands.map((line) => line.split(' ')[0])).toEqual(['EHLO']);
  });

  it.each(['SIZE', 'SIZE 0', 'SIZE 1000000'])('is no limit as %s, and the server is told ours', async (size) => {
    const { outcome, server } = await rigs.deliver({ extensions: [size] });
    expect(outcome.kind).toBe('delivered');
    const { raw } = await composeMail(aMail());
    expect(server.commands).toContain(`MAIL FROM:<bounces+t0k3n@redress.test> SIZE=${raw.length}`);
  });
});

describe('smtpTransport: one connection for several messages', () => {
  it('reuses an idle connection after RSET', async () => {
    const { server, transport } = await rigs.rig({});
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
    const { server, transport } = await rigs.rig({ RSET: act });
    const mail = await composeMail(aMail());
    await transport.deliver(mail, { signal: never() });
    expect((await transport.deliver(mail, { signal: never() })).kind).toBe('delivered');
    expect(server.connections).toBe(2);
    expect(server.accepted).toHaveLength(2);
  });

  it('opens one connection for each of several messages at once', async () => {
    const { server, transport } = await rigs.rig({});
    const mails = await Promise.all([1, 2, 3, 4].map((n) => composeMail(aMail({ messageId: `<${n}@redress.test>` }))));
    const outcomes = await Promise.all(mails.map((mail) => transport.deliver(mail, { signal: never() })));
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['delivered', 'delivered', 'delivered', 'delivered']);
    expect(server.accepted).toHaveLength(4);
  });

  it('refuses bytes that no longer match their hash', async () => {
    const { transport } = await rigs.rig({});
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
    rigs.closing({
      close: () =>
        new Promise<void>((resolve) => {
          server.close(resolve);
        }),
    });
    const { port } = server.server.address() as AddressInfo;
    const url = `smtp://relay-user:s3cret@127.0.0.1:${port}?requireTLS=true`;
    const mail = await composeMail(aMail({ text: '..dots\n.\n标志\n' }));
    const refused = smtpTransport(url, { timeouts });
    rigs.closing(refused);
    expect(await refused.deliver(mail, { signal: never() })).toMatchObject({ kind: 'prevented', code: 'ER-91' });
    const transport = smtpTransport(`${url}&rejectUnauthorized=false`, { timeouts });
    rigs.closing(transport);
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
  async stuck() {
    const server = await fakeSmtp({ extensions: ['AUTH PLAIN'], RCPT: { then: 'silence' } });
    return {
      transport: smtpTransport(`smtp://relay-user:s3cret@127.0.0.1:${server.port}`),
      received: () => server.accepted,
      secrets: ['s3cret', 'relay-user'],
      close: () => server.close(),
    };
  },
});
