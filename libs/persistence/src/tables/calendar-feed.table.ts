import type { CalendarFeed } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { id, instant, ref, text } from './columns.js';

export const calendarFeedTable = new EntitySchema<CalendarFeed>({
  name: 'calendar_feed',
  columns: { workspaceId: id(), id: id(), personId: ref(), hash: text(), createdAt: instant() },
});
