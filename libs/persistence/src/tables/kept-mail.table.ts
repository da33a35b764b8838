import { EntitySchema } from 'typeorm';
import type { Id } from '#libs/domain';
import { id, instant, optional, ref, text, texts } from './columns.js';

/** A message the dev mailbox kept instead of sending it. */
export interface KeptMail {
  workspaceId: Id;
  id: Id;
  complaintId: Id | null;
  documentId: Id;
  messageId: string;
  sender: string;
  recipients: string[];
  subject: string;
  at: Date;
}

export const keptMailTable = new EntitySchema<KeptMail>({
  name: 'kept_mail',
  columns: {
    workspaceId: id(),
    id: id(),
    complaintId: optional(ref()),
    documentId: ref(),
    messageId: text(),
    sender: text(),
    recipients: texts(),
    subject: text(),
    at: instant(),
  },
});
