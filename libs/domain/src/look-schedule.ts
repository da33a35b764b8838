import { addDays, daysBetween } from './clock.js';
import type { ItemOutcome } from './item.js';

/** Looks every so many days until so many days after the beginning. */
interface Stretch {
  untilDay: number;
  everyDays: number;
}

const WATCHED_DAYS = 365;

const afterDelivery: readonly Stretch[] = [
  { untilDay: 7, everyDays: 1 },
  { untilDay: 30, everyDays: 3 },
  { untilDay: 90, everyDays: 7 },
  { untilDay: WATCHED_DAYS, everyDays: 30 },
];

/** Days after a removal was decided: first whether it happened, then whether it lasts. */
const afterRemoval: readonly number[] = [1, 3, 7, ...Array.from({ length: 11 }, (_, week) => 14 + 7 * week), 90];

/** A listing seen down once is looked at again so many hours later: from the second look on, an hour apart, it counts. */
const CONFIRM_AFTER_DAYS = 2 / 24;

const removals: readonly ItemOutcome[] = ['removed', 'partial', 'relisted'];

/** Whether a decision with this outcome says that the listing goes. */
export const saysRemoved = (outcome: ItemOutcome): boolean => removals.includes(outcome);

export interface Watched {
  deliveredAt: Date;
  /** when the platform decided to remove it; null where it did not */
  removedAt: Date | null;
  /** seen down once */
  awaitsConfirmation: boolean;
}

function bySpan(begin: Date, now: Date, stretches: readonly Stretch[]): Date | null {
  const age = daysBetween(begin, now);
  const stretch = stretches.find(({ untilDay }) => age < untilDay);
  const next = stretch === undefined ? null : addDays(now, stretch.everyDays);
  return next === null || daysBetween(begin, next) > WATCHED_DAYS ? null : next;
}

function byDays(begin: Date, now: Date, days: readonly number[]): Date | null {
  return days.map((day) => addDays(begin, day)).find((at) => at > now) ?? null;
}

/** When a listing is looked at next after a look now; null once it has been watched for a year. */
export function nextLook({ deliveredAt, removedAt, awaitsConfirmation }: Watched, now: Date): Date | null {
  const found = [
    awaitsConfirmation ? addDays(now, CONFIRM_AFTER_DAYS) : null,
    bySpan(deliveredAt, now, afterDelivery),
    removedAt === null ? null : byDays(removedAt, now, afterRemoval),
  ].filter((at) => at !== null);
  return found.length === 0 ? null : new Date(Math.min(...found.map((at) => at.getTime())));
}
