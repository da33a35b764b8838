import { describe, expect, it } from '@jest/globals';
import { isOnHosts, readListings } from './listing-text.js';

const urls = (text: string): string[] => readListings(text).listings.map(({ url }) => url);

describe('reading listings out of pasted text', () => {
  it('takes one address a line, with line numbers', () => {
    expect(readListings('https://a.example/1\n\nhttps://a.example/2\n').listings).toEqual([
      { url: 'https://a.example/1', line: 1 },
      { url: 'https://a.example/2', line: 3 },
    ]);
  });

  it('finds addresses inside sentences and drops the punctuation that follows', () => {
    expect(urls('Please see https://a.example/x, and (https://a.example/y).')).toEqual([
      'https://a.example/x',
      'https://a.example/y',
    ]);
    expect(urls('侵权链接：https://item.taobao.com/item.htm?id=81，谢谢。')).toEqual([
      'https://item.taobao.com/item.htm?id=81',
    ]);
  });

  it('keeps a bracket that belongs to the address', () => {
    expect(urls('https://a.example/wiki/Bag_(2016)')).toEqual(['https://a.example/wiki/Bag_(2016)']);
  });

  it('accepts an address without its scheme when it stands alone', () => {
    expect(urls('item.taobao.com/item.htm?id=81')).toEqual(['https://item.taobao.com/item.htm?id=81']);
  });

  it('names the lines that hold no address, but not prose around addresses', () => {
    const read = readListings('shop no 5\nHello, these are the listings we found:\nhttps://a.example/1\nwww.example');
    expect(read.unreadable).toEqual([
      { line: 1, text: 'shop no 5' },
      { line: 4, text: 'www.example' },
    ]);
  });

  it('counts an address once', () => {
    expect(readListings('https://a.example/1 https://a.example/1')).toMatchObject({ repeated: 1, unreadable: [] });
  });

  it('takes nothing that a browser would not open', () => {
    expect(urls('http://\nhttps://localhost/x\njavascript:alert(1)')).toEqual([]);
  });
});

describe('whether a listing stands on the platform', () => {
  it('accepts the host and its subdomains only', () => {
    expect(isOnHosts('https://item.taobao.com/1', ['taobao.com'])).toBe(true);
    expect(isOnHosts('https://taobao.com.evil.example/1', ['taobao.com'])).toBe(false);
    expect(isOnHosts('https://nottaobao.com/1', ['taobao.com'])).toBe(false);
  });

  it('objects to nothing where the hosts are not known', () => {
    expect(isOnHosts('https://a.example/1', [])).toBe(true);
  });
});
