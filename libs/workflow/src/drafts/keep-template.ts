import { Injectable } from '@nestjs/common';
import { Fault } from '#libs/domain';
import type { FilingTemplate, Id } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { Journal } from '../journal.js';
import { oneAtATime } from '../one-at-a-time.js';

export type TemplateEntry = Pick<FilingTemplate, 'name' | 'answers'>;

/** Templates of complaints, shared by the workspace. They hold no listing, no statement and no signature. */
@Injectable()
export class KeepTemplate {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
  ) {}

  /** @throws Fault `template-name-taken` */
  async add(caller: Caller, { name, answers }: TemplateEntry): Promise<FilingTemplate> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      await refuseTaken(tx, name, null);
      const updatedAt = this.journal.now();
      const createdBy = caller.actor.name;
      const row = { workspaceId: tx.workspaceId, id: this.journal.newId(), name, answers, createdBy, updatedAt };
      tx.templates.add(row);
      this.journal.audit(tx, caller.actor, 'template.add', row.id, { name });
      return row;
    });
  }

  async change(caller: Caller, id: Id, { name, answers }: TemplateEntry): Promise<FilingTemplate> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const before = await tx.templates.lock(id);
      await refuseTaken(tx, name, id);
      const saved = { name, answers, updatedAt: this.journal.now() };
      await tx.templates.change(id, saved);
      this.journal.audit(tx, caller.actor, 'template.change', id, { name });
      return { ...before, ...saved };
    });
  }

  async remove(caller: Caller, id: Id): Promise<void> {
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const { name } = await tx.templates.get(id);
      await tx.templates.remove(id);
      this.journal.audit(tx, caller.actor, 'template.remove', id, { name });
    });
  }
}

async function refuseTaken(tx: WorkspaceTransaction, name: string, own: Id | null): Promise<void> {
  await oneAtATime(tx, 'template names');
  const [taken] = await tx.templates.matching('lower(name) = lower($2) and ($3::uuid is null or id <> $3)', [
    name,
    own,
  ]);
  if (taken === undefined) return;
  const detail = `There is a template "${taken.name}" already. Give this one another name.`;
  throw new Fault('conflict', 'template-name-taken', detail, [{ pointer: '/name', code: 'taken', detail }]);
}
