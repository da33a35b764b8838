import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aListing, file, registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Client, Json, Problem } from '../support/http.js';
import { rowCounts } from './row-counts.js';

interface Recognised {
  listings: (Json & { url: string; underComplaint: Json | null })[];
  others: Json[];
  unreadable: Json[];
  addresses: number;
  cut: Json | null;
}

let app: TestApp;
let http: Client;
let parties: Parties;
beforeAll(async () => {
  app = await startApp();
  http = app.main.http;
  parties = await registerParties(http);
}, 60_000);
afterAll(async () => app.close(), 30_000);

const recognise = async (text: string, platform?: string, who = http): Promise<Recognised> =>
  expectStatus(await who.post<Recognised>('/listings/recognise', { text, platform }), 200);
const underComplaint = async (url: string, who = http): Promise<(Json | null)[]> =>
  (await recognise(url, 'sandbox', who)).listings.map((listing) => listing.underComplaint);

describe('a pasted text', () => {
  const text = `Dear colleagues, these again:
1. https://us.sandbox.redress.test/1001?utm_source=mail (the brown bag)
- [seen yesterday](https://us.sandbox.redress.test/item/1001)
商品链接：https://item.taobao.com/item.htm?spm=a21bo&id=671021594308，请处理。
https://sandbox.redress.test/shop/velora-outlet
"https://sandbox.redress.test/search?q=velora"
short: https://sandbox.redress.test/s/a1B2c3
https://shop.包.com/p/2
htp://sandbox.redress.test/item/7
http://192.168.1.10/item/1
order 4711 of 2 March`;

  it('is told apart: listings with their platform, what is none and why, and what can’t be read', async () => {
    const read = await recognise(text, 'sandbox');
    const none = { markets: [], underComplaint: null, shortLink: false, times: 1, listingId: null };
    expect(read).toEqual({
      listings: [
        {
          ...none,
          url: 'https://us.sandbox.redress.test/item/1001',
          readable: 'https://us.sandbox.redress.test/item/1001',
          asGiven: 'https://us.sandbox.redress.test/1001?utm_source=mail',
          line: 2,
          times: 2,
          platform: 'sandbox',
          platformName: 'Sandbox platform',
          listingId: '1001',
          markets: ['US'],
        },
        {
          ...none,
          url: 'https://item.taobao.com/item.htm?id=671021594308',
          readable: 'https://item.taobao.com/item.htm?id=671021594308',
          asGiven: 'https://item.taobao.com/item.htm?spm=a21bo&id=671021594308',
          line: 4,
          platform: 'taobao',
          platformName: 'Taobao',
          listingId: '671021594308',
          markets: ['CN'],
        },
        {
          ...none,
          url: 'https://sandbox.redress.test/s/a1B2c3',
          readable: 'https://sandbox.redress.test/s/a1B2c3',
          asGiven: 'https://sandbox.redress.test/s/a1B2c3',
          line: 7,
          platform: 'sandbox',
          platformName: 'Sandbox platform',
          shortLink: true,
        },
        {
          ...none,
          url: 'https://shop.xn--uir.com/p/2',
          readable: 'https://shop.包.com/p/2',
          asGiven: 'https://shop.包.com/p/2',
          line: 8,
          platform: null,
          platformName: null,
        },
      ],
      others: [
        {
          asGiven: 'https://sandbox.redress.test/shop/velora-outlet',
          line: 5,
          platformName: 'Sandbox platform',
          why: 'shop',
        },
        {
          asGiven: 'https://sandbox.redress.test/search?q=velora',
          line: 6,
          platformName: 'Sandbox platform',
          why: 'search',
        },
        { asGiven: 'http://192.168.1.10/item/1', line: 10, platformName: null, why: 'no-public-host' },
      ],
      unreadable: [{ line: 9, text: 'htp://sandbox.redress.test/item/7' }],
      addresses: 8,
      cut: null,
    });
  });

  it('is stored nowhere, and no address in it is asked', async () => {
    const before = await rowCounts(app);
    await recognise(text);
    expect(await rowCounts(app)).toEqual(before);
  });

  it('that is empty or holds none has none', async () => {
    const nothing = { listings: [], others: [], unreadable: [], addresses: 0, cut: null };
    for (const none of ['', ' \n\r\n', 'order 4711 of 2 March']) expect(await recognise(none)).toEqual(nothing);
  });

  it('is read to its last line, however long it may be', async () => {
    const address = '\nhttps://sandbox.redress.test/item/424242';
    const { listings, cut } = await recognise('包'.repeat(5_000_000 - address.length) + address);
    expect([listings.map(({ line, listingId }) => [line, listingId]), cut]).toEqual([[[2, '424242']], null]);
  }, 30_000);

  it('is refused by the name of the field where it is none, or too long', async () => {
    const answers = [
      await http.post<Problem>('/listings/recognise', {}),
      await http.post<Problem>('/listings/recognise', { text: 'a\u0000b' }),
      await http.post<Problem>('/listings/recognise', { text: 'x'.repeat(5_000_001) }),
    ];
    expect(answers.map(({ status, body }) => [status, body.errors?.[0]?.pointer])).toEqual(
      answers.map(() => [400, '/text']),
    );
  });
});

describe('a listing that stands under a complaint', () => {
  it('is told with the complaint, in whatever spelling it is pasted', async () => {
    const listing = aListing();
    const filed = await file(http, parties, { items: [listing] });
    const told = { complaintId: filed.id, reference: filed.reference, outcome: 'pending' };
    const url = String(listing['url']);
    const spellings = [url, url.replace('/item/', '/'), `${url}/?utm_source=x#photos`, url.replace('https', 'http')];
    for (const spelling of spellings) expect([spelling, await underComplaint(spelling)]).toEqual([spelling, [told]]);
  });

  it('is told of drafts too, of the latest complaint, and of none that was withdrawn', async () => {
    const listing = aListing();
    const url = String(listing['url']);
    expect(await underComplaint(url)).toEqual([null]);
    const first = await file(http, parties, { items: [listing] });
    const draft = await file(http, parties, { items: [listing], submit: false });
    const reference = async () => (await underComplaint(url)).map((each) => each?.['reference']);
    expect(await reference()).toEqual([draft.reference]);
    expectStatus(await http.post(`/complaints/${draft.id}/withdraw`, {}), 200);
    expect(await reference()).toEqual([first.reference]);
    expectStatus(await http.post(`/complaints/${first.id}/withdraw`, {}), 200);
    expect(await underComplaint(url)).toEqual([null]);
  });

  it('is told to nobody in another workspace', async () => {
    const listing = aListing();
    await file(http, parties, { items: [listing] });
    const other = await app.addWorkspace('Other');
    expect(await underComplaint(String(listing['url']), other.http)).toEqual([null]);
  });
});
