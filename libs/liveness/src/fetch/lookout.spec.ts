import { afterEach, describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { openShop, says, tamePace } from './a-shop.spec-data.js';
import type { Shop } from './a-shop.spec-data.js';
import { openLookout } from './lookout.js';
import type { Lookout, LookoutSettings } from './lookout.js';
import type { Page, Sight } from './sight.js';

const never = new AbortController().signal;
const shops: Shop[] = [];
afterEach(async () => {
  await Promise.all(shops.splice(0).map(async (shop) => shop.close()));
});

interface Stand {
  shop: Shop;
  pace: ReturnType<typeof tamePace>;
  lookout: Lookout;
  look: (path: string, known?: { etag?: string; lastModified?: string }) => Promise<Sight>;
  paths: () => string[];
}

async function stand(
  pages: Parameters<typeof openShop>[1] = {},
  settings: Partial<LookoutSettings> = {},
): Promise<Stand> {
  const pace = tamePace();
  const shop = await openShop(pace, pages);
  shops.push(shop);
  const lookout = openLookout({
    version: '9.9.9',
    contact: 'https://redress.example',
    allowLoopback: true,
    pace,
    ...settings,
  });
  return {
    shop,
    pace,
    lookout,
    look: async (
      path,
      { etag = null, lastModified = null }: { etag?: string | null; lastModified?: string | null } = {},
    ) => lookout.look({ url: `${shop.url}${path}`, etag, lastModified }, never),
    paths: () => shop.visits.map(({ path }) => path),
  };
}

const page = (sight: Sight): Page => {
  if (sight.kind !== 'page') throw new Error(`no page: ${JSON.stringify(sight)}`);
  return sight;
};

describe('a look', () => {
  it('says who asks, and gives back the page with what recognises it', async () => {
    const { look, shop } = await stand({
      '/item/1': says(
        200,
        { 'content-type': 'text/html', etag: '"a"', 'last-modified': 'Sun, 01 Mar 2026 10:00:00 GMT' },
        'A bag',
      ),
    });
    expect(await look('/item/1')).toEqual({
      kind: 'page',
      finalUrl: `${shop.url}/item/1`,
      status: 200,
      etag: '"a"',
      lastModified: 'Sun, 01 Mar 2026 10:00:00 GMT',
      contentType: 'text/html',
      body: Buffer.from('A bag'),
      cut: false,
    });
    expect(shop.visits.map(({ headers }) => headers['user-agent'])).toEqual([
      'Redress/9.9.9 (+https://redress.example)',
      'Redress/9.9.9 (+https://redress.example)',
    ]);
  });

  it('asks whether the page is still the one that is known', async () => {
    const { look, shop } = await stand({ '/item/1': says(304, { etag: '"a"' }) });
    const known = { etag: '"a"', lastModified: 'Sun, 01 Mar 2026 10:00:00 GMT' };
    expect(page(await look('/item/1', known)).status).toBe(304);
    expect(shop.visits.at(-1)?.headers).toMatchObject({
      'if-none-match': '"a"',
      'if-modified-since': 'Sun, 01 Mar 2026 10:00:00 GMT',
    });
    expect(shop.visits[0]?.headers).not.toHaveProperty('if-none-match');
  });

  it('reads no more than the size cap, counted after decompression', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000, 'a'));
    const { look } = await stand({ '/item/1': says(200, { 'content-encoding': 'gzip' }, bomb) }, { maxBytes: 1000 });
    const { body, cut } = page(await look('/item/1'));
    expect([body.length, cut]).toEqual([1000, true]);
  });

  it('gives up where the whole answer takes too long', async () => {
    const { look } = await stand({ '/item/1': (response) => void response.write('A') }, { timeoutMs: 300 });
    expect(await look('/item/1')).toEqual({ kind: 'unseen', why: 'timeout', detail: 'no whole answer within 0.3 s' });
  });

  it('ends when it is told to', async () => {
    const { lookout, shop } = await stand({ '/item/1': (response) => void response.write('A') });
    const stop = new AbortController();
    const looking = lookout.look({ url: `${shop.url}/item/1`, etag: null, lastModified: null }, stop.signal);
    stop.abort(new Error('the worker ends'));
    await expect(looking).rejects.toThrow('the worker ends');
  });

  it('says that nobody answers', async () => {
    const { look, shop } = await stand();
    await shop.close();
    shops.length = 0;
    expect(await look('/item/1')).toMatchObject({ kind: 'unseen', why: 'robots' });
  });

  it('follows five redirects and no more', async () => {
    const hops = Object.fromEntries(
      Array.from({ length: 7 }, (_, at) => [`/hop/${at}`, says(302, { location: `/hop/${at + 1}` })]),
    );
    const { look, shop, paths } = await stand({ ...hops, '/near/0': says(301, { location: '/hop/3' }) });
    expect(page(await look('/near/0')).finalUrl).toBe(`${shop.url}/hop/7`);
    expect(await look('/hop/0')).toEqual({ kind: 'unseen', why: 'redirects', detail: 'more than 5 redirects' });
    expect(paths()).not.toContain('/hop/8');
  });
});

