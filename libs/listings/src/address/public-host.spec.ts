import { describe, expect, it } from '@jest/globals';
import { isPublicHost } from './public-host.js';

describe('a host that everybody can reach', () => {
  it.each([
    ['shop.com', true],
    ['a.b.shop.co.uk', true],
    ['xn--5nqz43g.xn--fiqs8s', true],
    ['my_shop.tumblr.com', true],
    ['name-.github.io', true],
    ['shop.onion', true],
    ['1.1.1.1', true],
    ['[2606:4700::1111]', true],
    ['localhost', false],
    ['intranet', false],
    ['shop.test', false],
    ['shop.example', false],
    ['shop.invalid', false],
    ['printer.local', false],
    ['wiki.internal', false],
    ['1.168.192.in-addr.arpa', false],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['172.32.0.1', true],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['255.255.255.255', false],
    ['224.0.0.1', false],
    ['203.0.113.7', false],
    ['[::1]', false],
    ['[fe80::1]', false],
    ['[fc00::1]', false],
    ['[2001:db8::1]', false],
    ['[::ffff:10.0.0.1]', false],
    ['.shop.com', false],
    ['a..com', false],
    ['a,b.com', false],
    ['shop.c', false],
    [`${'a'.repeat(64)}.com`, false],
    [`${'a.'.repeat(130)}com`, false],
    ['', false],
  ])('%s: %s', (host, expected) => {
    expect(isPublicHost(host)).toBe(expected);
  });
});
