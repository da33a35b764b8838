import { Injectable } from '@nestjs/common';
import { defaultRules } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { Caller } from './caller.js';
import { Journal } from './journal.js';
import { oneAtATime } from './one-at-a-time.js';
import { rulesOf } from './set-rules.js';

/** How many business days a filing may still succeed before it can count as prevented. What is judged already stays judged. */
@Injectable()
export class SetFilingWindow {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
  ) {}

  async read(caller: Caller): Promise<number> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => (await rulesOf(tx)).filingWindowDays);
  }

  async run(caller: Caller, filingWindowDays: number): Promise<void> {
    const { workspaceId } = caller;
    await this.workplace.inWorkspace(workspaceId, async (tx) => {
      await oneAtATime(tx, 'rules');
      const before = await tx.rules.find(workspaceId);
      const saved = { filingWindowDays, updatedAt: this.journal.now() };
      if (before === null) tx.rules.add({ workspaceId, id: workspaceId, ...defaultRules, ...saved });
      else await tx.rules.change(workspaceId, saved);
      const was = (before ?? defaultRules).filingWindowDays;
      this.journal.audit(tx, caller.actor, 'rules.filing-window', workspaceId, { was, is: filingWindowDays });
    });
  }
}
