import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyText, oddAddress } from './addresses.spec-data.js';
import { canonicalAddress, mostCharacters, readableAddress } from './canonical-address.js';

const spellingOf = (address: string) => {
  const spelling = canonicalAddress(address);
  return typeof spelling === 'string' ? spelling : spelling.url;
};
const keyOf = (address: string) => {
  const spelling = canonicalAddress(address);
  return typeof spelling === 'string' ? null : spelling.key;
};

describe('the one spelling of an address', () => {
  it.each([
    // scheme, host, port
    ['HTTP://Shop.COM/A', 'http://shop.com/A'],
    ['https://shop.com:443/a', 'https://shop.com/a'],
    ['http://shop.com:80', 'http://shop.com/'],
    ['https://shop.com:8443/a', 'https://shop.com:8443/a'],
    ['https://shop.com./a', 'https://shop.com/a'],
    ['https://bücher.de/a', 'https://xn--bcher-kva.de/a'],
    ['https://www.淘宝.cn/a', 'https://www.xn--pbt173b.cn/a'],
    ['https://shop。com/a', 'https://shop.com/a'],
    ['https:\\\\shop.com\\a', 'https://shop.com/a'],
    ['  https://shop.com/a\n', 'https://shop.com/a'],
    // path
    ['https://shop.com/a/../b/./c', 'https://shop.com/b/c'],
    ['https://shop.com/a/%2e%2E/b', 'https://shop.com/b'],
    ['https://shop.com//a//b/', 'https://shop.com//a//b/'],
    ['https://shop.com/%7euser/%41%2dB', 'https://shop.com/~user/A-B'],
    ['https://shop.com/a%2fb%3fc%23d', 'https://shop.com/a%2Fb%3Fc%23d'],
    ['https://shop.com/%e5%8c%85', 'https://shop.com/%E5%8C%85'],
    ['https://shop.com/包', 'https://shop.com/%E5%8C%85'],
    ['https://shop.com/%b0%fc', 'https://shop.com/%B0%FC'],
    ['https://shop.com/%2541', 'https://shop.com/%2541'],
    ['https://shop.com/100%', 'https://shop.com/100%25'],
    ['https://shop.com/%%34%31', 'https://shop.com/%2541'],
    ['https://shop.com/a b(1)', 'https://shop.com/a%20b(1)'],
    ['https://shop.com/a\ud800', 'https://shop.com/a%EF%BF%BD'],
    // parameters
    ['https://shop.com/a?b=2&a=1', 'https://shop.com/a?a=1&b=2'],
    ['https://shop.com/a?a=2&b=0&a=1', 'https://shop.com/a?a=2&a=1&b=0'],
    ['https://shop.com/a?', 'https://shop.com/a'],
    ['https://shop.com/a?&&a=1&', 'https://shop.com/a?a=1'],
    ['https://shop.com/a?x&y=', 'https://shop.com/a?x&y='],
    ['https://shop.com/a?q=a+b%20c', 'https://shop.com/a?q=a+b%20c'],
    ['https://shop.com/a?q=%c9%cc', 'https://shop.com/a?q=%C9%CC'],
    ['https://shop.com/a?id=1&amp;sku=2', 'https://shop.com/a?id=1&sku=2'],
    ['https://shop.com/a?utm_source=x&id=1&UTM_Medium=y', 'https://shop.com/a?id=1'],
    ['https://shop.com/a?id=1&gclid=x&fbclid=y&msclkid=z&yclid=1&ttclid=2', 'https://shop.com/a?id=1'],
    ['https://shop.com/a?spm=a2.b&scm=1.2&id=1', 'https://shop.com/a?id=1'],
    ['https://shop.com/a?mc_eid=1&igshid=2&ref_src=3&_openstat=4', 'https://shop.com/a'],
    ['https://shop.com/a?ref=1&source=2&from=3&sku=4', 'https://shop.com/a?from=3&ref=1&sku=4&source=2'],
    // fragment
    ['https://shop.com/a#reviews', 'https://shop.com/a'],
    ['https://shop.com/#!/item/81', 'https://shop.com/#!/item/81'],
    ['https://shop.com/#/item/81', 'https://shop.com/#/item/81'],
    ['https://shop.com/#!item', 'https://shop.com/#!item'],
    ['https://shop.com/#!/', 'https://shop.com/'],
    ['https://shop.com/#/', 'https://shop.com/'],
    ['https://shop.com/#!', 'https://shop.com/'],
    ['https://shop.com/#!/%7ea', 'https://shop.com/#!/~a'],
    // an at sign in a path names nobody
    ['https://shop.com/@li/video/81', 'https://shop.com/@li/video/81'],
    // faults
    ['', 'no-address'],
    ['shop.com/a', 'no-address'],
    ['https://', 'no-address'],
    ['https://a b/', 'no-address'],
    ['https://[private].com/', 'no-address'],
    ['see: the shop', 'no-address'],
    ['ftp://shop.com/a', 'unsupported-scheme'],
    ['javascript:alert(1)', 'unsupported-scheme'],
    ['mailto:li@shop.com', 'unsupported-scheme'],
    ['magnet:?xt=urn:btih:1', 'unsupported-scheme'],
    ['https://user@shop.com/a', 'credentials'],
    ['https://shop.com:pw@evil.com/a', 'credentials'],
    [`https://shop.com/${'a'.repeat(mostCharacters)}`, 'too-long'],
  ])('%s', (address, expected) => {
    expect(spellingOf(address)).toBe(expected);
  });

  it('is measured once it is canonical', () => {
    const length = mostCharacters - 'https://shop.com/'.length;
    expect(spellingOf(`https://shop.com/${'%61'.repeat(length)}?utm_source=${'x'.repeat(5000)}`)).toHaveLength(
      mostCharacters,
    );
    expect(spellingOf(`https://shop.com/${'a'.repeat(length + 1)}`)).toBe('too-long');
  });

  it.each([
    ['https://www.shop.com/a/', 'shop.com/a'],
    ['http://shop.com/a', 'shop.com/a'],
    ['https://shop.com/', 'shop.com'],
    ['https://shop.com/?id=1', 'shop.com?id=1'],
    ['https://shop.com/a/?id=1', 'shop.com/a?id=1'],
    ['https://shop.com:8443/#!/a', 'shop.com:8443#!/a'],
    ['https://www.com/a', 'www.com/a'],
    ['https://www.shop.co.uk/a', 'shop.co.uk/a'],
    ['https://shop.com/a//', 'shop.com/a/'],
  ])('has in common with the other spellings: %s', (address, key) => {
    expect(keyOf(address)).toBe(key);
  });

  it('is shown with the letters of its host', () => {
    expect(readableAddress('https://xn--bcher-kva.de/a?b=1')).toBe('https://bücher.de/a?b=1');
    expect(readableAddress('https://shop.com/xn--bcher-kva')).toBe('https://shop.com/xn--bcher-kva');
  });
});

