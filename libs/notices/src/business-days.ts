import Holidays from 'date-holidays';
import type { DateTime } from 'luxon';

const SATURDAY = 6;

/**
 * `from` moved on by so many business days, at the same local time of day. Monday to Friday without the public holidays
 * of the country; without a country, without holidays. Weekend days that China works in exchange for holidays are not
 * known to the calendar, which errs in the platform's favour.
 * @param country ISO 3166-1 alpha-2
 */
export function plusBusinessDays(from: DateTime, days: number, country: string | null): DateTime {
  const holidays = country === null ? null : new Holidays(country);
  const isHoliday = (day: DateTime): boolean => {
    const found = holidays?.isHoliday(`${day.toFormat('yyyy-MM-dd')} 12:00:00`);
    return found !== undefined && found !== false && found.some(({ type }) => type === 'public');
  };
  let day = from;
  for (let left = days; left > 0;) {
    day = day.plus({ days: 1 });
    if (day.weekday < SATURDAY && !isHoliday(day)) left -= 1;
  }
  return day;
}
