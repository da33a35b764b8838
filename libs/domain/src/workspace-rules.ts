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
  /** whether Redress looks at the pages of reported listings from this machine */
  observing: boolean;
  /** business days in which a filing may still succeed before it can count as prevented */
  filingWindowDays: number;
  updatedAt: Date;
}

export const defaultRules: Omit<WorkspaceRules, 'workspaceId' | 'id' | 'updatedAt'> = {
  approval: 'never',
  approvalAbove: 0,
  observing: false,
  filingWindowDays: 5,
};

/** Whether a complaint of so many items waits for a second person. */
export const needsApproval = (rules: Pick<WorkspaceRules, 'approval' | 'approvalAbove'>, items: number): boolean =>
  rules.approval === 'always' || (rules.approval === 'above' && items > rules.approvalAbove);
