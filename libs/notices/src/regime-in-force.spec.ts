import { describe, expect, it } from '@jest/globals';
import { Fault, languages } from '#libs/domain';
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

  it('of the Vietnamese rules on trademarks follows the law that took the place of the decrees', () => {
    const citationOn = (day: string) =>
      regimeInForce(shippedRegimes, 'vn-trademark-decree-85-2021', new Date(`${day}T12:00:00Z`)).citation;
    expect(citationOn('2026-06-30')).toBe('Decree 52/2013/ND-CP as amended by Decree 85/2021/ND-CP, Art. 36');
    expect(citationOn('2026-07-01')).toBe('Law on E-Commerce of Vietnam, No. 122/2025/QH15, Art. 17');
  });

  it.each([
    ['us-dmca-512c3', '1998-10-28'],
    ['uk-ecommerce-regs-22', '2002-08-21'],
    ['vn-trademark-decree-85-2021', '2022-01-01'],
    ['vn-decree-17-2023', '2023-04-26'],
    ['eu-dsa-16-2', '2024-02-17'],
    ['icann-raa-3-18', '2024-04-05'],
    ['jp-idpa-2025', '2025-04-01'],
  ])('of %s begins on %s, and not a day earlier', (id, day) => {
    expect(versionOn(id, day)).toBe(day);
    const before = new Date(Date.parse(`${day}T00:00:00Z`) - 1).toISOString().slice(0, 10);
    expect(() => versionOn(id, before)).toThrow(/is in force/);
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
    for (const language of languages) {
      expect(statementWordings(regime, language).map(({ kind }) => kind)).toEqual([
        'goodFaith',
        'accuracy',
        'authority',
      ]);
    }
  });

  it('are different in every language, and nowhere left in English', () => {
    for (const { statements } of shippedRegimes) {
      for (const { wording } of statements) {
        expect(new Set(Object.values(wording)).size).toBe(languages.length);
      }
    }
  });
});
