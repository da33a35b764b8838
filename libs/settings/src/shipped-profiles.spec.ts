import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { grounds } from '#libs/domain';
import type { AddressPattern, Platform } from '#libs/domain';
import { loadOperatorSettings } from './platform-profiles.js';

const shipped = new URL('../../../config', import.meta.url).pathname;
const { platforms } = loadOperatorSettings(shipped);

function of(slug: string): Platform {
  const found = platforms.find((platform) => platform.slug === slug);
  if (found === undefined) throw new Error(`No profile for ${slug}.`);
  return found;
}

/** Groups of an expression that matches a text from end to end. */
function groupsOf(expression: string, text: string): Record<string, string> | null {
  const match = new RegExp(`^(?:${expression})$`, 'u').exec(text);
  return match === null ? null : { ...match.groups };
}

const below = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

/** What an address pattern finds in an address, or null where it does not match: on its hosts, path and queries alike. */
function found({ listingHosts }: Platform, pattern: AddressPattern, address: string): Record<string, string> | null {
  const { hostname, pathname, searchParams } = new URL(address);
  if (!(pattern.hosts ?? listingHosts).some((host) => below(hostname, host))) return null;
  const inPath = groupsOf(pattern.path, pathname);
  const inQueries = Object.entries(pattern.query ?? {}).map(([name, expression]) =>
    groupsOf(expression, searchParams.get(name) ?? ''),
  );
  return [inPath, ...inQueries].reduce(
    (all, groups) => (all === null || groups === null ? null : { ...all, ...groups }),
    { host: hostname },
  );
}

/** The first pattern that matches, and the one spelling of the address where it is a listing's. */
function recognised(platform: Platform, address: string): { pattern: AddressPattern; canonical: string | null } | null {
  for (const pattern of platform.addresses) {
    const groups = found(platform, pattern, address);
    if (groups === null) continue;
    const canonical = pattern.canonical?.replace(/\{(\w+)\}/g, (_, name: string) => groups[name] ?? '');
    return { pattern, canonical: canonical ?? null };
  }
  return null;
}

const is = (slug: string, address: string): string => recognised(of(slug), address)?.pattern.is ?? 'unknown';
const canonical = (slug: string, address: string): string | null => recognised(of(slug), address)?.canonical ?? null;

const patterns = platforms.flatMap((platform) =>
  platform.addresses.map((pattern, position) => ({ platform, pattern, name: `${platform.slug} ${position + 1}` })),
);
const listings = patterns.filter(({ pattern }) => pattern.is === 'listing');

describe('the shipped platform profiles', () => {
  it.each([
    ...['taobao', 'tmall', '1688', 'alibaba', 'aliexpress', 'lazada', 'gongchang', 'made-in-china', 'muaban', 'amazon'],
    ...['ebay', 'mercado-libre', 'temu', 'tiktok-shop', 'meta', 'github', 'google-search', 'cloudflare'],
    ...['nanjing-imperiosus', 'generic-registrar', 'generic-host', 'generic-file-sharing', 'generic-torrent-index'],
    ...['sandbox', 'sandbox-clear', 'sandbox-mute', 'sandbox-broken', 'sandbox-code', 'sandbox-portal'],
  ])('describe %s in a file of that name', (slug) => {
    expect(readdirSync(`${shipped}/platforms`)).toContain(`${of(slug).slug}.yaml`);
  });

  it('name a source each, with a date or as undated', () => {
    const isDated = ({ date }: { date: string }): boolean => /^(\d{4}.*|undated)$/.test(date);
    const without = platforms.filter(({ sources }) => sources.length === 0 || !sources.every(isDated));
    expect(without.map(({ slug }) => slug)).toEqual([]);
  });

  it('let every ground be filed in some way', () => {
    const without = platforms.flatMap(({ slug, channels, grounds: accepted }) =>
      grounds
        .filter((ground) => accepted[ground] !== undefined)
        .filter((ground) => !channels.some((channel) => channel.grounds?.includes(ground) ?? true))
        .map((ground) => `${slug} ${ground}`),
    );
    expect(without).toEqual([]);
  });

  it('state markets only of hosts on which listings stand', () => {
    const strange = platforms.flatMap(({ slug, markets, listingHosts }) =>
      Object.keys(markets)
        .filter((host) => host !== '*' && !listingHosts.some((known) => below(host, known)))
        .map((host) => `${slug} ${host}`),
    );
    expect(strange).toEqual([]);
  });

  it('ask registrars for what their accreditation says, and nothing else', () => {
    const registrars = platforms.filter(({ kind }) => kind === 'registrar');
    expect(registrars.map(({ slug }) => slug).sort()).toEqual(['generic-registrar', 'nanjing-imperiosus']);
    for (const { grounds: accepted } of registrars) {
      const regimes = Object.values(accepted).map(({ regime }) => regime);
      expect(new Set(regimes)).toEqual(new Set(['icann-raa-3-18']));
      expect(accepted['trademark-use']).toBeDefined();
    }
  });
});