describe('for every text', () => {
  it('the spelling of a spelling is itself', () => {
    fc.assert(
      fc.property(fc.oneof(oddAddress, fc.webUrl({ withFragments: true, withQueryParameters: true })), (address) => {
        const spelling = canonicalAddress(address);
        if (typeof spelling === 'string') return;
        expect(canonicalAddress(spelling.url)).toEqual(spelling);
        expect(spelling.url.length).toBeLessThanOrEqual(mostCharacters);
        expect(spelling.url).toMatch(/^https?:\/\/[!-~]+$/);
      }),
      { numRuns: 3000 },
    );
  });

  it('there is a spelling or a reason', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(spellingOf(text)).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  it('spellings of one address have one key', () => {
    const word = fc.stringMatching(/^[a-z0-9_~.-]{1,8}$/).filter((text) => !/^\.+$/.test(text));
    const name = fc.stringMatching(/^[a-z][a-z0-9]{1,8}$/);
    const address = fc.record({
      host: fc.tuple(name, fc.constantFrom('com', 'co.uk', 'cn')).map((labels) => labels.join('.')),
      path: fc.array(word, { maxLength: 4 }),
      query: fc.uniqueArray(fc.tuple(name, word), { maxLength: 3, selector: ([key]) => key }),
    });
    const spellings = fc.record({
      scheme: fc.constantFrom('http', 'https', 'HTTPS'),
      www: fc.constantFrom('', 'www.', 'WWW.'),
      upper: fc.boolean(),
      port: fc.boolean(),
      slash: fc.boolean(),
      fragment: fc.constantFrom('', '#', '#top', '#L10'),
      tracking: fc.constantFrom('', 'utm_source=a', 'gclid=1&fbclid=2', 'spm=1.2'),
      escaped: fc.nat(),
      turned: fc.boolean(),
    });
    const escapedAt = (text: string, at: number): string =>
      [...text].map((c, i) => ((i + at) % 3 === 0 ? `%${c.charCodeAt(0).toString(16).padStart(2, '0')}` : c)).join('');
    fc.assert(
      fc.property(address, spellings, ({ host, path, query }, as) => {
        const port = as.port ? (as.scheme === 'http' ? ':80' : ':443') : '';
        const written = as.upper ? host.toUpperCase() : host;
        const parameters = query.map(([key, value]) => `${key}=${escapedAt(value, as.escaped)}`);
        const inOrder = as.turned ? parameters.toReversed() : parameters;
        const all = [...inOrder, ...(as.tracking === '' ? [] : [as.tracking])].join('&');
        const segments = path.map((segment) => `/${escapedAt(segment, as.escaped)}`).join('');
        const spelled = `${as.scheme}://${as.www}${written}${port}${segments}${as.slash ? '/' : ''}?${all}${as.fragment}`;
        const plain = `https://${host}/${path.join('/')}?${query.map((pair) => pair.join('=')).join('&')}`;
        expect(keyOf(spelled)).toBe(keyOf(plain));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a path', (filler: string) => `https://shop.com/${filler}`],
    ['a query', (filler: string) => `https://shop.com/?${filler}`],
    ['a host', (filler: string) => `https://${filler}.com/`],
    ['a text', (filler: string) => filler],
  ])('a megabyte of %s takes no more than its length', (_, address) => {
    for (const filler of ['a', '%', '%41', '&', '&a', ' ', '/', '.', '../', '\\', '=', 'a.', '包', '[.]']) {
      const begun = performance.now();
      expect(spellingOf(address(filler.repeat(1_000_000 / filler.length)))).not.toBe('');
      expect(performance.now() - begun).toBeLessThan(2000);
    }
  });
});
