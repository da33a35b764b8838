import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { channelContract } from '../../test-support/channel-contract.js';
import { sha256Hex } from '../sha256.js';
import { TOKEN, aChannel, aLine, aRecipe, answer, filed, someValues, stub } from './an-interface.spec-data.js';
import type { Behave } from './an-interface.spec-data.js';
import { recipeDialect } from './recipe-dialect.js';
import { bodyOf, readReport, sealReport } from './report.js';

const takes: Behave = (_request, response) => {
  answer(response, 201, { report: { id: 'R-7' } });
};
const hangsUp: Behave = (_request, response) => {
  response.destroy();
};

async function rig(behave: Behave, early?: Parameters<typeof stub>[1]) {
  const server = await stub(behave, early);
  const dialect = recipeDialect(aRecipe());
  const { raw } = sealReport(dialect, 'shop', someValues());
  const channel = aChannel(server.port);
  return {
    deliver: async (signal: AbortSignal) => channel.deliver(raw, aLine(dialect, { signal }), null),
    leaves: readReport(raw).requests.flatMap((request) => bodyOf(request) ?? []),
    received: () => server.received.map(({ body }) => body),
    secrets: [TOKEN],
    close: server.close,
  };
}

/** A machine that takes a connection and then neither reads nor says anything. */
async function mute() {
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket.on('error', () => undefined).pause()));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

async function stuck() {
  // A token that never comes: nothing was handed over yet.
  const server = await mute();
  const dialect = recipeDialect(
    aRecipe({ auth: { kind: 'oauth2-client-credentials', tokenUrl: 'http://api.shop.test/token' } }),
  );
  const { raw } = sealReport(dialect, 'shop', someValues());
  const channel = aChannel(server.port, { connectMs: 20_000, answerMs: 20_000 });
  const secrets = { clientId: 'id', clientSecret: 'secret-of-the-client' };
  return {
    deliver: async (signal: AbortSignal) => channel.deliver(raw, aLine(dialect, { signal, secrets }), null),
    leaves: null,
    received: () => [],
    secrets: ['secret-of-the-client'],
    close: server.close,
  };
}

channelContract('http-api', { working: async () => rig(takes), uncertain: async () => rig(hangsUp), stuck });

describe('a report over HTTP', () => {
  it('leaves as the recipe says, with what is empty left out', async () => {
    const { outcome, received } = await filed(takes);
    expect(outcome).toMatchObject({ kind: 'delivered', reference: 'R-7' });
    expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /v1/reports']);
    expect(received[0]?.headers).toMatchObject({
      host: 'api.shop.test',
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
    });
    expect(JSON.parse(received[0]?.body.toString() ?? '')).toEqual({
      reference: 'RD-2026-00012',
      owner: { name: 'Velora GmbH' },
      text: 'The sign "VELORA" — 商标 — is used without consent.',
      listings: [1, 2, 3].map((number) => ({ url: `https://shop.test/item/${number}`, id: String(number) })),
      statements: ['goodFaith'],
      links: ['https://evidence.test/a.png'],
    });
  });

  it('keeps the whole conversation as proof: hash of the request, head and beginning of the answer', async () => {
    const { outcome, received } = await filed((_request, response) => {
      answer(response, 201, { report: { id: 'R-7' }, echo: `Bearer ${TOKEN}`, long: 'x'.repeat(20_000) });
    });
    const { proof } = outcome;
    const body = received[0]?.body ?? Buffer.alloc(0);
    expect(proof).toMatchObject({ transport: 'http-api', sha256: sha256Hex(body), answer: 'R-7' });
    expect(proof.conversation).toEqual(
      expect.arrayContaining([
        '> POST http://api.shop.test/v1/reports',
        '> Authorization: (hidden)',
        `> (${body.length} bytes, SHA-256 ${sha256Hex(body)})`,
        '< HTTP/1.1 201 Created',
      ]),
    );
    const shown = proof.conversation.at(-1) ?? '';
    expect(Buffer.byteLength(shown)).toBe(8 * 1024 + 2);
    expect(shown).toContain('"echo":"Bearer (hidden)"');
  });
});

