import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { aNotice, aPlatform, aPower, aRight, aRightsHolder } from '../a-notice.spec-data.js';
import { dayAtPlatform } from '../platform-day.js';
import {
  aPreflight,
  aRate,
  aSeen,
  aVerification,
  anEarlierReport,
  codesOf,
  findingsOf,
  in60Days,
  in61Days,
  today,
  tomorrow,
  yesterday,
} from './a-preflight.spec-data.js';
import { findingCodes, severities } from './finding.js';
import type { FindingCode } from './finding.js';
import type { PreflightFacts } from './preflight-facts.js';
import { preflight } from './preflight.js';

type Facts = Partial<PreflightFacts>;

const holder = aRightsHolder();
const agent = aRightsHolder({ representedByAgent: true });
const verifying = aPlatform({ gate: { rightVerified: true } });
const aCertificate = { kind: 'certificate', title: 'Certificate', fileId: null, language: null } as const;
const aPaper = { ...aCertificate, title: 'Urkunde', language: 'de' };
const rules = { id: 'p', name: 'Good Faith', windowMonths: 3, takedownRateAtLeast: 0.9 };
const member = aPlatform({ programme: rules });
const filing = (items: number): Facts => ({
  platform: aPlatform({ limits: { itemsPerComplaint: 2 } }),
  items: Array.from({ length: items }, (_, n) => ({ url: `https://x.test/${n}`, title: null, seller: null })),
});

/** For each code the smallest complaint that meets it, and the nearest one that does not. */
const borders: Record<FindingCode, { met: Facts; across: Facts }> = {
  'right-expired': {
    met: { rights: [aRight({ validTo: yesterday })] },
    across: { rights: [aRight({ validTo: today })] },
  },
  'right-not-yet-in-force': {
    met: { rights: [aRight({ validFrom: tomorrow })] },
    across: { rights: [aRight({ validFrom: today })] },
  },
  'right-expires-soon': {
    met: { rights: [aRight({ validTo: in60Days })] },
    across: { rights: [aRight({ validTo: in61Days })] },
  },
  'right-pending': {
    met: { rights: [aRight({ registration: 'pending' })] },
    across: { rights: [aRight({ registration: 'unregistered' })] },
  },
  'right-other-owner': {
    met: { rights: [aRight({ owners: [{ owner: 'Wollhaus KG', since: null, recordedAs: null }] })] },
    across: { rights: [aRight({ owners: [{ owner: holder.name, since: null, recordedAs: null }] })] },
  },
  'right-not-verified': {
    met: { platform: verifying, rights: [aRight({ documents: [aCertificate] })] },
    across: { platform: aPlatform({ gate: { rightVerified: false } }) },
  },
  'certificate-missing': {
    met: { platform: verifying, verifications: [aVerification({ status: 'pending' })] },
    across: { platform: verifying, verifications: [aVerification()] },
  },
  'translation-missing': {
    met: { rights: [aRight({ documents: [aPaper] })] },
    across: { rights: [aRight({ documents: [{ ...aPaper, language: 'en' }] })] },
  },
  'wrong-territory': {
    met: { seen: [aSeen({ markets: ['GB'] })] },
    across: { seen: [aSeen({ markets: ['DE'] })] },
  },
  'territory-unknown': {
    met: { rights: [aRight({ office: 'WIPO' })] },
    across: { rights: [aRight({ office: 'EUIPO' })] },
  },
  'wrong-class': { met: { goodsClasses: [9] }, across: { goodsClasses: [9, 25] } },
  'class-unknown': { met: { rights: [aRight({ classes: [] })] }, across: { rights: [aRight({ classes: [25] })] } },
  'power-missing': {
    met: { rightsHolder: agent, powers: [aPower({ validTo: yesterday })] },
    across: { rightsHolder: agent, powers: [aPower({ validTo: today })] },
  },
  'power-expires-soon': {
    met: { rightsHolder: agent, powers: [aPower({ validTo: in60Days })] },
    across: { rightsHolder: agent, powers: [aPower({ validTo: in61Days })] },
  },
  'under-complaint': { met: { earlier: [anEarlierReport()] }, across: {} },
  'refused-before': { met: { earlier: [anEarlierReport({ standing: 'refused' })] }, across: {} },
  'other-platform': {
    met: { seen: [aSeen({ platform: 'elsewhere', platformName: 'Elsewhere' })] },
    across: { seen: [aSeen({ platform: null, platformName: null })] },
  },
  'not-a-listing': { met: { seen: [aSeen({ notListing: 'shop' })] }, across: { seen: [aSeen()] } },
  'short-link': { met: { seen: [aSeen({ shortLink: true })] }, across: { seen: [aSeen()] } },
  'several-filings': { met: filing(3), across: filing(2) },
  'membership-needed': { met: { platform: aPlatform({ gate: { membership: 'VeRO' } }) }, across: {} },
  'programme-headroom': {
    met: { platform: member, programme: { takedown: aRate({ low: 0.9 }), counterNotice: null } },
    across: { platform: member, programme: { takedown: aRate({ low: 0.8999 }), counterNotice: null } },
  },
  'programme-at-risk': {
    met: { platform: member, programme: { takedown: aRate({ low: 0.8999 }), counterNotice: null } },
    across: { platform: member, programme: { takedown: aRate({ low: 0.9 }), counterNotice: null } },
  },
};

