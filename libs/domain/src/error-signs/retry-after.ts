/** Nobody is asked to wait longer than this: a date years ahead is a fault of the platform's, not a wish. */
const LONGEST_SECONDS = 7 * 86_400;

/**
 * Seconds a `Retry-After` header asks to wait (RFC 9110 §10.2.3: a number of seconds or a date); null where it can't be read.
 * @param at the instant the answer came, to count to a date from
 */
export function retryAfterSeconds(header: string | undefined, at?: Date): number | null {
  const value = header?.trim().slice(0, 60) ?? '';
  if (/^\d{1,10}$/.test(value)) return Math.min(Number(value), LONGEST_SECONDS);
  const until = /^[A-Za-z]{3,9}, /.test(value) ? Date.parse(value) : NaN;
  if (at === undefined || Number.isNaN(until)) return null;
  return Math.min(Math.max(0, Math.ceil((until - at.getTime()) / 1000)), LONGEST_SECONDS);
}
