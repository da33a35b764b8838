import type { Id } from './id.js';
import type { Actor } from './timeline.js';

/** Who changed what, when: written in the transaction of the change, never altered. */
export interface AuditEvent {
  workspaceId: Id;
  id: Id;
  at: Date;
  actor: Actor;
  /** verb and noun, e.g. `complaint.submit` */
  action: string;
  /** id of what it was done to */
  subject: string | null;
  data: Record<string, unknown>;
}
