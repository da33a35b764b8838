import type { RightsHolder } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { flag, id, instant, optional, text, texts } from './columns.js';

export const rightsHolderTable = new EntitySchema<RightsHolder>({
  name: 'rights_holder',
  columns: {
    workspaceId: id(),
    id: id(),
    name: text(),
    country: optional(text()),
    address: optional(text()),
    email: optional(text()),
    phone: optional(text()),
    website: optional(text()),
    programmes: texts(),
    representedByAgent: flag(),
    createdAt: instant(),
    updatedAt: instant(),
  },
});
