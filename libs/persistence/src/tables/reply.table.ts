import type { Reply } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { id, instant, json, optional, ref, text } from './columns.js';

export const replyTable = new EntitySchema<Reply>({
  name: 'reply',
  columns: {
    workspaceId: id(),
    id: id(),
    complaintId: optional(ref()),
    attemptId: optional(ref()),
    documentId: ref(),
    sha256: text(),
    via: text(),
    recipients: json(),
    messageId: optional(text()),
    sender: optional(text()),
    subject: optional(text()),
    text: text(),
    language: optional(text()),
    state: text(),
    match: optional(json()),
    suggestion: optional(json()),
    sentAt: optional(instant()),
    receivedAt: instant(),
    readAt: optional(instant()),
    codedBy: optional(text()),
    codedAt: optional(instant()),
  },
});
