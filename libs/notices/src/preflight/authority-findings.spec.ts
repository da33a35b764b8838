import { describe, expect, it } from '@jest/globals';
import type { PowerOfAttorney } from '#libs/domain';
import { aPower, aRight, aRightsHolder, noon } from '../a-notice.spec-data.js';
import {
  aPreflight,
  codesOf,
  findingsOf,
  in60Days,
  in61Days,
  theFinding,
  today,
  tomorrow,
  yesterday,
} from './a-preflight.spec-data.js';
import type { FindingCode } from './finding.js';
import { preflight } from './preflight.js';

const agent = aRightsHolder({ representedByAgent: true });

describe('the authority of an agent', () => {
  it.each<[string, Partial<PowerOfAttorney>[], FindingCode[]]>([
    ['is missing without a power', [], ['power-missing']],
    ['is every right’s, on every platform', [{}], []],
    ['is this right’s', [{ rightIds: ['other', 'r'] }], []],
    ['is another right’s', [{ rightIds: ['other'] }], ['power-missing']],
    ['is for this platform', [{ platforms: ['elsewhere', 'marketville'] }], []],
    ['is for another platform', [{ platforms: ['elsewhere'] }], ['power-missing']],
    ['begins today', [{ validFrom: today }], []],
    ['begins tomorrow', [{ validFrom: tomorrow }], ['power-missing']],
    ['ended yesterday', [{ validTo: yesterday }], ['power-missing']],
    ['ends today', [{ validTo: today }], ['power-expires-soon']],
    ['ends in 60 days', [{ validTo: in60Days }], ['power-expires-soon']],
    ['ends in 61 days', [{ validTo: in61Days }], []],
    ['ends never', [{ validTo: null }], []],
    ['was revoked', [{ validTo: null, revokedAt: noon }], ['power-missing']],
    ['ends soon, and goes on under another power', [{ validTo: tomorrow }, { validFrom: tomorrow }], []],
    [
      'ends soon, and another power is no help',
      [{ validTo: tomorrow }, { platforms: ['elsewhere'] }],
      ['power-expires-soon'],
    ],
  ])('%s', (_says, powers, codes) => {
    expect(codesOf({ rightsHolder: agent, powers: powers.map(aPower) })).toEqual(codes);
  });

  it('is asked of nobody who files for himself', () => {
    expect(codesOf({ rightsHolder: aRightsHolder(), powers: [] })).toEqual([]);
  });

  it('is asked right by right, and blocks the complaint', () => {
    const rights = [aRight(), aRight({ id: 'second', title: 'GIPFEL' })];
    expect(findingsOf({ rightsHolder: agent, rights, powers: [aPower({ rightIds: ['r'] })] })).toEqual([
      {
        code: 'power-missing',
        severity: 'blocks',
        pointer: '/rightIds/1',
        detail:
          'No power of attorney of Alpenglühen Textil GmbH covers "GIPFEL" with Marketville today. Record one with the rights holder.',
        values: { title: 'GIPFEL', holder: 'Alpenglühen Textil GmbH', platform: 'Marketville' },
        reason: 'RR-11',
      },
    ]);
  });

  it('is asked for on the day at the platform', () => {
    const powers = [aPower({ validTo: today })];
    const on = (day: string) => preflight({ ...aPreflight({ rightsHolder: agent, powers }), day });
    expect(on(today).map(({ code }) => code)).toEqual(['power-expires-soon']);
    expect(on(tomorrow).map(({ code }) => code)).toEqual(['power-missing']);
  });

  it('ends with the last of the powers that cover it today', () => {
    const powers = ['2026-03-20', '2026-04-30', '2026-04-02'].map((validTo) => aPower({ validTo }));
    expect(theFinding('power-expires-soon', { rightsHolder: agent, powers })).toMatchObject({
      severity: 'advice',
      detail:
        'The power of attorney of Alpenglühen Textil GmbH for "ALPENGLÜHEN" ends on 2026-04-30. Ask for a new one in time.',
      values: { ends: '2026-04-30' },
    });
  });
});
