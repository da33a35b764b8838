/** Where the time comes from: the machine's clock in production, a simulated one in simulations and tests. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const DAY = 86_400_000;

export const addDays = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY);
export const daysBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / DAY;
