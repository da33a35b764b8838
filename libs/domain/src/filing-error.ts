import type { Attribution } from './error-state.js';
import type { ErrorCode } from './error-states.js';
import type { Id } from './id.js';

export * from './error-state.js';
export * from './error-states.js';

/** Where an error was met from: the network Redress runs in, or another one, as the person names it. */
export const networks = ['server', 'office', 'home', 'mobile', 'abroad'] as const;
export type Network = (typeof networks)[number];

/** An error state met while filing, with what it was recognised by. Never changed: a confirmation is an entry of its own. */
export interface FilingError {
  workspaceId: Id;
  id: Id;
  complaintId: Id;
  attemptId: Id | null;
  platform: string;
  channel: string;
  code: ErrorCode;
  attribution: Attribution;
  message: string;
  url: string | null;
  /** null: not said, and no second network then */
  network: Network | null;
  /** the entry this one confirms: a person saw the same on the platform's own form */
  confirms: Id | null;
  screenshotId: Id | null;
  occurredAt: Date;
  recordedAt: Date;
  /** `automatic`, or the person who met it */
  recordedBy: string;
}

/** Met by Redress itself, from the network it runs in. */
export const metByRedress = { url: null, network: 'server', confirms: null, screenshotId: null } as const;
