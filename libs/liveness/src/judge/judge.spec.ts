import { describe, expect, it } from '@jest/globals';
import type { PageFingerprint } from '#libs/domain';
import type { Page, Sight } from '../fetch/sight.js';
import { fingerprintOf } from './fingerprint.js';
import { judge } from './judge.js';
import type { PageKind, Subject } from './judge.js';
import { pageText } from './page-text.js';

const LISTING = 'https://shop.example/item/17';
const HOME = 'https://shop.example/';

const kinds: Readonly<Record<string, PageKind>> = { [LISTING]: 'this-listing', [HOME]: 'no-listing' };

const aSubject = (given: Partial<Subject> = {}): Subject => ({
  title: 'VELORA leather bag brown',
  before: null,
  kindOf: (address) => kinds[address] ?? 'unknown',
  gone: [],
  login: [],
  ...given,
});

const aPage = (given: Partial<Omit<Page, 'body'>> & { html?: string } = {}): Page => {
  const { html = '', ...rest } = given;
  const page = { finalUrl: LISTING, status: 200, etag: null, lastModified: null, contentType: 'text/html', cut: false };
  return { kind: 'page', ...page, ...rest, body: Buffer.from(html) };
};

/** Text of a page that has content of its own: sentences that differ, so that they don't look like a message. */
const text = (topic: string, sentences = 60): string =>
  Array.from({ length: sentences }, (_, at) => `Sentence ${at} tells of ${topic} and of detail ${at * 7}.`).join(' ');

