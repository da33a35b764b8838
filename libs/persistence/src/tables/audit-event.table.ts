import type { AuditEvent } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { id, instant, json, optional, text } from './columns.js';

export const auditEventTable = new EntitySchema<AuditEvent>({
  name: 'audit_event',
  columns: {
    workspaceId: id(),
    id: id(),
    at: instant(),
    actor: json(),
    action: text(),
    subject: optional(text()),
    data: json(),
  },
});
