import { describe, expect, it } from '@jest/globals';
import { holdIn, isTerritory, territoriesOf } from './territory.js';

describe('a territory', () => {
  it.each(['CN', 'US', 'EU', 'BX', 'OA', 'GB'])('is %s', (code) => {
    expect(isTerritory(code)).toBe(true);
  });

  it.each(['', 'C', 'cn', 'Cn', 'CHN', ' CN', 'C1', 'CN\n', '中国'])('is not %j', (code) => {
    expect(isTerritory(code)).toBe(false);
  });
});

describe('where a right holds', () => {
  it('is what the register says, whatever its office', () => {
    expect(territoriesOf({ territories: ['CN', 'US'], office: 'DPMA' })).toEqual(['CN', 'US']);
  });

  it.each([
    ['EUIPO', ['EU']],
    ['DPMA', ['DE']],
    [' cnipa ', ['CN']],
    ['Boip', ['BX']],
    ['IP Viet Nam', ['VN']],
    ['OAPI', ['OA']],
  ])('is what the office %s says, where the register says nothing', (office, territories) => {
    expect(territoriesOf({ territories: [], office })).toEqual(territories);
  });

  it.each(['WIPO', 'INPI', '', 'an office nobody knows', 'constructor', null])(
    'is not known where the office is %j and says nothing',
    (office) => {
      expect(territoriesOf({ territories: [], office })).toEqual([]);
    },
  );

  it('is a list of its own: changing it changes no right', () => {
    const right = { territories: ['CN'], office: null };
    territoriesOf(right).push('US');
    expect(right.territories).toEqual(['CN']);
  });
});

describe('a right that holds in', () => {
  it.each<[string[], string[], boolean]>([
    [['DE'], ['DE'], true],
    [['DE'], ['FR'], false],
    [['DE'], ['FR', 'DE'], true],
    [['DE', 'FR'], ['US', 'FR'], true],
    [['EU'], ['DE'], true],
    [['EU'], ['HR'], true],
    [['EU'], ['GB'], false],
    [['EU'], ['CH'], false],
    [['DE'], ['EU'], true],
    [['CN'], ['EU'], false],
    [['BX'], ['NL'], true],
    [['BX'], ['DE'], false],
    [['BX'], ['EU'], true],
    [['EU'], ['EU'], true],
    [['OA'], ['SN'], true],
    [['OA'], ['MA'], false],
    [[], ['DE'], false],
    [['DE'], [], false],
  ])('%j holds in one of the markets %j: %s', (territories, markets, holds) => {
    expect(holdIn(territories, markets)).toBe(holds);
  });

  it.each([
    ['EU', 27],
    ['BX', 3],
    ['OA', 17],
  ])('the union %s holds in each of its %d members', (union, members) => {
    const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    const codes = letters.flatMap((first) => letters.map((second) => first + second));
    const countries = codes.filter((code) => !['EU', 'BX', 'OA'].includes(code));
    expect(countries.filter((country) => holdIn([union], [country]))).toHaveLength(members);
  });
});
