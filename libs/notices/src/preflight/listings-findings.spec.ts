import { describe, expect, it } from '@jest/globals';
import { aPlatform } from '../a-notice.spec-data.js';
import { aSeen, anEarlierReport, codesOf, findingsOf, theFinding } from './a-preflight.spec-data.js';
import type { FindingCode } from './finding.js';
import type { PreflightFacts, SeenListing } from './preflight-facts.js';

const ofListing = (listing: Partial<SeenListing>): FindingCode[] => codesOf({ seen: [aSeen(listing)] });

describe('an address', () => {
  it.each<[string, string]>([
    ['no-address', 'no web address'],
    ['unsupported-scheme', 'no address of the web (http or https)'],
    ['several-addresses', 'several addresses in one'],
    ['credentials', 'an address with a user’s name in it, as those that deceive have'],
    ['too-long', 'too long for an address'],
    ['no-public-host', 'an address that nobody outside can open'],
    ['no-domain', 'no domain name'],
    ['whole-site', 'a whole site, not one listing'],
    ['shop', 'a seller’s shop, not one listing'],
    ['search', 'a search, whose results change'],
    ['category', 'a category, not one listing'],
    ['help', 'a page of the platform itself'],
    ['unknown-page', 'a page of the platform that is no listing'],
    ['a-reason-of-tomorrow', 'no address of a listing'],
  ])('that is no listing is told why: %s', (notListing, what) => {
    const listing = aSeen({ position: 7, url: 'https://x.test/a', notListing, markets: [] });
    expect(theFinding('not-a-listing', { seen: [listing] })).toEqual({
      code: 'not-a-listing',
      severity: 'refusal',
      pointer: '/items/7/url',
      detail: `https://x.test/a is ${what}. Give the address of each listing.`,
      values: { url: 'https://x.test/a', platform: 'Marketville', why: notListing },
      reason: 'RR-20',
    });
  });

  it('is told one thing, the first to be mended', () => {
    const elsewhere = { platform: 'elsewhere', platformName: 'Elsewhere' };
    expect(ofListing({ ...elsewhere, shortLink: true, notListing: 'shop' })).toEqual(['not-a-listing']);
    expect(ofListing({ ...elsewhere, shortLink: true })).toEqual(['short-link']);
    expect(ofListing(elsewhere)).toEqual(['other-platform']);
  });

  it('of another platform is named with it, by its slug where it has no name', () => {
    const onElsewhere = { seen: [aSeen({ position: 1, platform: 'elsewhere', platformName: 'Elsewhere' })] };
    expect(theFinding('other-platform', onElsewhere)).toMatchObject({
      severity: 'refusal',
      pointer: '/items/1/url',
      detail: 'https://www.marketville.test/item/1001 stands on Elsewhere, not on Marketville. File it with Elsewhere.',
      values: { other: 'Elsewhere', platform: 'Marketville' },
      reason: 'RR-50',
    });
    const nameless = { seen: [aSeen({ platform: 'elsewhere', platformName: null })] };
    expect(theFinding('other-platform', nameless).values['other']).toBe('elsewhere');
  });

  it('of no platform that is known is nobody else’s', () => {
    expect(ofListing({ platform: null, platformName: null })).toEqual([]);
  });

  it('is shown on one line and shortened, with what cannot be seen in it made visible', () => {
    const url = `https://x.test/a\r\nb\u202e${'c'.repeat(200)}`;
    const shown = theFinding('short-link', { seen: [aSeen({ url, shortLink: true })] }).values['url'];
    expect(shown).toBe(`https://x.test/a%0D%0Ab%E2%80%AE${'c'.repeat(87)}…`);
    expect(String(shown)).toHaveLength(120);
  });
});

describe('a listing that was reported before', () => {
  const again = (standing: 'open' | 'refused', renewedBecause: string | null) =>
    findingsOf({ earlier: [anEarlierReport({ standing })], renewedBecause });
  const shown = 'https://www.marketville.test/item/1002?colour=red';

  it.each([null, '', ' \u200b\n'])('is reported again only for a reason, and %j is none', (renewedBecause) => {
    expect(again('open', renewedBecause)).toEqual([
      {
        code: 'under-complaint',
        severity: 'blocks',
        pointer: '/items/1/url',
        detail: `${shown} is already under complaint in RD-2025-00042. Leave it out, or say why it is reported again.`,
        values: { url: shown, reference: 'RD-2025-00042' },
        reason: 'RR-60',
      },
    ]);
    expect(again('refused', renewedBecause)).toEqual([
      {
        code: 'refused-before',
        severity: 'blocks',
        pointer: '/items/1/url',
        detail: `${shown} was refused in RD-2025-00042. Leave it out, or say why it is reported again.`,
        values: { url: shown, reference: 'RD-2025-00042' },
      },
    ]);
  });

  it.each(['open', 'refused'] as const)('and is %s is worth knowing where a reason is given', (standing) => {
    const [found] = again(standing, 'The seller changed the picture.');
    expect(found).toMatchObject({ severity: 'advice', pointer: '/items/1/url' });
    expect(found?.detail).toContain('The reason you give is kept with the complaint.');
  });
});

describe('more listings than one complaint takes', () => {
  const filing = (count: number, most?: number): Partial<PreflightFacts> => ({
    platform: aPlatform({ limits: most === undefined ? {} : { itemsPerComplaint: most } }),
    items: Array.from({ length: count }, (_, n) => ({ url: `https://x.test/${n}`, title: null, seller: null })),
  });

  it.each([
    [300, 300, null],
    [301, 300, 2],
    [600, 300, 2],
    [601, 300, 3],
    [0, 300, null],
    [1, 1, null],
    [2, 1, 2],
  ])('%i of %i', (count, most, filings) => {
    const found = findingsOf(filing(count, most)).filter(({ code }) => code === 'several-filings');
    expect(found.map(({ values }) => values['filings'])).toEqual(filings === null ? [] : [filings]);
  });

  it('are no matter where no limit is known', () => {
    expect(codesOf(filing(5000))).toEqual([]);
  });

  it('are held against the way that is open to the ground, whose limit goes before the platform’s', () => {
    const channels = [
      { kind: 'http-api', limits: { itemsPerComplaint: 1 } },
      { kind: 'email', address: 'a@x.test', grounds: ['patent'], limits: { itemsPerComplaint: 2 } },
      { kind: 'guided-form', limits: { itemsPerComplaint: 3 } },
    ] as const;
    const platform = aPlatform({ channels, limits: { itemsPerComplaint: 1000 } });
    const { items = [] } = filing(4);
    expect(theFinding('several-filings', { platform, items }).values).toEqual({
      platform: 'Marketville',
      most: 3,
      listings: 4,
      filings: 2,
    });
    expect(theFinding('several-filings', { platform, items, ground: 'patent' }).values['most']).toBe(2);
  });

  it('are told with the drafts they make', () => {
    expect(theFinding('several-filings', filing(5, 2))).toMatchObject({
      severity: 'blocks',
      pointer: '/items',
      detail: 'Marketville takes 2 listings in a complaint; 5 listings make 3 complaints. Save them as 3 drafts.',
      reason: 'RR-61',
    });
  });
});