describe('what stands in the way of a complaint', () => {
  it('is nothing where nothing speaks against it', () => {
    expect(findingsOf({})).toEqual([]);
  });

  it.each(findingCodes)('is %s on one side of the border, and not on the other', (code) => {
    const { met, across } = borders[code];
    expect(codesOf(met)).toContain(code);
    expect(codesOf(across)).not.toContain(code);
  });

  it.each(findingCodes)('is no more than %s, and one for each rate and paper that goes with it', (code) => {
    const others = new Set(codesOf(borders[code].met).filter((each) => each !== code));
    const expected = code === 'certificate-missing' ? ['right-not-verified'] : [];
    expect([...others]).toEqual(expected);
  });

  it('is told by the day at the platform, which is not the day in Greenwich', () => {
    const at = new Date('2026-03-16T16:00:00Z');
    const rights = [aRight({ validTo: '2026-03-16' })];
    const onDay = (timeZone: string): FindingCode[] => {
      const notice = aNotice({ at, rights, platform: aPlatform({ timeZone }) });
      return preflight({ ...aPreflight(), ...notice, day: dayAtPlatform(notice) }).map(({ code }) => code);
    };
    expect(DateTime.fromJSDate(at, { zone: 'utc' }).toISODate()).toBe('2026-03-16');
    expect(onDay('UTC')).toEqual(['right-expires-soon']);
    expect(onDay('Asia/Shanghai')).toEqual(['right-expired']);
    expect(onDay('America/Los_Angeles')).toEqual(['right-expires-soon']);
  });
});

/** Something of every part and of every severity at once. */
const everything = (): Facts => ({
  ...filing(3),
  platform: aPlatform({ limits: { itemsPerComplaint: 2 }, gate: { membership: 'VeRO' }, programme: rules }),
  rightsHolder: agent,
  rights: [
    aRight({ validTo: in60Days, classes: [], registration: 'pending' }),
    aRight({ id: 'second', validTo: yesterday }),
  ],
  seen: [aSeen({ notListing: 'search' }), aSeen({ position: 1, shortLink: true })],
  earlier: [anEarlierReport()],
  programme: { takedown: aRate(), counterNotice: null },
});

describe('the order of findings', () => {
  it('is gravest first, then rights, authority, listings, programme, and each in the order of the request', () => {
    expect(findingsOf(everything()).map(({ severity, code, pointer }) => [severity, code, pointer])).toEqual([
      ['blocks', 'power-missing', '/rightIds/0'],
      ['blocks', 'power-missing', '/rightIds/1'],
      ['blocks', 'several-filings', '/items'],
      ['blocks', 'under-complaint', '/items/1/url'],
      ['refusal', 'right-pending', '/rightIds/0'],
      ['refusal', 'right-expired', '/rightIds/1'],
      ['refusal', 'not-a-listing', '/items/0/url'],
      ['refusal', 'short-link', '/items/1/url'],
      ['advice', 'right-expires-soon', '/rightIds/0'],
      ['advice', 'class-unknown', '/rightIds/0'],
      ['advice', 'membership-needed', '/platform'],
      ['advice', 'programme-headroom', '/platform'],
    ]);
  });

  it('is the same at every look', () => {
    expect(findingsOf(everything())).toEqual(findingsOf(everything()));
  });

  it('knows every severity there is', () => {
    const met = findingCodes.flatMap((code) => findingsOf(borders[code].met).map(({ severity }) => severity));
    expect([...severities].sort()).toEqual([...new Set(met)].sort());
  });
});
