import type { Platform } from '#libs/domain';

export const aPlatform = (overrides: Partial<Platform> = {}): Platform => ({
  slug: 'marketville',
  name: 'Marketville',
  kind: 'marketplace',
  country: null,
  timeZone: 'UTC',
  simulated: false,
  languages: ['en', 'zh'],
  grounds: { counterfeit: { regime: 'us-trademark-customary' } },
  rightKinds: ['trademark'],
  channels: [{ kind: 'guided-form' }],
  gate: {},
  programme: null,
  senderDomains: [],
  listingHosts: ['marketville.test'],
  addresses: [],
  markets: {},
  limits: {},
  clocks: {},
  sources: [],
  ...overrides,
});

/** A marketplace whose items have numbers, wherever their pages stand. */
export const bazaar = aPlatform({
  slug: 'bazaar',
  listingHosts: ['bazaar.com', 'bazaar.vn'],
  addresses: [
    {
      is: 'listing',
      hosts: ['item.bazaar.com', 'h5.m.bazaar.com'],
      path: '/item\\.html?',
      query: { id: '(?<id>\\d+)' },
      canonical: 'https://item.bazaar.com/item.htm?id={id}',
      example: 'https://item.bazaar.com/item.htm?id=81',
    },
    {
      is: 'listing',
      hosts: ['www.bazaar.vn', 'bazaar.vn'],
      path: '/products/(?:[^/]*-)?i(?<id>\\d+)(?:-s\\d+)?\\.html',
      canonical: 'https://{host}/products/i{id}.html',
      example: 'https://www.bazaar.vn/products/tui-i81-s9.html',
    },
    {
      is: 'listing',
      hosts: ['bazaar.com'],
      path: '/p/(?<name>[^/]+)/?',
      query: { seller: '(?<seller>[^&]+)' },
      canonical: 'https://www.bazaar.com/s/{seller}/{name}?via={name}',
      example: 'https://www.bazaar.com/p/bag?seller=li',
    },
    {
      is: 'listing',
      hosts: ['bazaar.com'],
      path: '/s/(?<seller>[^/]+)/(?<name>[^/]+)',
      query: { via: '.*' },
      canonical: 'https://www.bazaar.com/s/{seller}/{name}?via={name}',
      example: 'https://www.bazaar.com/s/li/bag?via=bag',
    },
    { is: 'short-link', hosts: ['go.bazaar.com'], path: '/.+', example: 'https://go.bazaar.com/h.4xZ' },
    { is: 'shop', path: '/shop/[^/]+/?', example: 'https://www.bazaar.com/shop/li' },
    { is: 'search', path: '/search', query: { q: '.*' }, example: 'https://www.bazaar.com/search?q=bag' },
    { is: 'category', path: '/c/.+', example: 'https://www.bazaar.com/c/bags' },
    { is: 'help', hosts: ['help.bazaar.com'], path: '/.*', example: 'https://help.bazaar.com/ip' },
  ],
  markets: { 'bazaar.vn': ['VN'], '*': ['CN', 'HK'] },
});

/** A host of source code: any address but its front page may be a listing. */
export const codeHost = aPlatform({ slug: 'code-host', kind: 'host', listingHosts: ['code.com'] });

/** A simulated platform that shares the host of a real one. */
export const simulatedCode = aPlatform({
  slug: 'sandbox-code',
  kind: 'sandbox',
  simulated: true,
  listingHosts: ['code.com', 'gist.code.com', 'code.sandbox.redress.test'],
});

export const registrar = aPlatform({ slug: 'registrar', kind: 'registrar', listingHosts: [] });

export const searchEngine = aPlatform({
  slug: 'search-engine',
  kind: 'search',
  listingHosts: [],
  markets: { '*': ['EU'] },
});

export const everyPlatform = [simulatedCode, bazaar, codeHost, registrar, searchEngine];
