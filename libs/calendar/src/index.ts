export { calendarText } from './calendar.js';
export type { CalendarEntry } from './calendar.js';
export { deadlineEntry, endingEntry } from './entries.js';
