import { EntitySchema } from 'typeorm';
import type { Id } from '#libs/domain';
import { id, integer, ref, text, texts } from './columns.js';

/** One mail of a notice that was too large for one. */
export interface NoticePart {
  workspaceId: Id;
  id: Id;
  attemptId: Id;
  /** from 1 on: the first mail is the notice itself, whose document is the attempt's */
  number: number;
  messageId: string;
  documentId: Id;
  /** names of the evidence files in it */
  files: string[];
}

export const noticePartTable = new EntitySchema<NoticePart>({
  name: 'notice_part',
  columns: {
    workspaceId: id(),
    id: id(),
    attemptId: ref(),
    number: integer(),
    messageId: text(),
    documentId: ref(),
    files: texts(),
  },
});