describe('the known limits', () => {
  it.each(['taobao', 'tmall', '1688', 'alibaba', 'aliexpress', 'lazada'])('of %s are those of IPP', (slug) => {
    const { limits, channels, gate } = of(slug);
    expect(limits).toEqual({ itemsPerComplaint: 300, rightsPerComplaint: 1 });
    const withoutAccount = channels.filter(({ account }) => account === 'none');
    expect(withoutAccount.map((channel) => channel.limits)).toEqual([{ itemsPerComplaint: 10 }]);
    expect(gate).toMatchObject({ identityVerified: true, rightVerified: true, desk: 'alibaba-ipp' });
  });

  it.each(['taobao', 'tmall', '1688', 'alibaba', 'aliexpress'])('of %s: one programme for all of Alibaba', (slug) => {
    expect(of(slug).programme).toEqual({
      id: 'alibaba-good-faith',
      name: 'Alibaba Good-Faith Takedown Mechanism',
      windowMonths: 3,
      takedownRateAtLeast: 0.9,
      counterNoticeRateAtMost: 0.05,
      lockOutMonths: 3,
    });
  });

  it('of VeRO, Temu, Made-in-China and of Amazon’s public form', () => {
    expect(of('ebay').limits).toEqual({ itemsPerComplaint: 150, explanationLength: 1000 });
    expect(of('temu').limits).toEqual({ itemsPerComplaint: 200, rightsPerComplaint: 1 });
    expect(of('made-in-china').limits).toEqual({ itemsPerComplaint: 800 });
    expect(of('amazon').channels[0]?.limits).toEqual({ itemsPerComplaint: 50 });
  });
});

describe('the clocks against the complainant', () => {
  it.each([
    ['mercado-libre', { on: 'counter-notice', days: 3, ifSilent: 'reinstated' }],
    ['amazon', { on: 'counter-notice', days: 10, ifSilent: 'reinstated' }],
    ['github', { on: 'content-changed', days: 14, ifSilent: 'retracted' }],
    ['github', { on: 'counter-notice', days: 10, ifSilent: 'reinstated' }],
  ])('run at %s, the shorter one where sources disagree: %j', (slug, clock) => {
    expect(of(slug).clocks.complainant).toContainEqual(clock);
  });
});

