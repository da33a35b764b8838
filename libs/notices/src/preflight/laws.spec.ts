import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { grounds, registrations, rightDocumentKinds, rightKinds, verificationStatuses } from '#libs/domain';
import type { PowerOfAttorney, Right } from '#libs/domain';
import { aNotice, aPlatform, aPower, aRight, aRightsHolder } from '../a-notice.spec-data.js';
import { aPreflight, aSeen, aVerification, anEarlierReport, findingsOf, today } from './a-preflight.spec-data.js';
import { dayAfter, named, severities } from './finding.js';
import type { Finding } from './finding.js';
import type { PreflightFacts } from './preflight-facts.js';
import { preflight } from './preflight.js';

/** Half of a pair of surrogates, marks of direction, controls, line ends and all other characters. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\ud800', '\udfff', '\u202e', '\u2028', '\0', '\r', '\n', '"', '{{', '$&'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 120,
});

const aDay = fc.integer({ min: -40_000, max: 40_000 }).map((days) => dayAfter(today, days));
const perhaps = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(one);
const territories = fc.array(fc.constantFrom('US', 'EU', 'DE', 'BX', 'OA', 'CN', 'XX'), { maxLength: 3 });
const niceClasses = fc.array(fc.integer({ min: 1, max: 45 }), { maxLength: 4 });

const aRightOfAnyKind: fc.Arbitrary<Right> = fc
  .record({
    id: fc.constantFrom('r', 's', 't'),
    kind: fc.constantFrom(...rightKinds),
    title: anyText,
    registration: fc.constantFrom(...registrations),
    office: perhaps(fc.constantFrom('EUIPO', 'uspto', 'INPI', '')),
    classes: niceClasses,
    territories,
    validFrom: perhaps(aDay),
    validTo: perhaps(aDay),
    owners: fc.array(fc.record({ owner: anyText, since: perhaps(aDay), recordedAs: perhaps(anyText) }), {
      maxLength: 3,
    }),
    documents: fc.array(
      fc.record({
        kind: fc.constantFrom(...rightDocumentKinds),
        title: anyText,
        fileId: fc.constant(null),
        language: perhaps(fc.oneof(anyText, fc.constantFrom('en', 'zh-Hans', 'de'))),
      }),
      { maxLength: 3 },
    ),
  })
  .map((facts) => aRight(facts));

const aPowerOfAnyTerm: fc.Arbitrary<PowerOfAttorney> = fc
  .record({
    rightIds: fc.subarray(['r', 's', 't']),
    platforms: fc.subarray(['marketville', 'elsewhere']),
    validFrom: aDay,
    validTo: perhaps(aDay),
    revokedAt: perhaps(fc.constant(aNotice().at)),
  })
  .map((facts) => aPower(facts));

const aStanding = fc.constantFrom('open' as const, 'refused' as const);
const aShare = fc.double({ min: 0, max: 1, noNaN: true });
const aProgrammeRate = fc.record({
  value: aShare,
  low: aShare,
  high: aShare,
  numerator: fc.nat(),
  denominator: fc.nat(),
});

const somePlatform = fc
  .record({
    rightVerified: fc.boolean(),
    membership: fc.option(fc.constant('VeRO'), { nil: undefined }),
    most: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  })
  .map(({ rightVerified, membership, most }) =>
    aPlatform({
      gate: { rightVerified, ...(membership === undefined ? {} : { membership }) },
      limits: most === undefined ? {} : { itemsPerComplaint: most },
      programme: { id: 'p', name: 'Good Faith', takedownRateAtLeast: 0.9, counterNoticeRateAtMost: 0.05 },
    }),
  );

const listingOf = (position: number) =>
  fc
    .record({
      url: anyText,
      platform: perhaps(fc.constantFrom('marketville', 'elsewhere')),
      platformName: perhaps(fc.constant('Elsewhere')),
      notListing: perhaps(fc.constantFrom('shop', 'credentials')),
      shortLink: fc.boolean(),
      markets: territories,
    })
    .map((facts) => aSeen({ ...facts, position }));

const someListings = fc
  .integer({ min: 0, max: 4 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, position) => listingOf(position))));

/** Any complaint at all: sensible or not. */
const anyFacts: fc.Arbitrary<PreflightFacts> = fc
  .record({
    ground: fc.constantFrom(...grounds),
    platform: somePlatform,
    name: anyText,
    representedByAgent: fc.boolean(),
    rights: fc.array(aRightOfAnyKind, { maxLength: 3 }),
    powers: fc.array(aPowerOfAnyTerm, { maxLength: 3 }),
    verifications: fc.array(
      fc
        .record({ rightId: fc.constantFrom('r', 's'), status: fc.constantFrom(...verificationStatuses) })
        .map((facts) => aVerification(facts)),
      { maxLength: 2 },
    ),
    seen: someListings,
    goodsClasses: niceClasses,
    standings: fc.array(aStanding, { maxLength: 4 }),
    renewedBecause: perhaps(anyText),
    programme: perhaps(fc.record({ takedown: perhaps(aProgrammeRate), counterNotice: perhaps(aProgrammeRate) })),
    day: aDay,
  })
  .map(({ name, representedByAgent, standings, seen, ...facts }) =>
    aPreflight({
      ...facts,
      seen,
      rightsHolder: aRightsHolder({ name, representedByAgent }),
      items: seen.map(({ url }) => ({ url, title: null, seller: null })),
      earlier: standings.flatMap((standing, position) => {
        const listing = seen[position];
        return listing === undefined ? [] : [anEarlierReport({ position, url: listing.url, standing })];
      }),
    }),
  );

