import { Injectable } from '@nestjs/common';
import type { Id, ItemFact } from '#libs/domain';
import { Workplace, errorEpisodes, itemFacts } from '#libs/persistence';
import type { ItemFilter } from '#libs/persistence';
import { measuresBy, measuresOf } from '#libs/statistics';
import type { Measures } from '#libs/statistics';
import { Journal } from './journal.js';
import { Rulebook } from './rulebook.js';

export interface MeasureQuestion extends ItemFilter {
  /** the data cut: what happened later is not known to the figures; now, where absent */
  asOf?: Date;
}

export const groupings = ['platform', 'ground', 'month'] as const;
export type Grouping = (typeof groupings)[number];

export interface MeasuredGroup {
  key: string;
  items: number;
  measures: Measures;
}

const groupKey: Record<Grouping, (fact: ItemFact) => string> = {
  platform: (fact) => fact.platform,
  ground: (fact) => fact.ground,
  month: (fact) => fact.readyAt?.toISOString().slice(0, 7) ?? 'unknown',
};

/** The figures of a workspace, computed from its item facts by the one function every other rendering uses too. */
@Injectable()
export class Measure {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
  ) {}

  /** The figures of one platform, with its error episodes in the period. */
  async platform(
    workspaceId: Id,
    slug: string,
    question: MeasureQuestion,
  ): Promise<{ asOf: Date; items: number; measures: Measures; errorEpisodes: number }> {
    const platform = this.rulebook.platform(slug);
    const asOf = question.asOf ?? this.journal.now();
    return this.workplace.inWorkspace(workspaceId, async (tx) => {
      const facts = await itemFacts(tx, { ...question, platform: platform.slug });
      const episodes = await errorEpisodes(tx, platform.slug, question.from ?? new Date(0), earlier(question.to, asOf));
      return { asOf, items: facts.length, measures: measuresOf(facts, { asOf }), errorEpisodes: episodes };
    });
  }

  /** The figures side by side, one group each, in the order of their keys. */
  async by(
    workspaceId: Id,
    grouping: Grouping,
    question: MeasureQuestion,
  ): Promise<{ asOf: Date; groups: MeasuredGroup[] }> {
    const asOf = question.asOf ?? this.journal.now();
    const facts = await this.workplace.inWorkspace(workspaceId, async (tx) => itemFacts(tx, question));
    const items = new Map<string, number>();
    for (const fact of facts) items.set(groupKey[grouping](fact), (items.get(groupKey[grouping](fact)) ?? 0) + 1);
    const measured = [...measuresBy(facts, groupKey[grouping], { asOf })].map(([key, measures]) => ({
      key,
      items: items.get(key) ?? 0,
      measures,
    }));
    return { asOf, groups: measured.sort((a, b) => (a.key < b.key ? -1 : 1)) };
  }
}

const earlier = (to: Date | undefined, asOf: Date): Date => (to !== undefined && to < asOf ? to : asOf);
