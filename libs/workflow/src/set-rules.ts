import { Injectable } from '@nestjs/common';
import { defaultRules } from '#libs/domain';
import type { WorkspaceRules } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from './caller.js';
import { Journal } from './journal.js';
import { oneAtATime } from './one-at-a-time.js';

export type Rules = Pick<WorkspaceRules, 'approval' | 'approvalAbove'>;

/** The rules of the workspace, or what holds where nobody set any. */
export const rulesOf = async (
  tx: WorkspaceTransaction,
): Promise<Rules & Pick<WorkspaceRules, 'observing' | 'filingWindowDays'>> =>
  (await tx.rules.find(tx.workspaceId)) ?? defaultRules;

/** How the workspace wants its people to file. */
@Injectable()
export class SetRules {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
  ) {}

  async read(caller: Caller): Promise<Rules> {
    return this.workplace.inWorkspace(caller.workspaceId, rulesOf);
  }

  async run(caller: Caller, rules: Rules): Promise<Rules> {
    const { workspaceId } = caller;
    await this.workplace.inWorkspace(workspaceId, async (tx) => {
      await oneAtATime(tx, 'rules');
      const before = await tx.rules.find(workspaceId);
      const { approval, approvalAbove } = before ?? defaultRules;
      const saved = { ...rules, updatedAt: this.journal.now() };
      if (before === null) tx.rules.add({ workspaceId, id: workspaceId, ...defaultRules, ...saved });
      else await tx.rules.change(workspaceId, saved);
      this.journal.audit(tx, caller.actor, 'rules.set', workspaceId, { was: { approval, approvalAbove }, is: rules });
    });
    return rules;
  }
}
