import { describe, expect, it } from '@jest/globals';
import {
  aPlatform,
  bazaar,
  codeHost,
  everyPlatform,
  registrar,
  searchEngine,
  simulatedCode,
} from '../a-platform.spec-data.js';
import { mostCharacters } from '../address/canonical-address.js';
import { listingRecogniser } from './listing-recogniser.js';
import type { Recognised } from './recognised.js';

const { recognise, takesDomains } = listingRecogniser(everyPlatform);

/** What is asserted of most addresses: the spelling of a listing, or why it is none. */
const inShort = (found: Recognised): string => (found.is === 'listing' ? found.url : found.why);
const seen = (address: string, preferred?: string): string => inShort(recognise(address, preferred));

describe('a listing', () => {
  it('is told with all that is known of it', () => {
    expect(recognise('http://h5.m.bazaar.com/item.html?spm=a.b&id=81&skuId=9#reviews')).toEqual({
      is: 'listing',
      asGiven: 'http://h5.m.bazaar.com/item.html?spm=a.b&id=81&skuId=9#reviews',
      url: 'https://item.bazaar.com/item.htm?id=81',
      key: 'item.bazaar.com/item.htm?id=81',
      platform: 'bazaar',
      id: '81',
      markets: ['CN', 'HK'],
      shortLink: false,
    });
  });

  it('of no platform known stands where its address says', () => {
    expect(recognise('http://www.Shop.de/p/7/?utm_source=x')).toEqual({
      is: 'listing',
      asGiven: 'http://www.Shop.de/p/7/?utm_source=x',
      url: 'http://www.shop.de/p/7/',
      key: 'shop.de/p/7',
      platform: null,
      id: null,
      markets: [],
      shortLink: false,
    });
  });

  it.each([
    // as a person gives it
    ['https://item.bazaar.com/item.htm?id=81', 'https://item.bazaar.com/item.htm?id=81'],
    ['item.bazaar.com/item.htm?id=81', 'https://item.bazaar.com/item.htm?id=81'],
    ['//item.bazaar.com/item.htm?id=81', 'https://item.bazaar.com/item.htm?id=81'],
    ['  https://item.bazaar.com/item.htm?id=81\u200b。', 'https://item.bazaar.com/item.htm?id=81'],
    ['<https://item.bazaar.com/item.htm?id=81>', 'https://item.bazaar.com/item.htm?id=81'],
    ['《https://item.bazaar.com/item.htm?id=81》', 'https://item.bazaar.com/item.htm?id=81'],
    ['" https://item.bazaar.com/item.htm?id=81 "', 'https://item.bazaar.com/item.htm?id=81'],
    ['hxxps[:]//item[.]bazaar[.]com/item.htm?id=81', 'https://item.bazaar.com/item.htm?id=81'],
    ['https:\\/\\/item.bazaar.com\\/item.htm?id=81', 'https://item.bazaar.com/item.htm?id=81'],
    ['https：//item.bazaar.com/item.htm?id=81', 'https://item.bazaar.com/item.htm?id=81'],
    ['https://https://item.bazaar.com/item.htm?id=81', 'https://item.bazaar.com/item.htm?id=81'],
    ['https://shop.de/a b', 'https://shop.de/a%20b'],
    // by the patterns of its platform
    ['https://item.bazaar.com/item.html?id=81', 'https://item.bazaar.com/item.htm?id=81'],
    ['https://x.item.bazaar.com/item.htm?%69d=8%31&id=82', 'https://item.bazaar.com/item.htm?id=81'],
    ['https://bazaar.vn/products/t%C3%BAi-i81-s9.html', 'https://bazaar.vn/products/i81.html'],
    ['https://bazaar.vn:8443/products/i81.html', 'https://bazaar.vn:8443/products/i81.html'],
    ['https://bazaar.com/p/bag?seller=li', 'https://www.bazaar.com/s/li/bag?via=bag'],
    ['https://bazaar.com/p/a%2Fb%26c?seller=l+i%3F', 'https://www.bazaar.com/s/l%20i%3F/a%2Fb%26c?via=a%2Fb%26c'],
    ['https://bazaar.com/p/a+b?seller=li', 'https://www.bazaar.com/s/li/a+b?via=a%2Bb'],
    ['https://bazaar.com/s/li/%E5%8C%85?via=x', 'https://www.bazaar.com/s/li/%E5%8C%85?via=%E5%8C%85'],
    // by little, where the profile says nothing
    ['https://code.com/a/b', 'https://code.com/a/b'],
    ['https://1.1.1.1/x', 'https://1.1.1.1/x'],
  ])('%s', (address, expected) => {
    expect(seen(address)).toBe(expected);
  });

  it('below a reserved ending exists where a profile names its host', () => {
    const { recognise: local } = listingRecogniser([aPlatform()]);
    expect(local('https://shop.marketville.test/x')).toMatchObject({ is: 'listing', platform: 'marketville' });
    expect(inShort(local('https://bad..marketville.test/x'))).toBe('no-public-host');
  });

  it('is offered to the countries of the host its own spelling stands on', () => {
    const markets = (address: string) => {
      const found = recognise(address);
      return found.is === 'listing' ? found.markets : null;
    };
    expect(markets('https://www.bazaar.vn/products/i81.html')).toEqual(['VN']);
    expect(markets('https://item.bazaar.com/item.htm?id=81')).toEqual(['CN', 'HK']);
    expect(markets('https://code.com/a/b')).toEqual([]);
  });

  it('is not renamed by a pattern whose own spelling no pattern reads as it was written', () => {
    const strange = aPlatform({
      listingHosts: ['strange.com'],
      addresses: [
        {
          is: 'listing',
          path: '/(?<id>\\d+)',
          canonical: 'https://strange.com/0{id}',
          example: 'https://strange.com/1',
        },
        {
          is: 'listing',
          path: '/away/(?<id>\\d+)',
          canonical: 'https://item.bazaar.com/item.htm?id={id}',
          example: 'https://strange.com/away/1',
        },
      ],
    });
    const { recognise: both } = listingRecogniser([strange, bazaar]);
    expect(both('https://strange.com/7')).toMatchObject({ url: 'https://strange.com/7', id: '7' });
    expect(both('https://strange.com/away/7')).toMatchObject({ url: 'https://strange.com/away/7', id: '7' });
  });
});

