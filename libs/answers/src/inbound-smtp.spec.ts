import { connect } from 'node:net';
import type { Socket } from 'node:net';

import { afterEach, describe, expect, it } from '@jest/globals';

import type { InboundEnvelope, InboundSmtp, InboundSmtpOptions } from './inbound-smtp.js';
import { startInboundSmtp } from './inbound-smtp.js';

const stored: { raw: Buffer; envelope: InboundEnvelope }[] = [];
let server: InboundSmtp | undefined;
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server?.close();
  server = undefined;
  stored.length = 0;
});

const start = async (changes: Partial<InboundSmtpOptions> = {}): Promise<InboundSmtp> => {
  server = await startInboundSmtp({
    host: '127.0.0.1',
    port: 0,
    maxBytes: 1_000,
    maxClients: 5,
    accepts: (address) => Promise.resolve(address.startsWith('r+')),
    store: (raw, envelope) => {
      stored.push({ raw, envelope });
      return Promise.resolve();
    },
    log: () => undefined,
    ...changes,
  });
  return server;
};

/** Speaks SMTP line by line; resolves with the last line of each answer. */
async function dialogue(port: number, lines: readonly string[]): Promise<string[]> {
  const client = connect(port, '127.0.0.1');
  sockets.push(client);
  let buffer = '';
  let wake: () => void = () => undefined;
  client.on('data', (chunk) => {
    buffer += chunk.toString();
    wake();
  });
  const answer = async (): Promise<string> => {
    for (;;) {
      const end = /^\d{3} .*\r\n/m.exec(buffer);
      if (end !== null) {
        buffer = buffer.slice(end.index + end[0].length);
        return end[0].trim();
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const answers = [await answer()];
  for (const line of lines) {
    client.write(`${line}\r\n`);
    answers.push(await answer());
  }
  return answers;
}

const letter = (body: string, from = 'ip@platform.example', to = 'r+abc@reply.example'): string[] => [
  'EHLO test',
  `MAIL FROM:<${from}>`,
  `RCPT TO:<${to}>`,
  'DATA',
  `Subject: x\r\n\r\n${body}\r\n.`,
];

describe('startInboundSmtp', () => {
  it('answers 250 once the bytes are stored, with their envelope', async () => {
    let release: () => void = () => undefined;
    const { port } = await start({
      store: async (raw, envelope) => {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        stored.push({ raw, envelope });
      },
    });
    const talk = dialogue(port, letter('hello'));
    const early = await Promise.race([talk, new Promise((resolve) => setTimeout(resolve, 150, 'waiting'))]);
    expect(early).toBe('waiting');
    release();
    expect((await talk).at(-1)).toMatch(/^250 2\.0\.0/);
    expect(stored[0]?.raw.toString()).toBe('Subject: x\r\n\r\nhello\r\n');
    expect(stored[0]?.envelope).toEqual({
      from: 'ip@platform.example',
      to: ['r+abc@reply.example'],
      remoteAddress: '127.0.0.1',
    });
  });

  it('accepts the null sender of bounces', async () => {
    const { port } = await start();
    expect((await dialogue(port, letter('bounce', ''))).at(-1)).toMatch(/^250/);
    expect(stored[0]?.envelope.from).toBe('');
  });

  it('answers 451 where storing fails, so that the sender keeps the mail', async () => {
    const { port } = await start({ store: () => Promise.reject(new Error('no database')) });
    expect((await dialogue(port, letter('x'))).at(-1)).toMatch(/^451 4\.3\.0/);
  });

  it('refuses unknown recipients with 550 5.1.1', async () => {
    const { port } = await start();
    const answers = await dialogue(port, ['EHLO test', 'MAIL FROM:<a@b.example>', 'RCPT TO:<nobody@reply.example>']);
    expect(answers.at(-1)).toMatch(/^550 5\.1\.1/);
  });

  it('answers 451 where a recipient can’t be checked', async () => {
    const { port } = await start({ accepts: () => Promise.reject(new Error('down')) });
    const answers = await dialogue(port, ['EHLO test', 'MAIL FROM:<a@b.example>', 'RCPT TO:<r+a@reply.example>']);
    expect(answers.at(-1)).toMatch(/^451/);
  });

  it('refuses what is too large with 552 5.3.4, declared or not, and stores nothing', async () => {
    const { port } = await start();
    const declared = await dialogue(port, ['EHLO test', 'MAIL FROM:<a@b.example> SIZE=5000']);
    expect(declared.at(-1)).toMatch(/^552/);
    expect((await dialogue(port, letter('y'.repeat(3_000)))).at(-1)).toMatch(/^552 5\.3\.4/);
    expect(stored).toEqual([]);
  });

  it('offers neither STARTTLS nor AUTH unless a certificate is given', async () => {
    const { port } = await start();
    const answers = await dialogue(port, ['EHLO test', 'STARTTLS']);
    expect(answers.at(-1)).toMatch(/^5/);
  });

  it('names the port that can’t be taken', async () => {
    const { port } = await start();
    await expect(
      startInboundSmtp({
        host: '127.0.0.1',
        port,
        maxBytes: 1,
        maxClients: 1,
        accepts: () => Promise.resolve(true),
        store: () => Promise.resolve(),
        log: () => undefined,
      }),
    ).rejects.toThrow(`Cannot receive mail on 127.0.0.1:${port}`);
  });
});
