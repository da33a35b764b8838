import { Injectable } from '@nestjs/common';
import { calendarText, deadlineEntry, endingEntry } from '#libs/calendar';
import type { CalendarEntry } from '#libs/calendar';
import { Fault, addDays } from '#libs/domain';
import type { Id } from '#libs/domain';
import { Database, Identity, calendarDeadlines, expiries } from '#libs/persistence';
import type { Workspace, WorkspaceTransaction } from '#libs/persistence';
import { Journal } from '../journal.js';
import { Rulebook } from '../rulebook.js';
import { sha256 } from '../store-document.js';
import { PublicAddress } from './public-address.js';

/** A calendar program that looks once a day or a month learns that a deadline was cancelled; afterwards it is left out. */
const CANCELLED_DAYS = 30;
/** How far ahead the end of a right is told, days. */
const AHEAD_DAYS = 90;

/** The deadlines of a workspace, for the calendar program of one of its people. */
@Injectable()
export class ReadCalendar {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
    private readonly publicAddress: PublicAddress,
  ) {}

  /**
   * @param of `mine`: what is due from us; `all`: the platforms' decisions too
   * @throws Fault `calendar-not-found` also where the person no longer belongs to the workspace
   */
  async run(token: string, of: 'mine' | 'all'): Promise<string> {
    const workspace = await this.workspaceOf(token);
    const entries = await this.database.inWorkspace(workspace.id, async (tx) => [
      ...(await this.deadlines(tx, of)),
      ...(await this.endings(tx)),
    ]);
    return calendarText(`Redress: ${workspace.name}`, entries);
  }

  private async workspaceOf(token: string): Promise<Workspace> {
    const feed = await this.database.calendarFeedByHash(sha256(token));
    const workspaces = feed === null ? [] : await this.identity.workspacesOf(feed.personId);
    const workspace = workspaces.find(({ id }) => id === feed?.workspaceId);
    if (workspace !== undefined) return workspace;
    const detail =
      'There is no calendar at this address: it was revoked or made anew. Take the new address from Settings.';
    throw new Fault('not-found', 'calendar-not-found', detail);
  }

  private async deadlines(tx: WorkspaceTransaction, of: 'mine' | 'all'): Promise<CalendarEntry[]> {
    const cancelledSince = addDays(this.journal.now(), -CANCELLED_DAYS);
    const rows = await calendarDeadlines(tx, { mine: of === 'mine', cancelledSince });
    return rows.map((row) => {
      const platform = this.rulebook.find(row.platform)?.name ?? row.platform;
      return deadlineEntry({ ...row, platform }, this.publicAddress.of(`/complaints/${row.complaintId}`));
    });
  }

  private async endings(tx: WorkspaceTransaction): Promise<CalendarEntry[]> {
    const now = this.journal.now();
    const rows = await expiries(tx, dayOf(now), dayOf(addDays(now, AHEAD_DAYS)));
    return rows.map((row) => endingEntry(row, this.publicAddress.of(pageOf(row))));
  }
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

const pageOf = ({ kind, id, rightsHolderId }: { kind: string; id: Id; rightsHolderId: Id }): string =>
  kind === 'right' ? `/rights/${id}` : `/rights-holders/${rightsHolderId}`;
