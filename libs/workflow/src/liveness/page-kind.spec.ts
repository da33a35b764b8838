import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { loadOperatorSettings, projectRoot } from '#libs/settings';
import { Rulebook } from '../rulebook.js';
import { pageKindFor } from './page-kind.js';

const { platforms, regimes } = loadOperatorSettings(join(projectRoot(), 'config'));
const rulebook = new Rulebook(platforms, regimes);

function kindOf(platform: string, url: string, address: string): string {
  const item = { url, listingKey: rulebook.listingKey(url, platform) };
  return pageKindFor(rulebook, item, platform)(address);
}

const taobao = 'https://item.taobao.com/item.htm?id=671021594308';
const ebay = 'https://www.ebay.com/itm/123456789012';
const anywhere = 'https://bags.example.com/item/7';

describe('seen from a listing, an address', () => {
  it.each([
    ['taobao', taobao, `${taobao}&spm=a1z10.1`, 'this-listing'],
    ['taobao', taobao, taobao.replace('https:', 'http:'), 'this-listing'],
    ['taobao', taobao, 'https://item.taobao.com/item.htm?id=1', 'unknown'],
    ['taobao', taobao, 'https://s.taobao.com/search?q=velora', 'no-listing'],
    ['ebay', ebay, 'https://www.ebay.com/itm/A-bag/123456789012?hash=item1', 'this-listing'],
    ['ebay', ebay, 'https://www.ebay.com/', 'no-listing'],
    ['ebay', ebay, 'https://www.ebay.com/str/velora', 'unknown'],
    ['generic-host', anywhere, 'http://www.bags.example.com/item/7/', 'this-listing'],
    ['generic-host', anywhere, 'https://bags.example.com/item/8', 'unknown'],
    ['generic-host', anywhere, 'https://parked.example.net/', 'unknown'],
    ['generic-host', anywhere, 'http://127.0.0.1/', 'unknown'],
  ])('on %s, of %s: %s is %s', (platform, url, address, kind) => {
    expect(kindOf(platform, url, address)).toBe(kind);
  });
});
