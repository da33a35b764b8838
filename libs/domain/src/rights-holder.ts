import type { Id } from './id.js';

/** Whose right it is; the cluster of all statistics. */
export interface RightsHolder {
  workspaceId: Id;
  id: Id;
  name: string;
  country: string | null;
  address: string | null;
  email: string | null;
  phone: string | null;
  /** its own site: what listings imitate (XARF asks for it) */
  website: string | null;
  /** takes part in the platform programmes named here (platform slugs), e.g. Alibaba's Good-Faith programme */
  programmes: string[];
  /** the workspace files as its agent, and only within a valid power of attorney */
  representedByAgent: boolean;
  createdAt: Date;
  updatedAt: Date;
}
