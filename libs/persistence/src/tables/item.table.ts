import type { Item } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { flag, id, instant, integer, optional, ref, text } from './columns.js';

export const itemTable = new EntitySchema<Item>({
  name: 'item',
  columns: {
    workspaceId: id(),
    id: id(),
    complaintId: ref(),
    rightId: ref(),
    position: integer(),
    url: text(),
    listingKey: optional(text()),
    title: optional(text()),
    seller: optional(text()),
    price: optional(text()),
    status: text(),
    outcome: text(),
    equivalenceGroup: optional(text()),
    readyAt: optional(instant()),
    deliveredAt: optional(instant()),
    prevented: flag(),
    stalled: flag(),
    errorAttribution: optional(text()),
    decidedAt: optional(instant()),
    withdrawnAt: optional(instant()),
    lastSeenUp: optional(instant()),
    firstSeenDown: optional(instant()),
    relistedAt: optional(instant()),
    lookedAt: optional(instant()),
    nextLookAt: optional(instant()),
    lookAskedAt: optional(instant()),
  },
});
