import { DateTime } from 'luxon';
import { addDays } from '#libs/domain';
import { plusBusinessDays } from './business-days.js';

/** A filing that still meets passing errors after so many business days is prevented. */
const BUSINESS_DAYS = 5;
/**
 * When the window ends in which a filing that was begun at `from` may still succeed, on the days the platform works. Where its
 * country, and so its holidays, are not known, five business days are a week.
 */
export function filingWindowEnd(
  from: Date,
  where: { country: string | null; timeZone: string } | null,
  businessDays = BUSINESS_DAYS,
): Date {
  if (where?.country == null) return addDays(from, Math.ceil((businessDays * 7) / 5));
  const local = DateTime.fromJSDate(from, { zone: where.timeZone });
  return plusBusinessDays(local, businessDays, where.country).toJSDate();
}
