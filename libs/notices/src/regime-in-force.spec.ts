import { describe, expect, it } from '@jest/globals';
import { Fault } from '#libs/domain';
import { shippedRegimes } from './a-notice.spec-data.js';
import { regimeInForce } from './regime-in-force.js';
import { statementWordings } from './statement-wordings.js';

const versionOn = (id: string, day: string): string =>
  regimeInForce(shippedRegimes, id, new Date(`${day}T00:00:00Z`)).effectiveFrom;

describe('the version in force', () => {
  it('is the latest that has come into effect, from its first day', () => {
    expect(versionOn('cn-ecommerce-42', '2019-01-01')).toBe('2019-01-01');
    expect(versionOn('cn-ecommerce-42', '2020-12-31')).toBe('2019-01-01');
    expect(versionOn('cn-ecommerce-42', '2021-01-01')).toBe('2021-01-01');
  });

  it('does not depend on the order of the versions', () => {
    const reversed = [...shippedRegimes].reverse();
    expect(regimeInForce(reversed, 'cn-ecommerce-42', new Date('2026-01-01')).effectiveFrom).toBe('2021-01-01');
  });

  it('is a fault with a remedy where there is none', () => {
    expect(() => versionOn('cn-ecommerce-42', '2018-12-31')).toThrow(Fault);
    expect(() => versionOn('cn-ecommerce-42', '2018-12-31')).toThrow(/effectiveFrom on or before that day/);
    expect(() => versionOn('atlantis', '2026-01-01')).toThrow(/"atlantis" is in force on 2026-01-01/);
  });
});

describe('statement wordings', () => {
  it('are those of 17 USC 512(c)(3)(A)(v) and (vi)', () => {
    const regime = regimeInForce(shippedRegimes, 'us-dmca-512c3', new Date('2026-01-01'));
    expect(statementWordings(regime, 'en')).toEqual([
      {
        kind: 'goodFaith',
        wording:
          'I have a good faith belief that use of the material in the manner complained of is not authorized by the copyright owner, its agent, or the law. I have taken fair use into consideration.',
      },
      { kind: 'accuracy', wording: 'The information in this notification is accurate.' },
      {
        kind: 'authority',
        wording:
          'Under penalty of perjury, I am the owner, or authorized to act on behalf of the owner, of an exclusive right that is allegedly infringed.',
      },
    ]);
    expect(statementWordings(regime, 'zh').map(({ kind }) => kind)).toEqual(['goodFaith', 'accuracy', 'authority']);
  });
});