describe('an address that is no listing', () => {
  it('is told with its spelling and its platform', () => {
    expect(recognise('http://bazaar.com/shop/li?spm=a')).toEqual({
      is: 'not-a-listing',
      asGiven: 'http://bazaar.com/shop/li?spm=a',
      url: 'http://bazaar.com/shop/li',
      platform: 'bazaar',
      why: 'shop',
    });
    expect(recognise('ftp://bazaar.com/x')).toEqual({
      is: 'not-a-listing',
      asGiven: 'ftp://bazaar.com/x',
      url: null,
      platform: null,
      why: 'unsupported-scheme',
    });
  });

  it.each([
    ['', 'no-address'],
    ['a red bag', 'no-address'],
    ['https://', 'no-address'],
    ['https://[private].com/x', 'no-address'],
    ['ftp://shop.de/x', 'unsupported-scheme'],
    ['magnet:?xt=urn:btih:81', 'unsupported-scheme'],
    ['https://shop.de/a https://shop.de/b', 'several-addresses'],
    ['https://shop.de/a\nhttp://shop.de/b', 'several-addresses'],
    ['https://item.bazaar.com@evil.com/item.htm?id=81', 'credentials'],
    ['https://localhost/x', 'no-public-host'],
    ['http://192.168.1.1/x', 'no-public-host'],
    ['https://shop.example/x', 'no-public-host'],
    ['https://shop.de', 'whole-site'],
    ['https://shop.de/?utm_source=x#top', 'whole-site'],
    ['https://code.com/', 'whole-site'],
    ['https://bazaar.com/', 'whole-site'],
    ['https://bit.ly/', 'whole-site'],
    ['https://bazaar.com/shop/li/', 'shop'],
    ['https://bazaar.com/search?q=bag', 'search'],
    ['https://bazaar.com/c/bags', 'category'],
    ['https://help.bazaar.com/anything', 'help'],
    ['https://bazaar.com/search', 'unknown-page'],
    ['https://item.bazaar.com/item.htm?id=bag', 'unknown-page'],
    ['https://item.bazaar.com/item.htm', 'unknown-page'],
    ['https://bazaar.com/about', 'unknown-page'],
    // a host that only ends alike is another
    ['https://evilbazaar.com/', 'whole-site'],
  ])('%s: %s', (address, why) => {
    expect(seen(address)).toBe(why);
  });

  it.each(['shop.de', 'code.com', 'bazaar.com', 'bit.ly'])('on %s is longer than any listing’s', (host) => {
    const given = `https://${host}/${'a'.repeat(mostCharacters)}`;
    for (const preferred of [undefined, 'search-engine'])
      expect(recognise(given, preferred)).toMatchObject({ is: 'not-a-listing', url: null });
    expect(seen(given, 'search-engine')).toBe('too-long');
  });
});

