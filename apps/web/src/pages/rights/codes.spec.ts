import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { languageName, locarnoClassesOf, territoriesOf, territoryName, territoryNames } from './codes.js';

describe('codes of countries, unions and languages', () => {
  it.each([
    ['CN', 'China', '中国'],
    ['EU', 'European Union', '欧洲联盟'],
    ['BX', 'Benelux (BOIP)', '比荷卢（BOIP）'],
    ['OA', 'African Intellectual Property Organization (OAPI)', '非洲知识产权组织（OAPI）'],
  ])('%s has a name in each language', (code, english, chinese) => {
    expect([territoryName(code, 'en-GB'), territoryName(code, 'zh-Hans')]).toEqual([english, chinese]);
  });

  it.each(['QQ', 'ZZ', 'UN', 'cn', 'CHN', 'C1', ''])('%p is no place', (code) => {
    expect(territoryName(code, 'en-GB')).toBeUndefined();
  });

  it('reads codes however they are separated and cased, each once', () => {
    expect(territoriesOf(' cn, us；EU、bx CN ')).toEqual(['CN', 'US', 'EU', 'BX']);
    expect(territoryNames(['US', 'QQ'], 'zh-Hans')).toBe('美国、QQ');
  });

  it.each([
    ['zh', 'Chinese'],
    ['zh-Hant', 'Traditional Chinese'],
    ['xx', undefined],
    ['not a language', undefined],
  ])('%p is the language %p', (code, name) => {
    expect(languageName(code, 'en-GB')).toBe(name);
  });
});

describe('Locarno classes', () => {
  it('are written with two digits each', () => {
    expect(locarnoClassesOf('2-4, 06-01; 02-04')).toEqual(['02-04', '06-01']);
    expect(locarnoClassesOf('')).toEqual([]);
  });

  it.each(['2', '02-004', '02/04', 'chairs'])('%p is none', (text) => {
    expect(locarnoClassesOf(`06-01, ${text}`)).toBeNull();
  });

  it('read back what they were written as', () => {
    const two = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'));
    const classes = fc.uniqueArray(fc.tuple(two, two).map((pair) => pair.join('-')));
    fc.assert(
      fc.property(classes, (some) => {
        expect(locarnoClassesOf(some.join(', '))).toEqual(some);
      }),
    );
  });
});