describe('politeness', () => {
  it('asks a host one thing at a time, ten seconds apart, and its robots.txt once a day', async () => {
    const { look, shop, pace, paths } = await stand();
    await Promise.all([look('/item/1'), look('/item/2'), look('/item/3')]);
    expect(paths().filter((path) => path !== '/robots.txt')).toEqual(['/item/1', '/item/2', '/item/3']);
    const gaps = shop.visits.slice(1).map(({ at }, index) => at - (shop.visits[index]?.at ?? 0));
    expect(new Set(gaps)).toEqual(new Set([10_000]));
    expect(shop.mostAtOnce()).toBe(1);
    const asked = paths().filter((path) => path === '/robots.txt').length;
    pace.pass(23 * 3_600_000);
    await look('/item/4');
    expect(paths().filter((path) => path === '/robots.txt')).toHaveLength(asked);
    pace.pass(3_600_001);
    await look('/item/5');
    expect(paths().filter((path) => path === '/robots.txt')).toHaveLength(asked + 1);
  });

  it.each([
    [25, 25_000],
    [5, 10_000],
    [3600, 60_000],
  ])('rests as long as a Crawl-delay of %i s asks, from ten seconds to a minute', async (delay, ms) => {
    const { look, pace } = await stand({ '/robots.txt': says(200, {}, `User-agent: *\nCrawl-delay: ${delay}`) });
    await look('/item/1');
    pace.waited.length = 0;
    await look('/item/2');
    expect(pace.waited).toEqual([ms]);
  });

  it('leaves alone what robots.txt forbids, also where a redirect leads there', async () => {
    const { look, paths, shop } = await stand({
      '/robots.txt': says(200, {}, 'User-agent: Redress\nDisallow: /private'),
      '/item/1': says(302, { location: '/private/1' }),
    });
    const detail = `robots.txt of 127.0.0.1:${shop.port} does not allow it`;
    expect(await look('/private/1')).toEqual({ kind: 'unseen', why: 'robots', detail });
    expect(await look('/item/1')).toEqual({ kind: 'unseen', why: 'robots', detail });
    expect(paths()).toEqual(['/robots.txt', '/item/1']);
  });

  it('asks nothing of a host whose robots.txt fails, and asks for that again after an hour', async () => {
    let status = 500;
    const { look, paths, pace } = await stand({ '/robots.txt': (response) => void response.writeHead(status).end() });
    expect(await look('/item/1')).toMatchObject({ kind: 'unseen', why: 'robots' });
    status = 404;
    expect(await look('/item/1')).toMatchObject({ kind: 'unseen', why: 'robots' });
    pace.pass(3_600_001);
    expect(page(await look('/item/1')).status).toBe(200);
    expect(paths()).toEqual(['/robots.txt', '/robots.txt', '/item/1']);
  });

  it.each([
    [429, '120', '2026-03-01T12:02:10.000Z'],
    [503, 'Sun, 01 Mar 2026 13:00:00 GMT', '2026-03-01T13:00:00.000Z'],
    [429, undefined, '2026-03-01T12:15:10.000Z'],
    [429, '99999999', '2026-03-08T12:00:10.000Z'],
  ])('leaves a host alone that answers %i with Retry-After %s', async (status, after, until) => {
    const { look, lookout, shop, paths, pace } = await stand({
      '/item/1': says(status, after === undefined ? {} : { 'retry-after': after }),
    });
    expect(page(await look('/item/1')).status).toBe(status);
    expect(lookout.closedUntil(`${shop.url}/item/2`)).toEqual(new Date(until));
    expect(await look('/item/2')).toMatchObject({ kind: 'later', until: new Date(until) });
    expect(paths()).toEqual(['/robots.txt', '/item/1']);
    pace.pass(Date.parse(until) - pace.now() + 1);
    expect(page(await look('/item/2')).status).toBe(200);
  });

  it('holds up no other host', async () => {
    const pace = tamePace();
    const first = await openShop(pace, { '/robots.txt': () => undefined });
    const second = await openShop(pace);
    shops.push(first, second);
    const lookout = openLookout({
      version: '1',
      contact: 'https://r.example',
      allowLoopback: true,
      pace,
      timeoutMs: 2000,
    });
    const stuck = lookout.look({ url: `${first.url}/item/1`, etag: null, lastModified: null }, never);
    expect(
      page(await lookout.look({ url: `${second.url}/item/1`, etag: null, lastModified: null }, never)).status,
    ).toBe(200);
    expect(await stuck).toMatchObject({ kind: 'unseen', why: 'robots' });
  });
});

describe('an address in a private network', () => {
  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://localhost/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://0.0.0.0/',
    'http://[::]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'https://127.0.0.1/',
    'http://8.8.8.8:22/',
    'http://user:word@8.8.8.8/',
  ])('is refused: %s', async (url) => {
    const lookout = openLookout({ version: '1', contact: 'https://r.example', pace: tamePace() });
    expect(await lookout.look({ url, etag: null, lastModified: null }, never)).toMatchObject({
      kind: 'unseen',
      why: 'private-address',
    });
  });

  it('gets no request, where loopback is not allowed', async () => {
    const pace = tamePace();
    const shop = await openShop(pace);
    shops.push(shop);
    const lookout = openLookout({ version: '1', contact: 'https://r.example', pace });
    await lookout.look({ url: `${shop.url}/item/1`, etag: null, lastModified: null }, never);
    expect(shop.visits).toEqual([]);
  });

  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://[fd00::1]/',
    'http://0.0.0.0/',
    'http://[::ffff:169.254.169.254]/',
    'http://2852039166/',
    'file:///etc/passwd',
    'gopher://127.0.0.1:25/_HELO',
    'http://user:word@127.0.0.1/',
  ])('is refused where a redirect leads there: %s', async (location) => {
    const { look } = await stand({ '/item/1': says(302, { location }) });
    expect(await look('/item/1')).toMatchObject({ kind: 'unseen', why: 'private-address' });
  });

  it('is refused where robots.txt is redirected there, which then allows nothing', async () => {
    const { look, paths } = await stand({ '/robots.txt': says(302, { location: 'http://169.254.169.254/' }) });
    expect(await look('/item/1')).toMatchObject({ kind: 'unseen', why: 'private-address' });
    expect(paths()).toEqual(['/robots.txt']);
  });
});