describe('a failure', () => {
  const key = { idempotencyHeader: 'Idempotency-Key' };
  const status =
    (code: number, body: object = {}, headers: Record<string, string> = {}): Behave =>
    (_request, response) => {
      answer(response, code, body, headers);
    };
  const silent: Behave = () => undefined;

  it.each([
    [400, 'ER-30', 'unknown', false],
    [401, 'ER-12', 'unknown', false],
    [403, 'ER-14', 'unknown', false],
    [404, 'ER-71', 'platform', false],
    [410, 'ER-71', 'platform', false],
    [413, 'ER-32', 'platform', false],
    [415, 'ER-33', 'platform', false],
    [422, 'ER-30', 'unknown', false],
    [429, 'ER-50', 'platform', true],
    [451, 'ER-15', 'unknown', false],
    [418, 'ER-44', 'unknown', false],
    [302, 'ER-71', 'platform', false],
  ])('by status %i is %s on the side of %s, tried again: %s', async (code, error, attribution, retry) => {
    const { outcome, received } = await filed(status(code, {}, { Location: 'http://api.shop.test/elsewhere' }));
    expect(outcome).toMatchObject({ kind: 'prevented', code: error, attribution, retry });
    expect(received).toHaveLength(1);
  });

  it('with Retry-After is not tried again before', async () => {
    const { outcome } = await filed(status(429, {}, { 'Retry-After': '90' }));
    expect(outcome).toMatchObject({ code: 'ER-50', retryAfter: new Date('2026-03-02T08:31:30Z') });
  });

  it('means what the recipe says, by status and by what stands in the body', async () => {
    const errors = [
      { status: 400, matches: 'certificate (is )?expired', code: 'ER-11' as const, attribution: 'us' as const },
      { status: 503, code: 'ER-40' as const, retry: true },
    ];
    const over = { response: { success: [201], reference: '/report/id', errors } };
    const expired = await filed(status(400, { why: 'The certificate is expired' }), over);
    expect(expired.outcome).toMatchObject({ kind: 'prevented', code: 'ER-11', attribution: 'us', retry: false });
    const other = await filed(status(400, { why: 'No' }), over);
    expect(other.outcome).toMatchObject({ kind: 'prevented', code: 'ER-30' });
    const away = await filed(status(503), over);
    expect(away.outcome).toMatchObject({ kind: 'prevented', code: 'ER-40', retry: true });
  });

  it.each([
    ['a server error', status(500), 'ER-43'],
    ['silence', silent, 'ER-41'],
    ['a lost connection', hangsUp, 'ER-43'],
  ])('after the request, by %s, is unknown', async (_name, behave, code) => {
    const { outcome, received } = await filed(behave, {}, { answerMs: 200 });
    expect(outcome).toMatchObject({ kind: 'unknown', code });
    expect(received).toHaveLength(1);
  });

  it.each([
    ['a server error', status(500), 'ER-40'],
    ['silence', silent, 'ER-41'],
    ['a lost connection', hangsUp, 'ER-42'],
  ])('after a request with a key, by %s, may be tried again with the same key', async (_name, behave, code) => {
    const { outcome, received } = await filed(behave, key, { answerMs: 200 });
    expect(outcome).toMatchObject({ kind: 'prevented', code, retry: true });
    expect(received.map(({ headers }) => headers['idempotency-key'])).toEqual([someValues().attemptId]);
  });

  it('of the answer to say its number is unknown, unless the recipe does without', async () => {
    const nameless = status(201, { report: {} });
    expect((await filed(nameless)).outcome).toMatchObject({ kind: 'unknown', code: 'ER-43' });
    const over = { response: { success: [201], reference: '/report/id', referenceOptional: true } };
    expect((await filed(nameless, over)).outcome).toMatchObject({ kind: 'delivered', reference: null });
  });

  it('in the middle of an answer that took the report is unknown', async () => {
    const { outcome } = await filed((_request, response) => {
      response.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': '500' });
      response.write('{"report":', () => response.destroy());
    });
    expect(outcome).toMatchObject({ kind: 'unknown', code: 'ER-43' });
  });

  it('to end an answer is none: it is read up to its limit', async () => {
    const { outcome } = await filed(
      (_request, response) => {
        response.writeHead(400);
        response.write('x'.repeat(100_000));
      },
      {},
      { answerBytes: 10_000 },
    );
    expect(outcome).toMatchObject({ kind: 'prevented', code: 'ER-30' });
  });

  it('to connect is surely not sent', async () => {
    const gone = await stub(takes);
    await gone.close();
    const dialect = recipeDialect(aRecipe());
    const { raw } = sealReport(dialect, 'shop', someValues());
    const outcome = await aChannel(gone.port).deliver(raw, aLine(dialect), null);
    expect(outcome).toMatchObject({ kind: 'prevented', code: 'ER-42', attribution: 'unknown', retry: true });
  });

  it('while the body is being written is surely not sent', async () => {
    const server = await stub(takes, (request) => {
      request.once('data', () => request.destroy());
    });
    const dialect = recipeDialect(aRecipe());
    // More than fits into the buffers between two programs, so that the connection breaks before the end.
    const { raw } = sealReport(dialect, 'shop', someValues({ explanation: 'x'.repeat(12_000_000) }));
    const outcome = await aChannel(server.port).deliver(raw, aLine(dialect), null);
    expect(outcome).toMatchObject({ kind: 'prevented', code: 'ER-42', retry: true });
    expect(server.received).toEqual([]);
    await server.close();
  });

  it('to take the bytes in time is surely not sent', async () => {
    const server = await mute();
    const dialect = recipeDialect(aRecipe());
    const { raw } = sealReport(dialect, 'shop', someValues({ explanation: 'x'.repeat(12_000_000) }));
    const channel = aChannel(server.port, { connectMs: 200 });
    expect(await channel.deliver(raw, aLine(dialect), null)).toMatchObject({
      kind: 'prevented',
      code: 'ER-42',
      retry: true,
    });
    await server.close();
  });
});

describe('an address', () => {
  it.each([
    'https://127.0.0.1/',
    'https://localhost/',
    'https://[::1]/',
    'https://10.0.0.7/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest',
    'https://0.0.0.0/',
    'http://198.51.100.7/',
    'https://2130706433/',
  ])('of a private network or without encryption is not spoken to: %s', async (baseUrl) => {
    const dialect = recipeDialect(aRecipe({ baseUrl }));
    const { raw } = sealReport(dialect, 'shop', someValues());
    const outcome = await aChannel(null).deliver(raw, aLine(dialect, { simulated: false }), null);
    expect(outcome).toMatchObject({ kind: 'prevented', code: 'ER-90', attribution: 'us', retry: false });
  });

  it('of a real platform never leads to the simulated ones, nor the other way round', async () => {
    const server = await stub(takes);
    const { raw } = sealReport(recipeDialect(aRecipe()), 'shop', someValues());
    const real = aLine(recipeDialect(aRecipe({ baseUrl: 'http://api.shop.test' })), { simulated: false });
    const outside = aLine(recipeDialect(aRecipe({ baseUrl: 'https://shop.example' })), { simulated: true });
    for (const line of [real, outside]) {
      expect(await aChannel(server.port).deliver(raw, line, null)).toMatchObject({ kind: 'prevented', code: 'ER-90' });
    }
    expect(server.received).toEqual([]);
    await server.close();
  });
});
