import type { Attempt } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { flag, id, instant, integer, json, optional, ref, refs, text } from './columns.js';

export const attemptTable = new EntitySchema<Attempt>({
  name: 'attempt',
  columns: {
    workspaceId: id(),
    id: id(),
    complaintId: ref(),
    channel: text(),
    state: text(),
    tries: integer(),
    fence: integer(),
    leaseUntil: optional(instant()),
    messageId: optional(text()),
    recipient: optional(text()),
    noticeDocumentId: optional(ref()),
    exhibitIds: refs(),
    possibleRepeat: flag(),
    code: optional(text()),
    message: optional(text()),
    proof: optional(json()),
    reference: optional(text()),
    queuedAt: instant(),
    nextTryAt: optional(instant()),
    waitsFor: optional(text()),
    startedAt: optional(instant()),
    finishedAt: optional(instant()),
  },
});
