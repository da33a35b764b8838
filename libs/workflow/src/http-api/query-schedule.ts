const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Simulated platforms decide within seconds. */
const SIMULATED_MS = 1000;

/** After this long nobody is asked any more; a late decision is recorded by a person. */
const GIVEN_UP_AFTER_MS = 180 * DAY;

/** When a platform is asked again about a report: more and more rarely, down to once a day; null = not any more. */
export function nextQuery(asked: { queries: number; since: Date; simulated: boolean }, now: Date): Date | null {
  if (now.getTime() - asked.since.getTime() > GIVEN_UP_AFTER_MS) return null;
  const wait = asked.simulated ? SIMULATED_MS : Math.min(10 * MINUTE * 2 ** Math.min(asked.queries, 10), DAY);
  return new Date(now.getTime() + wait);
}

/** A report that was sent may still be on its way in: until then "not there" proves nothing, milliseconds. */
export const absentCountsAfter = (simulated: boolean): number => (simulated ? 1000 : 15 * MINUTE);
