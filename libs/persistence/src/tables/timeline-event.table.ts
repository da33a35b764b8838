import type { TimelineEvent } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { id, instant, json, ref, text } from './columns.js';

export const timelineEventTable = new EntitySchema<TimelineEvent>({
  name: 'timeline_event',
  columns: {
    workspaceId: id(),
    id: id(),
    complaintId: ref(),
    at: instant(),
    recordedAt: instant(),
    actor: json(),
    kind: text(),
    data: json(),
  },
});
