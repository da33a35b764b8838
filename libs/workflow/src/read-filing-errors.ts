import { Injectable } from '@nestjs/common';
import type { Id } from '#libs/domain';
import { Workplace, errorsSince, listEpisodes } from '#libs/persistence';
import type { Episode, EpisodeFilter, ErrorsOfPlatform } from '#libs/persistence';
import { Journal } from './journal.js';
import { Rulebook } from './rulebook.js';

/** The error states met with a platform, as episodes: what failed on one day, one way and in one manner is one. */
@Injectable()
export class ReadFilingErrors {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
  ) {}

  async run(workspaceId: Id, slug: string, filter: EpisodeFilter, limit: number): Promise<Episode[]> {
    const platform = this.rulebook.platform(slug);
    return this.workplace.inWorkspace(workspaceId, async (tx) => listEpisodes(tx, platform.slug, filter, limit));
  }

  /** Errors on the side of the platforms in the day that is running, UTC. */
  async today(workspaceId: Id): Promise<(ErrorsOfPlatform & { name: string })[]> {
    const from = new Date(this.journal.now());
    from.setUTCHours(0, 0, 0, 0);
    const found = await this.workplace.inWorkspace(workspaceId, async (tx) => errorsSince(tx, from));
    return found.map((each) => ({ ...each, name: this.rulebook.find(each.platform)?.name ?? each.platform }));
  }
}
