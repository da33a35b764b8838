import type { Actor, Id } from '#libs/domain';

/** On whose behalf a verb runs. */
export interface Caller {
  workspaceId: Id;
  actor: Actor;
  /** where the platform can reach the person who files, when the rights holder has no contact of its own */
  email: string | null;
}