describe('address patterns', () => {
  it.each(patterns)('$name: its example matches it, and no earlier one', ({ platform, pattern }) => {
    expect(recognised(platform, pattern.example)?.pattern).toBe(pattern);
  });

  it.each(listings)('$name: the one spelling of its example is its own one spelling', ({ platform, pattern }) => {
    const once = recognised(platform, pattern.example)?.canonical ?? '';
    expect(once).not.toMatch(/[{}]/);
    expect(URL.canParse(once)).toBe(true);
    const again = recognised(platform, once);
    expect([again?.pattern.is, again?.canonical]).toEqual(['listing', once]);
  });

  it.each([
    ['taobao', 'https://item.taobao.com/item.htm?ft=t&id=1', 'https://item.taobao.com/item.htm?id=1'],
    ['tmall', 'https://detail.m.tmall.com/item.htm?id=2&skuId=9', 'https://detail.tmall.com/item.htm?id=2'],
    [
      'alibaba',
      'https://de.alibaba.com/product-detail/B-24-160004.html',
      'https://www.alibaba.com/product-detail/_160004.html',
    ],
    ['aliexpress', 'https://ja.aliexpress.com/i/5.html', 'https://www.aliexpress.com/item/5.html'],
    ['lazada', 'https://www.lazada.vn/products/bao-i6-s60-i7-s8.html', 'https://www.lazada.vn/products/i7.html'],
    ['lazada', 'https://www.lazada.sg/products/pdp-i8.html?laz=1', 'https://www.lazada.sg/products/i8.html'],
    ['muaban', 'https://muaban.net/xe-may/ban-xe-id9?ref=x', 'https://muaban.net/xe-may/ban-xe-id9'],
    ['amazon', 'https://amazon.co.jp/gp/product/B000000010/?th=1', 'https://www.amazon.co.jp/dp/B000000010'],
    ['ebay', 'https://www.ebay.fr/itm/-/141825690786?', 'https://www.ebay.com/itm/141825690786'],
    ['mercado-libre', 'https://auto.mercadolibre.cl/MLC169-x-_JM', 'https://articulo.mercadolibre.cl/MLC-169'],
    [
      'mercado-libre',
      'https://mercadolibre.cl/up/MLCU1?pdp_filters=item_id%3AMLC3',
      'https://articulo.mercadolibre.cl/MLC-3',
    ],
    [
      'temu',
      'https://www.temu.com/uk/bag-3-g-sensor-g-601099500000059.html',
      'https://www.temu.com/g-601099500000059.html',
    ],
    ['tiktok-shop', 'https://shop.tiktok.com/my/pdp/bag/17', 'https://shop.tiktok.com/view/product/17'],
    ['meta', 'https://m.facebook.com/story.php?story_fbid=1&id=2', 'https://www.facebook.com/2/posts/1'],
    ['meta', 'https://www.instagram.com/velora/p/AbC-_1/?img_index=2', 'https://www.instagram.com/p/AbC-_1/'],
    ['mercado-libre', 'https://articulo.mercadolibre.cl/MLC-169/', 'https://articulo.mercadolibre.cl/MLC-169'],
    [
      'made-in-china',
      'https://made-in-china.com/showroom/velora/product-detailOKlRYQUwJZUh-1/Bag.html',
      'https://www.made-in-china.com/showroom/velora/product-detailOKlRYQUwJZUh/Bag.html',
    ],
    ['github', 'https://github.com//someone//shop', 'https://github.com/someone/shop'],
    ['github', 'https://github.com/a/b/blame/main/c%20d.ts?plain=1#L3', 'https://github.com/a/b/blob/main/c%20d.ts'],
  ])('of %s give %s its one spelling', (slug, address, spelling) => {
    expect(is(slug, address)).toBe('listing');
    expect(canonical(slug, address)).toBe(spelling);
  });

  it.each([
    ['taobao', 'https://velora.taobao.com/', 'shop'],
    ['taobao', 'https://www.taobao.com/', 'help'],
    ['alibaba', 'https://velora.en.alibaba.com/', 'shop'],
    ['amazon', 'https://www.amazon.com/s/ref=nb_sb_noss?field-keywords=velora', 'search'],
    ['mercado-libre', 'https://www.mercadolibre.com.mx/bolso/p/MLM18625838', 'category'],
    ['meta', 'https://www.facebook.com/marketplace/hanoi/search?query=velora', 'search'],
    ['github', 'https://github.com/someone/', 'shop'],
    ['taobao', 'https://item.taobao.com/item.htm?id=abc', 'unknown'],
    ['taobao', 'https://eviltaobao.com/item.htm?id=1', 'unknown'],
    ['amazon', 'https://www.amazon.com/Velora-Bag-4101636X', 'unknown'],
  ])('of %s say what %s is: %s', (slug, address, kind) => {
    expect(is(slug, address)).toBe(kind);
  });

  it('of one platform take no listing of another', () => {
    const real = platforms.filter(({ simulated }) => !simulated);
    const taken = listings
      .filter(({ platform }) => !platform.simulated)
      .flatMap(({ platform, pattern, name }) =>
        real
          .filter((other) => other !== platform && recognised(other, pattern.example) !== null)
          .map((other) => `${name} by ${other.slug}`),
      );
    expect(taken).toEqual([]);
  });

  it('answer in time, however long the address is', () => {
    const long = ['a/', 'dp/', 'a-', 'g-', '-i1', '%2F', '1', '@'].map((piece) => `/${piece.repeat(4000)}`);
    const began = performance.now();
    for (const { pattern } of patterns) for (const path of long) groupsOf(pattern.path, path);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

const reported = '../shared/data/infringing-urls.txt';
const text = existsSync(reported) ? readFileSync(reported, 'utf8') : '';
const withReported = text === '' ? describe.skip : describe;

withReported(`addresses people reported to GitHub (skipped without ${reported})`, () => {
  const addresses = text
    .split('\n')
    .filter((line) => URL.canParse(line) && ['github.com', 'www.github.com'].includes(new URL(line).hostname));
  const seen = addresses.map((address) => recognised(of('github'), address));

  it('are nearly all content, hardly ever unknown; a few are accounts, none is a page of GitHub itself', () => {
    const share = (kind?: string): number => seen.filter((one) => one?.pattern.is === kind).length / seen.length;
    expect(addresses.length).toBeGreaterThan(10_000);
    expect(share('listing')).toBeGreaterThan(0.99);
    expect(share('shop')).toBeGreaterThan(0);
    expect(share()).toBeLessThan(0.001);
    expect(share('help')).toBe(0);
  });

  it('have a spelling that keeps it', () => {
    const changed = seen
      .flatMap((one) => one?.canonical ?? [])
      .filter((spelling) => canonical('github', spelling) !== spelling);
    expect(changed).toEqual([]);
  });
});
