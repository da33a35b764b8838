import { describe, expect, it } from '@jest/globals';
import type { ApiStandings, HttpApiRecipe } from '#libs/domain';
import { TOKEN, aChannel, aLine, aRecipe, answer, someValues, stub } from './an-interface.spec-data.js';
import type { Answer } from './exchange.js';
import { canonicalJson, fillJson, textAt } from './json.js';
import { recipeDialect } from './recipe-dialect.js';
import { readReport, sealReport } from './report.js';

const anAnswer = (body: unknown, status = 200): Answer => ({
  status,
  line: `HTTP/1.1 ${status}`,
  headers: {},
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  whole: true,
});

describe('a recipe', () => {
  it('fills each value as JSON, whatever signs stand in it', () => {
    const hostile = '"},{"x":"\\ \n {{reference}}';
    expect(fillJson({ text: '{{explanation}}' }, someValues({ explanation: hostile }))).toEqual({ text: hostile });
  });

  it('keeps texts of its own, numbers and empty ones too', () => {
    const template = { kind: '', count: 0, flag: false, none: null, list: ['a', '{{rightsHolder.phone}}', '{{day}}'] };
    expect(fillJson(template, someValues())).toEqual({ ...template, list: ['a', '2026-03-02'] });
  });

  it('has one spelling for the same data', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
  });

  it('finds what a pointer names, and nothing of what every object has', () => {
    const json = { 'a/b': { '~c': [{ id: 7 }] } };
    expect(textAt(json, '/a~1b/~0c/0/id')).toBe('7');
    expect(textAt(json, '/constructor/name')).toBeNull();
    expect(textAt(json, '/a~1b/~0c/length')).toBeNull();
  });

  it('writes no second header and no second path into a request', () => {
    const request = { ...aRecipe().request, path: '/r/{{explanation}}', headers: { 'X-Note': '{{explanation}}' } };
    const composed = recipeDialect(aRecipe({ request })).compose(someValues({ explanation: 'a/../b?\r\nEvil: 1' }));
    expect(composed).toMatchObject([
      { path: '/r/a%2F..%2Fb%3F%0D%0AEvil%3A%201', headers: { 'X-Note': 'a/../b?  Evil: 1' } },
    ]);
  });

  const standings: ApiStandings = {
    items: '/listings',
    listing: '/url',
    state: '/status',
    reason: '/why',
    decidedAt: '/at',
    words: { gone: 'removed', no: 'refused', ask: 'needs-info' },
  };
  const asking = (over: Partial<ApiStandings> = {}): HttpApiRecipe =>
    aRecipe({
      status: { request: { method: 'GET', path: '/reports/{{report}}' }, standings: { ...standings, ...over } },
    });

  it('reads how listings stand; a word it does not know decides nothing', () => {
    const { status } = recipeDialect(asking());
    expect(status?.request('R/7')).toMatchObject({ method: 'GET', path: '/reports/R%2F7' });
    const body = {
      listings: [
        { url: 'https://shop.test/item/1', status: 'gone', at: '2026-03-03T10:00:00Z' },
        { url: 'https://shop.test/item/2', status: 'no', why: 'A parody.' },
        { url: 'https://shop.test/item/3', status: 'constructor', at: 'soon' },
        { url: 'https://shop.test/item/4' },
        'nonsense',
      ],
    };
    const word = { reason: null, decidedAt: null };
    expect(status?.read(anAnswer(body))).toEqual([
      {
        ...word,
        listing: 'https://shop.test/item/1',
        standing: 'removed',
        word: 'gone',
        decidedAt: new Date('2026-03-03T10:00:00Z'),
      },
      { ...word, listing: 'https://shop.test/item/2', standing: 'refused', word: 'no', reason: 'A parody.' },
      { ...word, listing: 'https://shop.test/item/3', standing: 'pending', word: 'constructor' },
    ]);
    for (const nothing of ['', 'no JSON', '[]', '{"listings":{}}']) expect(status?.read(anAnswer(nothing))).toEqual([]);
  });

  it('reads how a report as a whole stands', () => {
    const recipe = asking();
    const { items: _items, listing: _listing, ...whole } = standings;
    const { status } = recipeDialect({
      ...recipe,
      status: { request: { method: 'GET', path: '/reports/{{report}}' }, standings: whole },
    });
    expect(status?.read(anAnswer({ status: 'gone' }))).toMatchObject([{ listing: null, standing: 'removed' }]);
  });

  it('tells a report that is not there from an answer that does not say', () => {
    const find = { request: { method: 'GET' as const, path: '/reports?key={{key}}' }, reference: '/id', absent: [404] };
    const dialect = recipeDialect(aRecipe({ find }));
    expect(dialect.find?.request('a&b').path).toBe('/reports?key=a%26b');
    expect(dialect.find?.read(anAnswer({ id: 'R-7' }))).toEqual({ kind: 'there', reference: 'R-7' });
    expect(dialect.find?.read(anAnswer({}, 404))).toEqual({ kind: 'absent' });
    expect(dialect.find?.read(anAnswer({}, 500))).toBeNull();
    expect(dialect.find?.read(anAnswer({}))).toBeNull();
  });
});

