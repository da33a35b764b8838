import { afterEach, describe, expect, it } from '@jest/globals';
import { startReceiver } from '../../../test/support/receiver.js';
import type { Answering, Receiver } from '../../../test/support/receiver.js';
import { addressFault, post } from './post.js';

const message = { headers: { 'webhook-id': 'msg_1' }, body: '{"a":"§"}' };
const settings = { timeoutMs: 300, loopback: true, signal: new AbortController().signal };

const receivers: Receiver[] = [];
afterEach(async () => {
  for (const receiver of receivers.splice(0)) await receiver.close();
});

async function receiving(...answers: Answering[]): Promise<Receiver> {
  const receiver = await startReceiver(answers);
  receivers.push(receiver);
  return receiver;
}

describe('a message to a receiver', () => {
  it('is posted as JSON, its headers and its text as they are given', async () => {
    const receiver = await receiving(204);
    expect(await post(`${receiver.url}/hook?a=1`, message, settings)).toEqual({ status: 204, answer: '' });
    const [received] = receiver.received;
    expect(received).toMatchObject({
      path: '/hook?a=1',
      body: message.body,
      headers: { 'webhook-id': 'msg_1', 'content-type': 'application/json', 'content-length': '10' },
    });
  });

  it('is answered with a status and some words', async () => {
    const receiver = await receiving(500);
    expect(await post(receiver.url, message, settings)).toEqual({ status: 500, answer: 'answer 500' });
  });

  it('is not waited for longer than is said', async () => {
    const receiver = await receiving(() => undefined);
    expect(await post(receiver.url, message, settings)).toEqual({
      status: null,
      answer: 'No answer within 0.3 seconds.',
    });
    expect(receiver.received).toHaveLength(1);
  });

  it('is taken where the status says so, however slowly the body comes', async () => {
    const receiver = await receiving((response) => {
      response.writeHead(200).write('so far');
    });
    expect(await post(receiver.url, message, settings)).toEqual({ status: 200, answer: 'so far' });
  });

  it('is answered at length for a kibibyte alone', async () => {
    let written = 0;
    const receiver = await receiving((response) => {
      const more = (): void => {
        if (response.destroyed) return;
        written += 65_536;
        response.write(Buffer.alloc(65_536, 'x'), more);
      };
      response.writeHead(200);
      more();
    });
    expect(await post(receiver.url, message, { ...settings, timeoutMs: 10_000 })).toEqual({
      status: 200,
      answer: 'x'.repeat(1024),
    });
    expect(written).toBeLessThan(64 * 1024 * 1024);
  });

  it('is answered in words that can be stored and shown', async () => {
    const receiver = await receiving((response) => {
      response.writeHead(400).end(Buffer.from([0x61, 0, 0x1b, 0x0a, 0xff, 0x62]));
    });
    expect(await post(receiver.url, message, settings)).toEqual({ status: 400, answer: 'a\n\ufffdb' });
  });

  it('does not follow a redirect', async () => {
    const elsewhere = await receiving(200);
    const receiver = await receiving((response) => {
      response.writeHead(307, { location: `${elsewhere.url}/private` }).end();
    });
    expect(await post(receiver.url, message, settings)).toEqual({
      status: 307,
      answer: `Redirects are not followed. It points to ${elsewhere.url}/private`,
    });
    expect(elsewhere.received).toEqual([]);
  });

  it('says why no answer came', async () => {
    const receiver = await receiving((response) => response.socket?.destroy());
    expect(await post(receiver.url, message, settings)).toEqual({ status: null, answer: 'socket hang up' });
    await receiver.close();
    receivers.splice(0);
    const { status, answer } = await post(receiver.url, message, settings);
    expect([status, answer]).toEqual([null, expect.stringContaining('ECONNREFUSED')]);
  });

  it('is ended with the process that sends it', async () => {
    const receiver = await receiving(() => undefined);
    const ending = new AbortController();
    const posted = post(receiver.url, message, { ...settings, timeoutMs: 60_000, signal: ending.signal });
    ending.abort();
    expect(await posted).toEqual({ status: null, answer: 'The operation was aborted' });
  });
});

describe('an address', () => {
  const refused = 'The address leads into a private network: nothing was sent.';

  it('in a private network is sent nothing, whatever name or spelling leads there', async () => {
    for (const host of [
      '10.0.0.1',
      '192.168.1.1',
      '172.16.0.1',
      '169.254.169.254',
      '127.0.0.1',
      '2130706433',
      '0x7f.1',
      '0.0.0.0',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[fd00::1]',
      '[fe80::1]',
      'localhost',
    ])
      expect([host, await post(`https://${host}:1/`, message, { ...settings, loopback: false })]).toEqual([
        host,
        { status: null, answer: refused },
      ]);
  });

  it('of this machine is allowed where that is said, and no other private one with it', async () => {
    for (const host of ['10.0.0.1', '169.254.169.254', '0.0.0.0', '[fd00::1]'])
      expect([host, await post(`https://${host}:1/`, message, settings)]).toEqual([
        host,
        { status: null, answer: refused },
      ]);
  });

  it('must be https, but to this machine in development', () => {
    const notSecure = 'The address must begin with https://.';
    const none = 'This is no web address: it looks like https://receiver.example/redress.';
    const cases: [address: string, loopback: boolean, fault: string | null][] = [
      ['https://receiver.example/redress', false, null],
      ['http://receiver.example/redress', false, notSecure],
      ['http://receiver.example/redress', true, notSecure],
      ['http://localhost:3000/', false, notSecure],
      ['http://localhost:3000/', true, null],
      ['http://127.0.0.1:3000/', true, null],
      ['http://[::1]:3000/', true, null],
      ['http://localhost.evil.example/', true, notSecure],
      ['ftp://receiver.example/', false, notSecure],
      ['file:///etc/passwd', true, notSecure],
      ['javascript:alert(1)', false, notSecure],
      ['receiver.example', false, none],
      ['', false, none],
      ['https://me:secret@receiver.example/', false, 'The address may hold no user name and no password.'],
    ];
    for (const [address, loopback, fault] of cases)
      expect([address, loopback, addressFault(address, { loopback })]).toEqual([address, loopback, fault]);
  });
});
