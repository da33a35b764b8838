import { describe, expect, it } from '@jest/globals';
import type { PlatformProgramme } from '#libs/domain';
import { aPlatform } from '../a-notice.spec-data.js';
import { aRate, codesOf, findingsOf, theFinding } from './a-preflight.spec-data.js';
import type { Finding, FindingCode } from './finding.js';
import type { ProgrammeRate, ProgrammeStanding } from './preflight-facts.js';

/** Thresholds of Alibaba's Good-Faith Takedown Mechanism as of 2020. */
const rules: PlatformProgramme = {
  id: 'good-faith',
  name: 'Good Faith',
  windowMonths: 3,
  takedownRateAtLeast: 0.9,
  counterNoticeRateAtMost: 0.05,
};
const { takedownRateAtLeast: _least, ...onlyCounter } = rules;
const { counterNoticeRateAtMost: _most, ...onlyTakedown } = rules;

const standing = (programme: PlatformProgramme | null, rates: Partial<ProgrammeStanding> | null): Finding[] =>
  findingsOf({
    platform: aPlatform({ programme }),
    programme: rates === null ? null : { takedown: null, counterNotice: null, ...rates },
  });

const codesFor = (programme: PlatformProgramme, rates: Partial<ProgrammeStanding>): FindingCode[] =>
  standing(programme, rates).map(({ code }) => code);

/** Rates with their Wilson intervals at 95 %. */
const rate = (numerator: number, denominator: number, low: number, high: number): ProgrammeRate => ({
  value: numerator / denominator,
  low,
  high,
  numerator,
  denominator,
});

describe('the takedown rate of a member', () => {
  it.each<[string, ProgrammeRate, FindingCode]>([
    ['90 % of 20 is noise', rate(18, 20, 0.699, 0.9721), 'programme-at-risk'],
    ['all of 20 do not tell 90 % either', rate(20, 20, 0.8389, 1), 'programme-at-risk'],
    ['all of 34 just don’t', rate(34, 34, 0.8985, 1), 'programme-at-risk'],
    ['all of 35 just do', rate(35, 35, 0.9011, 1), 'programme-headroom'],
    ['92 % of 2,000 clear it', rate(1840, 2000, 0.9073, 0.9311), 'programme-headroom'],
    ['90 % of 2,000 may be less', rate(1800, 2000, 0.8861, 0.9124), 'programme-at-risk'],
    ['80 % of 2,000 are less', rate(1600, 2000, 0.7819, 0.8169), 'programme-at-risk'],
    ['an interval that begins at the threshold clears it', aRate({ low: 0.9 }), 'programme-headroom'],
    ['one that begins below does not', aRate({ low: 0.8999 }), 'programme-at-risk'],
  ])('%s', (_says, takedown, code) => {
    expect(codesFor(rules, { takedown })).toEqual([code]);
  });
});

describe('the rate of successful counter-notices against a member', () => {
  it.each<[string, ProgrammeRate, FindingCode]>([
    ['none of 20 does not tell 5 %', rate(0, 20, 0, 0.1611), 'programme-at-risk'],
    ['none of 72 just doesn’t', rate(0, 72, 0, 0.0507), 'programme-at-risk'],
    ['none of 73 just does', rate(0, 73, 0, 0.04999), 'programme-headroom'],
    ['4 % of 2,000 clear it', rate(80, 2000, 0.0323, 0.0495), 'programme-headroom'],
    ['5 % of 2,000 may be more', rate(100, 2000, 0.0413, 0.0604), 'programme-at-risk'],
    ['an interval that ends at the threshold clears it', aRate({ high: 0.05 }), 'programme-headroom'],
    ['one that ends above does not', aRate({ high: 0.0501 }), 'programme-at-risk'],
  ])('%s', (_says, counterNotice, code) => {
    expect(codesFor(rules, { counterNotice })).toEqual([code]);
  });
});

describe('the standing of a member', () => {
  it('is told for each rate with its interval, and what the programme asks for', () => {
    const rates = { takedown: rate(18, 20, 0.699, 0.9721), counterNotice: rate(80, 2000, 0.0323, 0.0495) };
    expect(standing(rules, rates)).toEqual([
      {
        code: 'programme-at-risk',
        severity: 'advice',
        pointer: '/platform',
        detail:
          'Good Faith: your takedown rate is 90 % (69.9 % to 97.2 %, 18 of 20), and the programme asks for at least 90 %. File only what is sure.',
        values: {
          which: 'takedown',
          programme: 'Good Faith',
          numerator: 18,
          denominator: 20,
          value: '90 %',
          low: '69.9 %',
          high: '97.2 %',
          threshold: '90 %',
        },
      },
      {
        code: 'programme-headroom',
        severity: 'advice',
        pointer: '/platform',
        detail:
          'Good Faith: your counter-notice rate is 4 % (3.2 % to 5 %, 80 of 2000), and the programme asks for at most 5 %.',
        values: {
          which: 'counter-notice',
          programme: 'Good Faith',
          numerator: 80,
          denominator: 2000,
          value: '4 %',
          low: '3.2 %',
          high: '5 %',
          threshold: '5 %',
        },
      },
    ]);
  });

  it('is not told where nothing was decided, where there is no threshold, and of who is no member', () => {
    const rates = { takedown: aRate(), counterNotice: aRate() };
    expect(standing(rules, {})).toEqual([]);
    expect(standing(rules, null)).toEqual([]);
    expect(standing(null, rates)).toEqual([]);
    expect(standing({ id: 'p', name: 'Brand Registry' }, rates)).toEqual([]);
    expect(standing(onlyTakedown, rates).map(({ values }) => values['which'])).toEqual(['takedown']);
    expect(standing(onlyCounter, rates).map(({ values }) => values['which'])).toEqual(['counter-notice']);
  });
});

describe('a membership', () => {
  const gated = aPlatform({ gate: { membership: 'VeRO' }, programme: rules });

  it('is named where the platform asks for one, whether or not it has a programme', () => {
    expect(theFinding('membership-needed', { platform: gated })).toEqual({
      code: 'membership-needed',
      severity: 'advice',
      pointer: '/platform',
      detail: 'Marketville takes complaints from members of VeRO only. Enrol there first if you have not.',
      values: { platform: 'Marketville', membership: 'VeRO' },
    });
    expect(codesOf({ platform: aPlatform({ gate: { membership: 'VeRO' } }) })).toEqual(['membership-needed']);
  });

  it('goes before how the member stands', () => {
    const programme = { takedown: aRate(), counterNotice: null };
    expect(codesOf({ platform: gated, programme })).toEqual(['membership-needed', 'programme-headroom']);
  });
});
