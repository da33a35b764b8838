import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Fault } from '#libs/domain';
import type { CalendarFeed } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { Journal } from '../journal.js';
import { oneAtATime } from '../one-at-a-time.js';
import { sha256 } from '../store-document.js';

/** The addresses under which people's calendar programs read deadlines: one for each person and workspace. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
  ) {}

  async find(caller: Caller): Promise<CalendarFeed | null> {
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => feedOf(tx, caller));
  }

  /** A new token, in the clear this once; the one before it leads nowhere from now on. */
  async make(caller: Caller): Promise<{ feed: CalendarFeed; token: string }> {
    refusePrograms(caller);
    const token = randomBytes(32).toString('base64url');
    const made = { hash: sha256(token), createdAt: this.journal.now() };
    const feed = await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      await oneAtATime(tx, `calendar feed of ${caller.actor.id}`);
      const before = await feedOf(tx, caller);
      const { workspaceId } = caller;
      const row = before ?? { workspaceId, id: this.journal.newId(), personId: caller.actor.id, ...made };
      if (before === null) tx.calendarFeeds.add(row);
      else await tx.calendarFeeds.change(row.id, made);
      this.journal.audit(tx, caller.actor, 'calendar-feed.make', row.id);
      return { ...row, ...made };
    });
    return { feed, token };
  }

  async revoke(caller: Caller): Promise<void> {
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const feed = await feedOf(tx, caller);
      if (feed === null) return;
      await tx.calendarFeeds.remove(feed.id);
      this.journal.audit(tx, caller.actor, 'calendar-feed.revoke', feed.id);
    });
  }
}

async function feedOf(tx: WorkspaceTransaction, { actor }: Caller): Promise<CalendarFeed | null> {
  if (actor.kind !== 'person') return null;
  const [feed] = await tx.calendarFeeds.where({ personId: actor.id });
  return feed ?? null;
}

function refusePrograms({ actor }: Caller): void {
  if (actor.kind !== 'person')
    throw new Fault('forbidden', 'calendar-of-people', 'A calendar belongs to a person: sign in to make one.');
}
