import ical, { ICalEventStatus } from 'ical-generator';

/** One entry of a calendar, in words. */
export interface CalendarEntry {
  /** the same for as long as the entry stands for the same thing */
  uid: string;
  /** an instant; or a whole day, `YYYY-MM-DD` */
  at: Date | string;
  summary: string;
  description: string;
  /** the page that shows it */
  link: string;
  cancelled: boolean;
  /** when it became what it is */
  changedAt: Date;
}

/** How often a calendar program should look, seconds. */
const LOOK_AGAIN_S = 3600;

/**
 * A calendar as RFC 5545 text. The same entries give the same bytes: the stamp of an entry is the instant of its last change,
 * as it is meant for calendars without a method. An instant has a start and no end: it takes no time.
 */
export function calendarText(name: string, entries: readonly CalendarEntry[]): string {
  const calendar = ical({
    name,
    prodId: { company: 'Redress', product: 'Deadlines', language: 'EN' },
    ttl: LOOK_AGAIN_S,
  });
  for (const { uid, at, summary, description, link, cancelled, changedAt } of entries) {
    calendar.createEvent({
      id: uid,
      sequence: cancelled ? 1 : 0,
      start: typeof at === 'string' ? new Date(`${at}T00:00:00Z`) : at,
      allDay: typeof at === 'string',
      stamp: changedAt,
      lastModified: changedAt,
      summary: oneLine(summary),
      description,
      url: link,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return `${calendar.toString()}\r\n`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
