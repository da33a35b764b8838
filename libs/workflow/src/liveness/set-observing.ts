import { Injectable } from '@nestjs/common';
import { defaultRules } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { Journal } from '../journal.js';
import { oneAtATime } from '../one-at-a-time.js';
import { rulesOf } from '../set-rules.js';

/** Whether Redress looks at the pages of the workspace's listings: the switch that stops it at once, too. */
@Injectable()
export class SetObserving {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
  ) {}

  async read(caller: Caller): Promise<boolean> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => (await rulesOf(tx)).observing);
  }

  async run(caller: Caller, observing: boolean): Promise<void> {
    const { workspaceId } = caller;
    await this.workplace.inWorkspace(workspaceId, async (tx) => {
      await oneAtATime(tx, 'rules');
      const before = await tx.rules.find(workspaceId);
      const saved = { observing, updatedAt: this.journal.now() };
      if (before === null) tx.rules.add({ workspaceId, id: workspaceId, ...defaultRules, ...saved });
      else await tx.rules.change(workspaceId, saved);
      const was = (before ?? defaultRules).observing;
      this.journal.audit(tx, caller.actor, 'rules.observe', workspaceId, { was, is: observing });
    });
  }
}
