import { describe, expect, it } from '@jest/globals';
import { ROBOTS_KEPT_MS, ROBOTS_RETRY_MS, houseRules } from './robots.js';
import type { RobotsAnswer } from './robots.js';

const URL_ = 'https://shop.example/robots.txt';
const allows = (answer: RobotsAnswer, path: string): boolean =>
  houseRules(URL_, answer, 'Redress').rules.allows(`https://shop.example${path}`);
const file = (...lines: string[]): RobotsAnswer => ({ status: 200, text: lines.join('\n') });

describe('robots.txt', () => {
  it.each<[says: string, answer: RobotsAnswer, path: string, allowed: boolean]>([
    ['allows what no rule names', file('User-agent: *', 'Disallow: /cart'), '/item/1', true],
    ['forbids what a rule names', file('User-agent: *', 'Disallow: /item'), '/item/1', false],
    ['lets the longest rule decide', file('User-agent: *', 'Disallow: /', 'Allow: /item/'), '/item/1', true],
    ['reads * and $', file('User-agent: *', 'Disallow: /*.htm$'), '/item.htm', false],
    ['reads $ as the end', file('User-agent: *', 'Disallow: /*.htm$'), '/item.htm?id=1', true],
    [
      'lets rules for Redress stand before those for everybody',
      file('User-agent: *', 'Allow: /', 'User-agent: redress', 'Disallow: /'),
      '/item/1',
      false,
    ],
    ['is for others where it names others', file('User-agent: BadBot', 'Disallow: /'), '/item/1', true],
    ['allows everything where it is empty', file(''), '/item/1', true],
    ['allows everything where there is none', { status: 404, text: '' }, '/item/1', true],
    ['allows everything where we may not read it', { status: 403, text: '' }, '/item/1', true],
    ['forbids everything where the server fails', { status: 503, text: '' }, '/item/1', false],
    ['forbids everything where we came too often', { status: 429, text: '' }, '/item/1', false],
    ['forbids everything where nobody answers', 'unreachable', '/item/1', false],
  ])('%s', (_says, answer, path, allowed) => {
    expect(allows(answer, path)).toBe(allowed);
  });

  it('is remembered for a day, and asked for again after an hour where it could not be had', () => {
    expect(houseRules(URL_, file('User-agent: *'), 'Redress').keepMs).toBe(ROBOTS_KEPT_MS);
    expect(houseRules(URL_, { status: 404, text: '' }, 'Redress').keepMs).toBe(ROBOTS_KEPT_MS);
    expect(houseRules(URL_, 'unreachable', 'Redress').keepMs).toBe(ROBOTS_RETRY_MS);
    expect([ROBOTS_KEPT_MS, ROBOTS_RETRY_MS]).toEqual([86_400_000, 3_600_000]);
  });

  it('says how long to rest between visits', () => {
    expect(houseRules(URL_, file('User-agent: *', 'Crawl-delay: 25'), 'Redress').rules.crawlDelay).toBe(25);
    expect(houseRules(URL_, file('User-agent: *'), 'Redress').rules.crawlDelay).toBeNull();
  });
});
