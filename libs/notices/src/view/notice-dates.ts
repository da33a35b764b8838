import { DateTime } from 'luxon';
import type { NoticeFacts } from '../notice-facts.js';
import type { NoticeWords } from '../templates/notice-words.js';

type DateFormat = NoticeWords['dateFormat'];

const written = (day: DateTime, format: DateFormat, locale: string): string =>
  day.toFormat(format(day.day), { locale });

/** The date the notice bears: the calendar date at the platform. */
export const noticeDate = ({ at, platform }: NoticeFacts, { dateFormat, locale }: NoticeWords): string =>
  written(DateTime.fromJSDate(at, { zone: platform.timeZone }), dateFormat, locale);

/** A calendar date, `YYYY-MM-DD`, as the language writes those of a register; what is no date is left as it is. */
export function registerDate(date: string | null, { registerDateFormat, locale }: NoticeWords): string | null {
  if (date === null) return null;
  const day = DateTime.fromISO(date, { zone: 'utc' });
  return day.isValid ? written(day, registerDateFormat, locale) : date;
}

/** An instant (ISO 8601) in UTC, to the second: the clock of whoever captured the evidence is not known. */
export function instantOf(instant: string, { dateFormat, instant: asSaid, locale }: NoticeWords): string {
  const at = DateTime.fromISO(instant, { zone: 'utc' });
  return asSaid(written(at, dateFormat, locale), at.toFormat('HH:mm:ss'));
}
