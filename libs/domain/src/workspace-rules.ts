import type { Id } from './id.js';

export const approvalModes = ['never', 'above', 'always'] as const;
export type ApprovalMode = (typeof approvalModes)[number];

/** How a workspace wants its people to file. */
export interface WorkspaceRules {
  workspaceId: Id;
  /** the workspace's own id: there is one row */
  id: Id;
  /** whether a second person approves a complaint before it leaves */
  approval: ApprovalMode;
  /** with `above`: complaints of more items than this wait for approval */
  approvalAbove: number;
  updatedAt: Date;
}

export const defaultRules: Pick<WorkspaceRules, 'approval' | 'approvalAbove'> = { approval: 'never', approvalAbove: 0 };

/** Whether a complaint of so many items waits for a second person. */
export const needsApproval = (rules: Pick<WorkspaceRules, 'approval' | 'approvalAbove'>, items: number): boolean =>
  rules.approval === 'always' || (rules.approval === 'above' && items > rules.approvalAbove);
