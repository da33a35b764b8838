import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyText, mutated, oddAddress } from '../address/addresses.spec-data.js';
import { canonicalAddress, mostCharacters } from '../address/canonical-address.js';
import { exampleAddresses, shippedPlatforms } from '../shipped-platforms.spec-data.js';
import { listingRecogniser } from './listing-recogniser.js';
import type { Listing, Recognised } from './recognised.js';

const { recognise } = listingRecogniser(shippedPlatforms);
const slugs = shippedPlatforms.map(({ slug }) => slug);

/** What is known of an address apart from how it was given. */
const known = ({ asGiven: _asGiven, ...rest }: Recognised) => rest;

/** Whether a platform is asked for that acts on addresses of others, too. */
const takesAll = (slug: string | undefined): boolean =>
  shippedPlatforms.some((one) => one.slug === slug && (one.listingHosts.length === 0 || one.kind === 'registrar'));

describe('for every shipped profile and address', () => {
  const address = fc.oneof(
    { weight: 6, arbitrary: mutated(exampleAddresses) },
    { weight: 1, arbitrary: oddAddress },
    { weight: 1, arbitrary: anyText },
  );
  const preferred = fc.option(fc.constantFrom(...slugs, 'nobody'), { nil: undefined });

  it('the spelling of a listing is recognised as the same listing', () => {
    let listings = 0;
    fc.assert(
      fc.property(address, preferred, (given, slug) => {
        const found = recognise(given, slug);
        if (found.is !== 'listing') return;
        listings += 1;
        expect(known(recognise(found.url, slug))).toEqual(known(found));
      }),
      { numRuns: 6000 },
    );
    expect(listings).toBeGreaterThan(500);
  });

  it('an address is a listing or has a reason and a canonical spelling', () => {
    fc.assert(
      fc.property(address, preferred, (given, slug) => {
        const found = recognise(given, slug);
        expect(found.asGiven).toBe(given);
        const spelling = found.url === null ? null : canonicalAddress(found.url);
        // a short link is left as it was given
        if (found.is === 'listing' && found.shortLink) expect(spelling).not.toBeNull();
        else expect(spelling).toEqual(found.url === null ? null : expect.objectContaining({ url: found.url }));
      }),
      { numRuns: 4000 },
    );
  });

  it('the platform is the one asked for or the one whose host it is', () => {
    fc.assert(
      fc.property(address, preferred, (given, slug) => {
        const { platform } = recognise(given, slug);
        if (platform === null || takesAll(slug)) return;
        expect(platform === slug || platform === recognise(given).platform).toBe(true);
      }),
      { numRuns: 4000 },
    );
  });

  it('a megabyte of anything takes no more than its length, and gives no spelling that long', () => {
    for (const filler of [
      'a',
      '%',
      '/',
      '/a',
      '-',
      '?',
      '&',
      '#',
      '@',
      ' ',
      '包',
      '\ud800',
      '[.]',
      '\\',
      'www.',
      '\\/',
      'http://',
    ]) {
      const text = filler.repeat(1_000_000 / filler.length);
      const begun = performance.now();
      for (const given of [text, `https://github.com/${text}`, `https://www.amazon.com/x/?${text}`])
        expect(recognise(given).url?.length ?? 0).toBeLessThanOrEqual(mostCharacters);
      expect(performance.now() - begun).toBeLessThan(4000);
    }
  });
});

const escaped = (text: string, at: number): string =>
  [...text]
    .map((c, i) => (/[a-z0-9]/i.test(c) && (i + at) % 3 === 0 ? `%${c.charCodeAt(0).toString(16)}` : c))
    .join('');

interface Spelling {
  scheme: 'http' | 'https';
  www: boolean;
  tracker: string;
  upperCase: boolean;
  escapedAt: number;
}

/** Another way to write an address, in what does not change the page. */
function respelled(address: string, { scheme, www, tracker, upperCase, escapedAt }: Spelling): string {
  const { hostname, pathname, search } = new URL(address);
  const bare = hostname.startsWith('www.') ? hostname.slice(4) : hostname;
  const host = www ? `www.${bare}` : bare;
  const path = pathname.split(/(%..)/).map((part) => (part.startsWith('%') ? part : escaped(part, escapedAt)));
  const query = [search.slice(1), tracker].filter((part) => part !== '').join('&');
  const port = scheme === 'http' ? 80 : 443;
  return `${scheme}://${upperCase ? host.toUpperCase() : host}:${port}${path.join('')}?${query}#reviews`;
}

describe('spellings of one address', () => {
  const listings = shippedPlatforms.flatMap(({ slug, addresses }) =>
    addresses.filter(({ is }) => is === 'listing').map(({ example }) => ({ slug, example })),
  );
  const keyOf = (address: string, slug: string): string => {
    const found = recognise(address, slug);
    return found.is === 'listing' ? found.key : found.why;
  };

  it('have one key: scheme, www, port, case of the host, fragment, trackers and needless escapes do not count', () => {
    const spelling = fc.record<Spelling>({
      scheme: fc.constantFrom('http', 'https'),
      www: fc.boolean(),
      tracker: fc.constantFrom('', 'utm_source=x', 'gclid=1&spm=a.b', 'UTM_medium=x&fbclid=2'),
      upperCase: fc.boolean(),
      escapedAt: fc.nat(2),
    });
    fc.assert(
      fc.property(fc.constantFrom(...listings), spelling, ({ slug, example }, as) => {
        expect(keyOf(respelled(example, as), slug)).toBe(keyOf(example, slug));
      }),
      { numRuns: 3000 },
    );
  });

  it('are those of listings on the hosts that the demonstration and the tests use', () => {
    const found = (address: string, slug: string): Partial<Listing> => {
      const one = recognise(address, slug);
      return one.is === 'listing' ? { platform: one.platform, key: one.key } : {};
    };
    for (const { slug, listingHosts, simulated } of shippedPlatforms) {
      if (!simulated) continue;
      for (const host of listingHosts)
        expect(found(`https://${host}/item/1234567890`, slug)).toEqual({
          platform: slug,
          key: `${host}/item/1234567890`,
        });
    }
    expect(found('https://shop.sandbox.redress.test/1', 'sandbox')).toEqual({
      platform: 'sandbox',
      key: 'shop.sandbox.redress.test/item/1',
    });
  });
});