describe('the platform of an address', () => {
  const platformOf = (address: string, preferred?: string) => recognise(address, preferred).platform;

  it('is that of its host, or of the nearest host above it', () => {
    expect(platformOf('https://item.bazaar.com/item.htm?id=81')).toBe('bazaar');
    expect(platformOf('https://a.b.code.com/x')).toBe('code-host');
    expect(platformOf('https://evilbazaar.com/x')).toBeNull();
    expect(platformOf('https://com/x')).toBeNull();
  });

  it('is a real one before a simulated one that shares its host, however near', () => {
    expect(platformOf('https://code.com/a/b')).toBe('code-host');
    expect(platformOf('https://gist.code.com/81')).toBe('code-host');
    expect(platformOf('https://code.sandbox.redress.test/a')).toBe('sandbox-code');
  });

  it('is the one it is meant for where that one shares the host', () => {
    expect(platformOf('https://code.com/a/b', 'sandbox-code')).toBe('sandbox-code');
    expect(platformOf('https://gist.code.com/81', 'sandbox-code')).toBe('sandbox-code');
  });

  it('is told as it is where it is meant for another, or for one that does not exist', () => {
    expect(platformOf('https://item.bazaar.com/item.htm?id=81', 'code-host')).toBe('bazaar');
    expect(platformOf('https://item.bazaar.com/item.htm?id=81', 'nobody')).toBe('bazaar');
    expect(platformOf('https://shop.de/x', 'bazaar')).toBeNull();
  });

  it('is the one nearest to the host among several real ones', () => {
    const inner = aPlatform({ slug: 'inner', listingHosts: ['in.bazaar.com'] });
    const { recognise: nested } = listingRecogniser([bazaar, inner]);
    expect(nested('https://in.bazaar.com/x').platform).toBe('inner');
    expect(nested('https://deep.in.bazaar.com/shop/li', 'bazaar')).toMatchObject({ platform: 'bazaar', why: 'shop' });
  });
});

describe('a short link', () => {
  it.each([
    ['https://go.bazaar.com/h.4xZ?utm_source=x', 'bazaar'],
    ['http://bit.ly/AbC%7E?b=1&a=2#x', null],
    ['https://www.bit.ly/AbC', null],
  ])('%s is left as it is, since only following it tells where it leads', (address, platform) => {
    expect(recognise(address)).toMatchObject({ is: 'listing', url: address, shortLink: true, platform, id: null });
  });

  it('is cleaned of what stands around it', () => {
    expect(seen(' <hxxps://bit[.]ly/AbC> ')).toBe('https://bit.ly/AbC');
    expect(seen('bit.ly/AbC')).toBe('https://bit.ly/AbC');
    expect(seen('https://bit.ly/包')).toBe('https://bit.ly/%E5%8C%85');
    expect(seen(`https://bit.ly/AbC?utm_source=${'x'.repeat(mostCharacters)}`)).toBe('https://bit.ly/AbC');
  });

  it('has one key in all its spellings', () => {
    const keys = ['https://bit.ly/AbC', 'http://www.bit.ly/AbC?utm_source=x', 'bit.ly/AbC'].map((address) => {
      const found = recognise(address);
      return found.is === 'listing' ? found.key : null;
    });
    expect(keys).toEqual(['bit.ly/AbC', 'bit.ly/AbC', 'bit.ly/AbC']);
  });
});

