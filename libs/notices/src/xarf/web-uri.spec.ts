import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hostOf, webUri } from './web-uri.js';

describe('webUri', () => {
  it.each([
    ['https://shop.test/item/1?a=b&c[0]=d', 'https://shop.test/item/1?a=b&c%5B0%5D=d'],
    ['https://shop.test/商品/1', 'https://shop.test/%E5%95%86%E5%93%81/1'],
    ['https://商店.test/', 'https://xn--czrs0t.test/'],
    ['https://shop.test/a|b{c}^`"<d>', 'https://shop.test/a%7Cb%7Bc%7D%5E%60%22%3Cd%3E'],
    ['https://shop.test/100%', 'https://shop.test/100%25'],
    ['https://shop.test/a#b#c', 'https://shop.test/a#b%23c'],
    ['  HTTP://SHOP.test:8080 ', 'http://shop.test:8080/'],
    ['https://shop.test@evil.test/x', 'https://shop.test@evil.test/x'],
    ['http://[2001:db8::1]/x', 'http://[2001:db8::1]/x'],
  ])('writes %s as %s', (address, uri) => {
    expect(webUri(address)).toBe(uri);
  });

  it.each(['shop.test', 'ftp://shop.test/x', 'javascript:alert(1)', '', 'http://', 'http://a"b/'])(
    'is null for %p',
    (address) => {
      expect(webUri(address)).toBeNull();
    },
  );

  it('leads to the same host, and writing it again changes nothing', () => {
    const tail = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(tail, (anything) => {
        const address = `https://shop.test/${anything}`;
        const uri = webUri(address);
        expect(uri).toMatch(/^https:\/\/shop\.test\/[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]*$/u);
        expect(uri === null ? null : webUri(uri)).toBe(uri);
      }),
    );
  });
});

describe('hostOf', () => {
  it('is a bare name or IP address', () => {
    expect([hostOf('https://a.shop.test:8443/x'), hostOf('http://[2001:db8::1]/')]).toEqual([
      'a.shop.test',
      '2001:db8::1',
    ]);
  });
});
