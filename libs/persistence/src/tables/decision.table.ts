import type { Decision } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { flag, id, instant, json, optional, ref, text } from './columns.js';

export const decisionTable = new EntitySchema<Decision>({
  name: 'decision',
  columns: {
    workspaceId: id(),
    id: id(),
    complaintId: ref(),
    itemId: ref(),
    replyId: optional(ref()),
    outcome: text(),
    statedReason: optional(text()),
    assessedReason: optional(text()),
    falseDeficiency: optional(flag()),
    text: optional(text()),
    language: optional(text()),
    justification: json(),
    level: optional(text()),
    textHash: optional(text()),
    boilerplate: optional(flag()),
    coded: flag(),
    source: text(),
    decidedAt: instant(),
    recordedAt: instant(),
    recordedBy: text(),
    superseded: flag(),
  },
});