describe('a report of more listings than a request takes', () => {
  const dialect = recipeDialect(aRecipe({ itemsPerRequest: 2, idempotencyHeader: 'Idempotency-Key' }));
  const { raw } = sealReport(dialect, 'shop', someValues());
  const keys = readReport(raw).requests.map(({ key }) => key);

  it('is several requests, each with its own key and its own listings', () => {
    const { attemptId } = someValues();
    expect(keys).toEqual([attemptId, `${attemptId}-2`]);
    expect(readReport(raw).requests.map(({ listings }) => listings)).toEqual([
      ['https://shop.test/item/1', 'https://shop.test/item/2'],
      ['https://shop.test/item/3'],
    ]);
  });

  /** Answers the n-th request with the n-th status. */
  const answering = async (...statuses: number[]) => {
    let count = 0;
    return stub((_request, response) => {
      const status = statuses[count] ?? 201;
      count += 1;
      answer(response, status, { report: { id: `R-${count}` } });
    });
  };

  it('is delivered once every request was taken', async () => {
    const server = await answering(201, 201);
    const outcome = await aChannel(server.port).deliver(raw, aLine(dialect), null);
    expect(outcome).toMatchObject({ kind: 'delivered', reference: 'R-1, R-2' });
    expect(outcome.proof.parts?.map(({ messageId, outcome: end }) => [messageId, end])).toEqual(
      keys.map((key) => [key, 'accepted']),
    );
    await server.close();
  });

  it('goes on where it stopped, and sends nothing twice that was taken', async () => {
    const server = await answering(201, 503, 201);
    const channel = aChannel(server.port);
    const first = await channel.deliver(raw, aLine(dialect), null);
    expect(first).toMatchObject({ kind: 'prevented', code: 'ER-40', retry: true });
    const second = await channel.deliver(raw, aLine(dialect), first.proof);
    expect(second).toMatchObject({ kind: 'delivered', reference: 'R-1, R-3' });
    expect(server.received.map(({ headers }) => headers['idempotency-key'])).toEqual([keys[0], keys[1], keys[1]]);
    await server.close();
  });

  it('is handed to a person where a part was taken and the next is refused for good', async () => {
    const server = await answering(201, 422);
    expect(await aChannel(server.port).deliver(raw, aLine(dialect), null)).toMatchObject({
      kind: 'needs-human',
      code: 'ER-30',
    });
    await server.close();
  });

  it('is prevented where nothing of it was taken', async () => {
    const server = await answering(422);
    const outcome = await aChannel(server.port).deliver(raw, aLine(dialect), null);
    expect(outcome).toMatchObject({ kind: 'prevented', code: 'ER-30', retry: false });
    expect(server.received).toHaveLength(1);
    await server.close();
  });
});

describe('a sign-in by OAuth', () => {
  const dialect = recipeDialect(
    aRecipe({ auth: { kind: 'oauth2-client-credentials', tokenUrl: 'http://api.shop.test/token', scope: 'report' } }),
  );
  const { raw } = sealReport(dialect, 'shop', someValues());
  const secrets = { clientId: 'client:1', clientSecret: 's3cret/of+the client' };

  /** Issues `token-1`, `token-2`, … and takes a report with the last one it issued. */
  const issuing = async () => {
    let issued = 0;
    const server = await stub(({ url, headers }, response) => {
      if (url === '/token') {
        issued += 1;
        answer(response, 200, { access_token: `token-${issued}`, expires_in: 7200 });
      } else if (headers.authorization === `Bearer token-${issued}`) answer(response, 201, { report: { id: 'R-1' } });
      else answer(response, 401, { error: headers.authorization });
    });
    return { server, revoke: () => (issued += 1) };
  };

  it('asks for a token once and keeps it; neither it nor the secret stands in the proof', async () => {
    const { server } = await issuing();
    const channel = aChannel(server.port);
    const outcomes = [
      await channel.deliver(raw, aLine(dialect, { secrets }), null),
      await channel.deliver(raw, aLine(dialect, { secrets }), null),
    ];
    expect(outcomes).toMatchObject([{ kind: 'delivered' }, { kind: 'delivered' }]);
    expect(server.received.map(({ url }) => url)).toEqual(['/token', '/v1/reports', '/v1/reports']);
    expect(server.received[0]?.body.toString()).toBe('grant_type=client_credentials&scope=report');
    expect(server.received[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from('client%3A1:s3cret%2Fof%2Bthe%20client').toString('base64')}`,
    );
    for (const word of ['token-1', secrets.clientSecret, encodeURIComponent(secrets.clientSecret)])
      expect(JSON.stringify(outcomes)).not.toContain(word);
    await server.close();
  });

  it('asks for another where the kept one is refused, and reports once', async () => {
    const { server, revoke } = await issuing();
    const channel = aChannel(server.port);
    await channel.deliver(raw, aLine(dialect, { secrets }), null);
    revoke();
    expect(await channel.deliver(raw, aLine(dialect, { secrets }), null)).toMatchObject({ kind: 'delivered' });
    expect(server.received.map(({ url }) => url)).toEqual([
      '/token',
      '/v1/reports',
      '/v1/reports',
      '/token',
      '/v1/reports',
    ]);
    await server.close();
  });

  it.each([
    [401, { error: 'invalid_client' }, 'ER-12', false],
    [429, {}, 'ER-50', true],
    [503, {}, 'ER-40', true],
  ])('that is answered with %i files nothing', async (status, body, code, retry) => {
    const server = await stub((_request, response) => {
      answer(response, status, body);
    });
    const outcome = await aChannel(server.port).deliver(raw, aLine(dialect, { secrets }), null);
    expect(outcome).toMatchObject({ kind: 'prevented', code, retry });
    expect(server.received.map(({ url }) => url)).toEqual(['/token']);
    await server.close();
  });

  it('without its secrets is not tried', async () => {
    const outcome = await aChannel(null).deliver(raw, aLine(dialect, { secrets: { token: TOKEN } }), null);
    expect(outcome).toMatchObject({ kind: 'prevented', code: 'ER-12', attribution: 'us', retry: false });
  });
});
