import { describe, expect, it } from '@jest/globals';
import { betaQuantile, chiSquareTail, normalQuantile, tQuantile, twoSidedNormal, twoSidedT } from './quantiles.js';

// expected values: SciPy 1.17
describe('quantiles', () => {
  it('normal', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect(normalQuantile(1e-6)).toBeCloseTo(-4.753424308822899, 8);
    expect(twoSidedNormal(0.9)).toBeCloseTo(1.6448536269514722, 10);
  });
  it('t, also with fractional degrees of freedom', () => {
    expect(tQuantile(0.975, 1)).toBeCloseTo(12.706204736174694, 7);
    expect(tQuantile(0.975, 2.5)).toBeCloseTo(3.5746548420036817, 7);
    expect(twoSidedT(0.95, 14.221951)).toBeCloseTo(2.1416507119367036, 7);
  });
  it('beta', () => {
    expect(betaQuantile(0.975, 0.5, 7.5)).toBeCloseTo(0.29243617366230984, 8);
    expect(betaQuantile(0.5, 3, 3)).toBeCloseTo(0.5, 12);
  });
  it('chi-squared tail', () => {
    expect(chiSquareTail(3.841458820694124)).toBeCloseTo(0.05, 10);
    expect(chiSquareTail(0)).toBe(1);
  });
});
