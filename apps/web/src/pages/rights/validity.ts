/** How far ahead an end is told, days; the register's own reach. */
const SOON_DAYS = 90;

type Standing = 'not-yet' | 'in-force' | 'soon' | 'ended';

export interface Validity {
  validFrom: string | null;
  validTo: string | null;
}

const DAY = 86_400_000;

/** Days from one calendar date to another, negative where it lies before. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** Where a span of calendar dates stands on a day; the last day still counts. */
export function standingOf({ validFrom, validTo }: Validity, today: string): Standing {
  if (validTo !== null && validTo < today) return 'ended';
  if (validFrom !== null && validFrom > today) return 'not-yet';
  return validTo !== null && daysBetween(today, validTo) <= SOON_DAYS ? 'soon' : 'in-force';
}

/** Whether a power of attorney covers anything on that day. */
export const isValidPower = (power: Validity & { revokedAt: string | null }, today: string): boolean =>
  power.revokedAt === null && ['in-force', 'soon'].includes(standingOf(power, today));
