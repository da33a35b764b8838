import { describe, expect, it } from '@jest/globals';
import { addDays, daysBetween } from './clock.js';
import { nextLook } from './look-schedule.js';

const delivered = new Date('2026-03-01T09:00:00Z');

/** The days after delivery on which a listing is looked at, each look made when it is due. */
function days(removedOn: number | null): number[] {
  const found: number[] = [];
  let now = addDays(delivered, 1);
  for (;;) {
    const day = Math.round(daysBetween(delivered, now) * 100) / 100;
    found.push(day);
    const removedAt = removedOn !== null && removedOn <= day ? addDays(delivered, removedOn) : null;
    const next = nextLook({ deliveredAt: delivered, removedAt, awaitsConfirmation: false }, now);
    if (next === null) return found;
    now = next;
  }
}

describe('a listing is looked at', () => {
  it('daily for a week, every third day for a month, weekly for three, and monthly for a year', () => {
    expect(days(null)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7],
      ...[10, 13, 16, 19, 22, 25, 28, 31],
      ...[38, 45, 52, 59, 66, 73, 80, 87, 94],
      ...[124, 154, 184, 214, 244, 274, 304, 334, 364],
    ]);
  });

  it('one, three and seven days after a removal was decided, then weekly for three months', () => {
    const removed = 124;
    const since = days(removed).filter((day) => day > removed && day <= removed + 90);
    expect(since.map((day) => day - removed)).toEqual([1, 3, 7, 14, 21, 28, 35, 42, 49, 56, 63, 70, 77, 84, 90]);
  });

  it('again two hours after it was found down for the first time, and not after a year', () => {
    const now = addDays(delivered, 40);
    const hours = (awaitsConfirmation: boolean): number | null => {
      const next = nextLook({ deliveredAt: delivered, removedAt: null, awaitsConfirmation }, now);
      return next === null ? null : daysBetween(now, next) * 24;
    };
    expect([hours(true), hours(false)]).toEqual([2, 168]);
    expect(
      nextLook({ deliveredAt: delivered, removedAt: null, awaitsConfirmation: false }, addDays(delivered, 365)),
    ).toBeNull();
  });
});
