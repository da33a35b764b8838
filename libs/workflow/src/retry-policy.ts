import { addDays } from '#libs/domain';
import type { Attempt } from '#libs/domain';

const MINUTE = 1 / 1440;
/** Days to wait after the n-th try. A mail server that greylists lets the second try in. */
const WAITS = [2 * MINUTE, 15 * MINUTE, 1 / 24, 4 / 24, 12 / 24, 1, 1, 1, 1];

/** A filing that still meets passing errors after this many days is prevented: five business days. */
export const FILING_WINDOW_DAYS = 7;

/** When to try again; null once the window in which a filing may still succeed is over. */
export function nextTry(attempt: Pick<Attempt, 'tries' | 'queuedAt'>, now: Date): Date | null {
  const wait = WAITS[Math.min(attempt.tries, WAITS.length) - 1] ?? 1;
  const at = addDays(now, wait);
  return at > addDays(attempt.queuedAt, FILING_WINDOW_DAYS) ? null : at;
}