describe('a registrar', () => {
  it('answers for the domain, whatever stands below it', () => {
    expect(recognise('http://www.shop.evil.co.uk:8080/a?b=1', 'registrar')).toEqual({
      is: 'listing',
      asGiven: 'http://www.shop.evil.co.uk:8080/a?b=1',
      url: 'https://evil.co.uk/',
      key: 'evil.co.uk',
      platform: 'registrar',
      id: null,
      markets: [],
      shortLink: false,
    });
  });

  it.each([
    ['evil.com', 'https://evil.com/'],
    ['EVIL.COM', 'https://evil.com/'],
    ['evil[.]com', 'https://evil.com/'],
    ['https://my_shop.evil.com/', 'https://evil.com/'],
    ['https://bücher.de/x', 'https://xn--bcher-kva.de/'],
    // addresses of platforms and short links are domains like any other
    ['https://item.bazaar.com/item.htm?id=81', 'https://bazaar.com/'],
    ['https://bit.ly/AbC', 'https://bit.ly/'],
    ['co.uk', 'no-domain'],
    ['https://1.1.1.1/x', 'no-domain'],
    ['https://[2606:4700::1]/x', 'no-domain'],
    ['https://code.sandbox.redress.test/a', 'no-public-host'],
    ['http://localhost/', 'no-public-host'],
    ['a red bag', 'no-address'],
  ])('%s: %s', (address, expected) => {
    expect(seen(address, 'registrar')).toBe(expected);
  });

  it('alone takes a bare domain for a listing', () => {
    expect(['registrar', 'search-engine', 'bazaar', 'nobody', undefined].map(takesDomains)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('a platform whose listings stand on any host', () => {
  it.each([
    ['https://shop.de/x', 'https://shop.de/x'],
    ['https://shop.de/', 'https://shop.de/'],
    ['https://bazaar.com/shop/li', 'https://bazaar.com/shop/li'],
    ['https://bazaar.com/about', 'https://bazaar.com/about'],
    ['https://h5.m.bazaar.com/item.html?id=81', 'https://item.bazaar.com/item.htm?id=81'],
    ['https://bit.ly/AbC?utm_source=x', 'https://bit.ly/AbC?utm_source=x'],
    ['https://go.bazaar.com/h.4xZ?utm_source=x', 'https://go.bazaar.com/h.4xZ?utm_source=x'],
  ])('takes %s as %s', (address, expected) => {
    expect(recognise(address, 'search-engine')).toMatchObject({ is: 'listing', platform: 'search-engine' });
    expect(seen(address, 'search-engine')).toBe(expected);
  });

  it('takes none that nobody else can open', () => {
    expect(seen('https://localhost/x', 'search-engine')).toBe('no-public-host');
  });

  it('is asked to act by the same key as the platform itself', () => {
    const address = 'https://h5.m.bazaar.com/item.html?id=81';
    const [own, other] = [recognise(address), recognise(address, 'search-engine')];
    expect(other).toMatchObject({ is: 'listing', platform: 'search-engine', id: null, markets: ['EU'] });
    expect(own).toMatchObject({ key: other.is === 'listing' ? other.key : '' });
  });

  it('may say by patterns what it does not take', () => {
    const choosy = aPlatform({
      slug: 'choosy',
      kind: 'proxy',
      listingHosts: [],
      addresses: [{ is: 'help', path: '/abuse', example: 'https://any.com/abuse' }],
    });
    const { recognise: chosen } = listingRecogniser([choosy, bazaar]);
    expect(inShort(chosen('https://shop.de/abuse', 'choosy'))).toBe('help');
    expect(inShort(chosen('https://shop.de/bag', 'choosy'))).toBe('https://shop.de/bag');
  });
});

describe('many addresses', () => {
  it('are read alike however many hosts came before', () => {
    const { recognise: busy } = listingRecogniser([bazaar, codeHost, registrar, searchEngine, simulatedCode]);
    for (let n = 0; n < 1500; n += 1) busy(`https://s${n}.bazaar.com/shop/li`);
    expect(inShort(busy('https://s1499.bazaar.com/shop/li'))).toBe('shop');
    expect(inShort(busy('https://h5.m.bazaar.com/item.html?id=81'))).toBe('https://item.bazaar.com/item.htm?id=81');
  });
});
