const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long after the n-th try the next one comes: a receiver that is down for a weekend misses nothing. */
const WAITS = [5_000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR] as const;

/** When to try again after so many tries; null once enough was tried. */
export function nextWebhookTry(tries: number, now: Date): Date | null {
  const wait = WAITS[tries - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}

/** A receiver at which every try failed for so long is given up. */
export const GIVEN_UP_AFTER_MS = 5 * 24 * HOUR;
