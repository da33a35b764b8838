/** Longest a host can send us away for: what asks for more is asked again then. */
const MOST_MS = 7 * 86_400_000;
/** How long a host is left alone that sends us away without saying for how long. */
const UNSAID_MS = 15 * 60_000;

/** Until when a host wants to be left alone (RFC 9110, 10.2.3: seconds, or a date), milliseconds since 1970. */
export function retryAfter(value: string | undefined, now: number): number {
  const given = value?.trim() ?? '';
  const ms = /^\d+$/u.test(given) ? Number(given) * 1000 : Date.parse(given) - now;
  return now + (Number.isFinite(ms) ? Math.min(Math.max(ms, 0), MOST_MS) : UNSAID_MS);
}
