import { Injectable } from '@nestjs/common';
import { Fault } from '#libs/domain';
import type { Actor, Id } from '#libs/domain';
import {
  Database,
  EVERY_PLATFORM,
  liftPause,
  liftPauseEverywhere,
  pausesOf,
  releasePaused,
  setPause,
  setPauseEverywhere,
} from '#libs/persistence';
import type { Pause, WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from './caller.js';
import { Journal, system } from './journal.js';
import { Rulebook } from './rulebook.js';

/**
 * The kill switch: while a platform is paused, nothing leaves for it, not even a retry or the next way of a filing. What
 * waits goes on when it is resumed.
 */
@Injectable()
export class PauseDeliveries {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
  ) {}

  /** The pauses that hold for this workspace; `everywhere` are those of the whole installation. */
  async read({ workspaceId }: Caller): Promise<(Pause & { everywhere: boolean })[]> {
    return this.database.inWorkspace(workspaceId, pausesOf);
  }

  /** @param platform a slug, or `*` for every platform */
  async pause({ workspaceId, actor }: Caller, platform: string, reason: string): Promise<void> {
    this.known(platform);
    await this.database.inWorkspace(workspaceId, async (tx) => {
      await setPause(tx, { platform, reason, pausedBy: actor.name, at: this.journal.now() });
      this.journal.audit(tx, actor, 'platform.pause', null, { platform, reason });
    });
  }

  async resume({ workspaceId, actor }: Caller, platform: string): Promise<void> {
    this.known(platform);
    await this.database.inWorkspace(workspaceId, async (tx) => {
      if (!(await liftPause(tx, platform))) throw notPaused(platform);
      await this.goOn(tx, actor, platform);
    });
  }

  /** For whoever runs the installation: holds for every workspace. */
  async pauseEverywhere(platform: string, reason: string): Promise<void> {
    this.known(platform);
    await setPauseEverywhere(this.database, { platform, reason, pausedBy: system.name, at: this.journal.now() });
    await this.inEach((tx) => {
      this.journal.audit(tx, system, 'platform.pause', null, { platform, reason, everywhere: true });
      return Promise.resolve();
    });
  }

  async resumeEverywhere(platform: string): Promise<void> {
    this.known(platform);
    if (!(await liftPauseEverywhere(this.database, platform))) throw notPaused(platform);
    await this.inEach(async (tx) => this.goOn(tx, system, platform));
  }

  private async goOn(tx: WorkspaceTransaction, actor: Actor, platform: string): Promise<void> {
    const released = await releasePaused(tx, platform);
    for (const attemptId of released) {
      this.journal.owe(tx, 'deliver-attempt', { workspaceId: tx.workspaceId, attemptId });
    }
    this.journal.audit(tx, actor, 'platform.resume', null, { platform, attempts: released.length });
  }

  private async inEach(work: (tx: WorkspaceTransaction) => Promise<void>): Promise<void> {
    const workspaces = await this.database.identity<{ id: Id }>('select id from auth.organization order by id');
    for (const { id } of workspaces) await this.database.inWorkspace(id, work);
  }

  private known(platform: string): void {
    if (platform !== EVERY_PLATFORM) this.rulebook.platform(platform);
  }
}

const notPaused = (platform: string): Fault =>
  new Fault(
    'conflict',
    'not-paused',
    platform === EVERY_PLATFORM ? 'Nothing is paused as a whole.' : `${platform} is not paused.`,
  );
