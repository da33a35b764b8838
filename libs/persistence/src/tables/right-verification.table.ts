import type { RightVerification } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { date, id, instant, optional, ref, text } from './columns.js';

export const rightVerificationTable = new EntitySchema<RightVerification>({
  name: 'right_verification',
  columns: {
    workspaceId: id(),
    id: id(),
    rightId: ref(),
    desk: text(),
    status: text(),
    since: date(),
    note: optional(text()),
    recordedBy: text(),
    recordedAt: instant(),
  },
});
