import type { Id } from './id.js';
import type { ChannelKind } from './platform.js';

/** Whom a workspace is to a platform's interface. */
export interface ChannelAccount {
  workspaceId: Id;
  id: Id;
  /** slug */
  platform: string;
  channel: ChannelKind;
  /** what people call it */
  name: string;
  /** its secrets as JSON, sealed with the installation's secret */
  sealed: string;
  setBy: string;
  createdAt: Date;
  updatedAt: Date;
}

/** When the platform is asked next what became of a report; its id is the attempt's. */
export interface StatusQuery {
  workspaceId: Id;
  id: Id;
  /** how often it was asked */
  queries: number;
  nextAt: Date;
  /** nothing is left to ask */
  done: boolean;
  /** SHA-256 (hex) of the last answer that was kept; the same again is not kept twice */
  lastSha256: string | null;
}