const html = (title: string, body: string, head = ''): string =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body><h1>${title}</h1><p>${body}</p></body></html>`;

const listing = html('VELORA leather bag brown | Shop', text('bags'));

const before: PageFingerprint = fingerprintOf(pageText(listing), 'VELORA leather bag brown');

const judged = (page: Sight, subject: Partial<Subject> = {}): string => {
  if (page.kind === 'later') throw new Error('a host that asked to wait is not judged');
  const { state, ground } = judge(page, aSubject(subject));
  return `${state} ${ground}`;
};

type Case = [says: string, verdict: string, page: Sight, subject?: Partial<Subject>];

describe('a look is judged', () => {
  const cases: Case[] = [
    ['up where the page of the listing is shown', 'up page-shown', aPage({ html: listing })],
    ['up where the page is the one it was', 'up page-shown', aPage({ html: listing }), { before }],
    ['up where the page is not sent again, being the same', 'up not-modified', aPage({ status: 304 }), { before }],
    [
      'up where the listing is a file that is there',
      'up page-shown',
      aPage({ contentType: 'application/pdf', html: '%PDF' }),
    ],
    [
      'up where another part of the page changed',
      'up page-shown',
      aPage({ html: html('VELORA leather bag brown | Shop', `${text('bags')} New: today's offers`) }),
      { before },
    ],
    [
      'up where words of another listing stand on a long page of ours',
      'up page-shown',
      aPage({ html: html('VELORA leather bag brown', `${text('bags')} Other colours are sold out.`) }),
    ],
    ['down with 404', 'down not-found', aPage({ status: 404 })],
    ['down with 410', 'down not-found', aPage({ status: 410 })],
    [
      'down with 404 on a page it was sent to on the platform',
      'down not-found',
      aPage({ status: 404, finalUrl: HOME }),
    ],
    [
      'down where it leads to the front page',
      'down sent-elsewhere',
      aPage({ finalUrl: HOME, html: html('Shop', text('offers')) }),
    ],
    [
      'down where the platform’s own words say so on a page of any length',
      'down says-gone',
      aPage({ html: html('Shop', `${text('bags')} Not sold any more.`) }),
      { gone: [/not sold any more/iu] },
    ],
    ['geo-down with 451', 'geo-down legal-block', aPage({ status: 451 })],
    [
      'geo-down with 403 that names the country',
      'geo-down says-blocked-here',
      aPage({ status: 403, html: html('Sorry', 'This item is not available in your country.') }),
    ],
    [
      'altered where title and text are others',
      'altered content-changed',
      aPage({
        html: html('Garden hose 20 m', 'Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. '.repeat(40)),
      }),
      { before },
    ],
    [
      'altered where the reported title went and the page has another',
      'altered title-gone',
      aPage({ html: html('Garden hose 20 m', text('bags')) }),
      { before },
    ],
    ['unobservable with 403 alone', 'unobservable refused', aPage({ status: 403, html: html('Forbidden', 'No.') })],
    ['unobservable with 401', 'unobservable login', aPage({ status: 401 })],
    ['unobservable with 429', 'unobservable rate-limited', aPage({ status: 429 })],
    ['unobservable with 503', 'unobservable server-error', aPage({ status: 503 })],
    ['unobservable with another status', 'unobservable unexpected-status', aPage({ status: 418 })],
    [
      'unobservable with 404 of a place that is not the platform',
      'unobservable other-address',
      aPage({ status: 404, finalUrl: 'https://parked.example/' }),
    ],
    [
      'unobservable where it leads to a page nobody knows',
      'unobservable other-address',
      aPage({ finalUrl: 'https://shop.example/item/18', html: listing }),
    ],
    [
      'unobservable behind a captcha in words',
      'unobservable captcha',
      aPage({ html: html('Security check', 'Please verify you are human to go on.') }),
    ],
    [
      'unobservable behind a captcha in marks',
      'unobservable captcha',
      aPage({ html: html('shop', 'One moment', '<script src="/_____tmd_____/punish?x5secdata=1"></script>') }),
    ],
    [
      'unobservable behind a captcha that stands on the front page',
      'unobservable captcha',
      aPage({ finalUrl: HOME, html: html('滑动验证', '请拖动滑块完成验证') }),
    ],
    [
      'unobservable on a page that asks for a password',
      'unobservable login',
      aPage({ html: '<form><input type="password" name="p"></form>' }),
    ],
    [
      'unobservable on an address that asks who is there',
      'unobservable login',
      aPage({ finalUrl: 'https://login.shop.example/member/login.jhtml', html: listing }),
    ],
    [
      'unobservable where the platform’s own words ask who is there',
      'unobservable login',
      aPage({ html: html('Shop', `${text('bags')} Members only`) }),
      { login: [/members only/iu] },
    ],
    [
      'unobservable where scripts alone fill the page',
      'unobservable script-only',
      aPage({
        html: '<html><head><title>Shop</title></head><body><div id="app"></div><script>render()</script></body></html>',
      }),
    ],
    [
      'unobservable where a long page of the listing holds words that say gone',
      'unobservable mixed-signs',
      aPage({ html: html('VELORA leather bag brown', `${text('bags')} This item is no longer available in red.`) }),
    ],
    ['unobservable where time ran out', 'unobservable timeout', { kind: 'unseen', why: 'timeout', detail: '' }],
    [
      'unobservable where nobody answers',
      'unobservable unreachable',
      { kind: 'unseen', why: 'unreachable', detail: '' },
    ],
    [
      'unobservable where robots.txt does not allow it',
      'unobservable robots',
      { kind: 'unseen', why: 'robots', detail: '' },
    ],
    [
      'unobservable in a private network',
      'unobservable private-address',
      { kind: 'unseen', why: 'private-address', detail: '' },
    ],
    [
      'unobservable after too many redirects',
      'unobservable redirects',
      { kind: 'unseen', why: 'redirects', detail: '' },
    ],
  ];
  it.each(cases.map(([says, verdict, page, subject = {}]) => ({ says, verdict, page, subject })))(
    '$says',
    ({ verdict, page, subject }) => {
      expect(judged(page, subject)).toBe(verdict);
    },
  );

  it.each([
    ['This item is no longer available', 'en'],
    ['This listing was removed by the seller', 'en'],
    ['Page not found', 'en'],
    ['很抱歉，您查看的宝贝不存在，可能已下架或者被转移。', 'zh'],
    ['该商品已下架', 'zh'],
    ['商品不存在', 'zh'],
    ['Sản phẩm này không tồn tại', 'vi'],
    ['Tin đăng đã hết hạn', 'vi'],
    ['Dieser Artikel ist leider nicht mehr verfügbar.', 'de'],
    ['Die Anzeige wurde gelöscht', 'de'],
    ['Cette annonce a été supprimée', 'fr'],
    ['L’article est introuvable', 'fr'],
    ['Esta publicación ya no está disponible', 'es'],
    ['Publicación finalizada', 'es'],
  ])('down on a short page that says with status 200: %s', (words) => {
    expect(judged(aPage({ html: html('Shop', words) }))).toBe('down says-gone');
  });

  it.each([
    ['Only 3 left, delivery not available on Sunday'],
    ['Currently out of stock'],
    ['库存不足'],
    ['hết hàng tạm thời'],
    ['Derzeit nicht auf Lager'],
    ['Épuisé pour le moment'],
    ['Agotado por el momento'],
  ])('up on a page that says no more than: %s', (words) => {
    expect(judged(aPage({ html: html('VELORA leather bag brown', `${words}. ${text('bags', 8)}`) }))).toBe(
      'up page-shown',
    );
  });

  it('up by the title given to those who share a page that scripts fill', () => {
    const head = '<meta property="og:title" content="VELORA leather bag brown">';
    expect(judged(aPage({ html: `<html><head>${head}<script>x()</script></head><body></body></html>` }))).toBe(
      'up page-shown',
    );
  });

  it('by words in the charset of the page', () => {
    const words = Buffer.from([0xb8, 0xc3, 0xc9, 0xcc, 0xc6, 0xb7, 0xd2, 0xd1, 0xcf, 0xc2, 0xbc, 0xdc]); // 该商品已下架 in GBK
    const body = Buffer.concat([Buffer.from('<html><body><meta charset="gbk">'), words, Buffer.from('</body></html>')]);
    expect(judged({ ...aPage(), body })).toBe('down says-gone');
  });

  it('by the words that are read, not by those of its scripts', () => {
    const script = '<script>var words = { gone: "This item is no longer available" }</script>';
    expect(judged(aPage({ html: html('VELORA leather bag brown', text('bags'), script) }))).toBe('up page-shown');
  });

  it('in little time, whatever the page holds', () => {
    for (const evil of ['<', '<h1>', '<meta property=', '<!--', '<script', '&#', ' ', '已', "l'"]) {
      expect(judged(aPage({ html: html('x', evil.repeat(400_000 / evil.length)) }))).toMatch(/^(up|unobservable) /u);
    }
  }, 20_000);
});

describe('the fingerprint of a page', () => {
  it('stays as it is where its layout alone changes, and tells whether the reported title stands there', () => {
    const anew = html('  VELORA   leather <b>bag</b> brown – Shop', text('bags').replaceAll('. ', '.<br>\n'));
    expect(fingerprintOf(pageText(anew), 'Velora leather bag, brown')).toEqual(before);
    expect(before).toEqual({
      title: 'velora leather bag brown shop',
      text: expect.stringMatching(/^[0-9a-f]{16}$/u),
      titleFound: true,
    });
    expect(fingerprintOf(pageText(listing), null).titleFound).toBeNull();
    expect(fingerprintOf(pageText(listing), 'Garden hose 20 m').titleFound).toBe(false);
  });
});
