import type { PowerOfAttorney } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { date, id, instant, optional, ref, refs, text, texts } from './columns.js';

export const powerOfAttorneyTable = new EntitySchema<PowerOfAttorney>({
  name: 'power_of_attorney',
  columns: {
    workspaceId: id(),
    id: id(),
    rightsHolderId: ref(),
    agent: text(),
    rightIds: refs(),
    platforms: texts(),
    validFrom: date(),
    validTo: optional(date()),
    revokedAt: optional(instant()),
    fileId: optional(ref()),
    createdAt: instant(),
  },
});
