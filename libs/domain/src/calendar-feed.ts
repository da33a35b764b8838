import type { Id } from './id.js';

/** The address under which a calendar program reads the deadlines of one person's workspace. Its token is kept as a hash. */
export interface CalendarFeed {
  workspaceId: Id;
  id: Id;
  personId: Id;
  /** SHA-256 (hex) of the token: it has 256 random bits, so a slow hash adds nothing */
  hash: string;
  createdAt: Date;
}
