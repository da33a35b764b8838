import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysBetween, isValidPower, standingOf } from './validity.js';

const today = '2026-03-01';

describe('where a span of days stands', () => {
  it.each([
    ['2026-02-28', 'ended'],
    ['2026-03-01', 'soon'],
    ['2026-05-30', 'soon'],
    ['2026-05-31', 'in-force'],
    [null, 'in-force'],
  ])('until %p it is %p', (validTo, standing) => {
    expect(standingOf({ validFrom: '2020-01-01', validTo }, today)).toBe(standing);
  });

  it('has not begun before its first day', () => {
    expect(standingOf({ validFrom: '2026-03-02', validTo: null }, today)).toBe('not-yet');
    expect(standingOf({ validFrom: '2026-03-01', validTo: null }, today)).toBe('in-force');
  });

  it('counts days over the changes of the clocks', () => {
    expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
    expect(daysBetween('2026-11-02', '2026-10-01')).toBe(-32);
  });

  it('counts as many days back as forth', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [from, to] = [one.toISOString().slice(0, 10), other.toISOString().slice(0, 10)];
        // Adding 0 turns -0 into 0.
        expect(daysBetween(from, to) + 0).toBe(0 - daysBetween(to, from));
      }),
    );
  });
});

describe('a power of attorney', () => {
  const power = { validFrom: '2025-01-01', validTo: '2026-03-01', revokedAt: null };

  it('is valid up to its last day, and not once it is revoked', () => {
    expect(isValidPower(power, today)).toBe(true);
    expect(isValidPower(power, '2026-03-02')).toBe(false);
    expect(isValidPower({ ...power, revokedAt: '2026-02-01T10:00:00Z' }, today)).toBe(false);
    expect(isValidPower({ ...power, validFrom: '2026-03-02', validTo: null }, today)).toBe(false);
  });
});