const ONE_LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029\u202e]*$/u;

/** What a pointer leads to, as it must be named. */
function nameOfPlace(facts: PreflightFacts, { pointer, values }: Finding): string {
  const [, list = '', position = ''] = pointer.split('/');
  if (list === 'rightIds') return named(facts.rights[Number(position)]?.title ?? 'no such right');
  if (list === 'platform') return String(values['programme'] ?? facts.platform.name);
  return position === '' ? `${facts.items.length} listings` : String(values['url']);
}

describe('whatever a complaint says', () => {
  it('it is looked over, and each finding is one line about what its pointer leads to', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const finding of preflight(facts)) {
          expect(finding.detail).toMatch(ONE_LINE);
          expect(finding.detail).toContain(nameOfPlace(facts, finding));
          expect(finding.detail).toMatch(/\.$/);
          expect(finding.pointer).toMatch(/^\/(?:platform|items(?:\/\d+\/url)?|rightIds\/\d+)$/);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('the values of a finding are texts of one line and finite numbers', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { values } of preflight(facts)) {
          for (const value of Object.values(values)) {
            if (typeof value === 'string') expect(value).toMatch(ONE_LINE);
            else expect(Number.isFinite(value)).toBe(true);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('the gravest findings come first', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const ranks = preflight(facts).map(({ severity }) => severities.indexOf(severity));
        expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
      }),
    );
  });

  it('it is not changed by being looked over', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const before = structuredClone(facts);
        preflight(facts);
        expect(facts).toEqual(before);
      }),
    );
  });
});

const at = (findings: readonly Finding[], pointer: RegExp): Finding[] =>
  findings.filter((finding) => pointer.test(finding.pointer));

