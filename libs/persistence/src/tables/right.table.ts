import type { Right } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { date, id, instant, json, numbers, optional, ref, text, texts } from './columns.js';

/** `right` is a reserved word of SQL; the table is `ip_right`. */
export const rightTable = new EntitySchema<Right>({
  name: 'ip_right',
  columns: {
    workspaceId: id(),
    id: id(),
    rightsHolderId: ref(),
    kind: text(),
    title: text(),
    registration: text(),
    number: optional(text()),
    office: optional(text()),
    classes: numbers(),
    locarno: texts(),
    covers: optional(text()),
    territories: texts(),
    validFrom: optional(date()),
    validTo: optional(date()),
    owners: json(),
    documents: json(),
    createdAt: instant(),
    updatedAt: instant(),
  },
});
