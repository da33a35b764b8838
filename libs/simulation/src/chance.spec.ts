import { describe, expect, it } from '@jest/globals';
import { Chance, fnv1a } from './chance.js';

const draws = <T>(n: number, draw: () => T): T[] => Array.from({ length: n }, draw);

describe('Chance', () => {
  it('is determined by its name alone', () => {
    const [a, b, c] = [Chance.of(1, 'x'), Chance.of(1, 'x'), Chance.of(2, 'x')];
    const first = draws(5, () => a.uniform());
    expect(draws(5, () => b.uniform())).toEqual(first);
    expect(draws(5, () => c.uniform())).not.toEqual(first);
    expect(fnv1a('ab\u001fc')).not.toBe(fnv1a('a\u001fbc'));
  });

  it('near names give independent first draws', () => {
    const firsts = draws(4000, () => 0).map((_, i) => Chance.of(7, 'group', `g${i}`).uniform());
    const mean = firsts.reduce((sum, x) => sum + x, 0) / firsts.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 4000));
    const below = firsts.filter((x) => x < 0.1).length;
    expect(Math.abs(below - 400)).toBeLessThan(80);
  });

  it('has the stated median of a log-normal', () => {
    const chance = Chance.of('delays');
    const sorted = draws(4001, () => chance.logNormal(9, 0.9)).sort((a, b) => a - b);
    expect(sorted[2000]).toBeGreaterThan(8.4);
    expect(sorted[2000]).toBeLessThan(9.6);
  });

  it('weighs', () => {
    const chance = Chance.of('weights');
    const drawn = draws(4000, () => chance.weighted([['a', 3] as const, ['b', 1] as const, ['c', 0] as const]));
    expect(drawn.filter((x) => x === 'c')).toEqual([]);
    expect(Math.abs(drawn.filter((x) => x === 'a').length - 3000)).toBeLessThan(120);
  });
});