describe('a part that is added', () => {
  it('changes no finding about the others, where it is a right', () => {
    fc.assert(
      fc.property(anyFacts, aRightOfAnyKind, (facts, right) => {
        const added = `/rightIds/${facts.rights.length}`;
        const after = preflight({ ...facts, rights: [...facts.rights, right] });
        expect(after.filter(({ pointer }) => pointer !== added)).toEqual(preflight(facts));
      }),
    );
  });

  it('changes no finding about the others, where it is a listing', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (facts, { seen: [more] }) => {
        fc.pre(more !== undefined);
        const seen = [...facts.seen, { ...more, position: facts.seen.length }];
        const others = new RegExp(`^/items/(?!${facts.seen.length}/)\\d+/url$`);
        expect(at(preflight({ ...facts, seen }), others)).toEqual(at(preflight(facts), others));
      }),
    );
  });

  it('never takes away a right’s territory, where it is a listing', () => {
    fc.assert(
      fc.property(anyFacts, listingOf(9), (facts, more) => {
        const astray = (seen: PreflightFacts['seen']): string[] =>
          preflight({ ...facts, seen }).flatMap(({ code, pointer }) => (code === 'wrong-territory' ? [pointer] : []));
        expect(astray([...facts.seen, more])).toEqual(expect.arrayContaining(astray(facts.seen)));
      }),
    );
  });

  it('never takes away authority, where it is a power of attorney', () => {
    fc.assert(
      fc.property(anyFacts, aPowerOfAnyTerm, (facts, power) => {
        const lacking = (powers: PreflightFacts['powers']): string[] =>
          preflight({ ...facts, powers }).flatMap(({ code, pointer }) => (code === 'power-missing' ? [pointer] : []));
        expect(lacking(facts.powers)).toEqual(expect.arrayContaining(lacking([...facts.powers, power])));
      }),
    );
  });
});

describe('a reason to report again', () => {
  it('changes nothing but how gravely the earlier reports weigh', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const without = preflight({ ...facts, renewedBecause: null });
        const withReason = preflight({ ...facts, renewedBecause: 'New evidence' });
        const isEarlier = ({ code }: Finding): boolean => code === 'under-complaint' || code === 'refused-before';
        expect(withReason.filter((each) => !isEarlier(each))).toEqual(without.filter((each) => !isEarlier(each)));
        const [before, after] = [without.filter(isEarlier), withReason.filter(isEarlier)];
        expect(before.every(({ severity }) => severity === 'blocks')).toBe(true);
        expect(after).toEqual(
          before.map((each) => ({
            ...each,
            severity: 'advice',
            detail: expect.stringContaining('The reason you give'),
          })),
        );
      }),
    );
  });
});

describe('what blocks a complaint', () => {
  it('is authority, number and repetition alone: without them the rest stands unchanged', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const freed = {
          ...facts,
          rightsHolder: { ...facts.rightsHolder, representedByAgent: false },
          platform: { ...facts.platform, limits: {} },
          earlier: [],
        };
        const open = preflight(facts).filter(({ severity }) => severity !== 'blocks');
        const ofTheFreed = ['power-expires-soon', 'under-complaint', 'refused-before'];
        expect(preflight(freed)).toEqual(open.filter(({ code }) => !ofTheFreed.includes(code)));
      }),
    );
  });
});

describe('the days of a right', () => {
  it('go from long enough through soon to over, at the days that were said', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), (days) => {
        const rights = [aRight({ validTo: dayAfter(today, days) })];
        const expected = days < 0 ? ['right-expired'] : days <= 60 ? ['right-expires-soon'] : [];
        expect(findingsOf({ rights }).map(({ code }) => code)).toEqual(expected);
      }),
    );
  });

  it('are counted by the calendar, leap days and summer time included', () => {
    expect(dayAfter('2024-02-28', 1)).toBe('2024-02-29');
    expect(dayAfter('2025-02-28', 1)).toBe('2025-03-01');
    expect(dayAfter('2026-03-28', 2)).toBe('2026-03-30');
    expect(dayAfter('2026-12-31', 60)).toBe('2027-03-01');
    fc.assert(
      fc.property(aDay, fc.nat(10_000), (day, days) => {
        expect(dayAfter(dayAfter(day, days), -days)).toBe(day);
      }),
    );
  });
});

describe('copyright', () => {
  const ofWorks = ['wrong-territory', 'territory-unknown', 'right-pending', 'certificate-missing', 'wrong-class'];

  it('is held everywhere, from the first day, without papers and classes', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const rights = facts.rights.map((right) => ({ ...right, kind: 'copyright' as const }));
        const codes = preflight({ ...facts, rights }).map(({ code }) => code);
        expect(codes.filter((code) => ofWorks.includes(code))).toEqual([]);
      }),
    );
  });
});
