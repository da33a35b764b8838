import type { ItemOutcome } from './item.js';
import type { Observation, ObservationState } from './observation.js';

/** What observations say of a listing as a whole. */
export interface ListingFacts {
  /** last seen up before it was first seen down: the listing went down between the two */
  lastSeenUp: Date | null;
  firstSeenDown: Date | null;
  /** first seen up again after that */
  relistedAt: Date | null;
}

export type Seen = Pick<Observation, 'state' | 'at'>;

/** How far apart two looks must be that both find a listing down, before it counts as down: a server may stumble once. */
export const DOWN_CONFIRMED_AFTER_MS = 3_600_000;

const standsThere = (state: ObservationState): boolean => state === 'up' || state === 'relisted';

/** Whether the page at the address is not the listing gone: such a look ends a series of looks that found it down. */
const isThere = (state: ObservationState): boolean => standsThere(state) || state === 'altered';

/** The first look of the first series of two or more, an hour apart or more, that found the listing down; null while there is none. */
function firstDown(looks: readonly Seen[]): Date | null {
  let first: Date | null = null;
  for (const { state, at } of looks) {
    if (isThere(state)) first = null;
    if (state !== 'down') continue;
    first ??= at;
    if (at.getTime() - first.getTime() >= DOWN_CONFIRMED_AFTER_MS) return first;
  }
  return null;
}

/**
 * The facts of a listing from every look at it, in any order. Only `up`, `relisted` and `down` are facts: what is seen of
 * one country alone, or altered, or not at all, is none.
 * @param since when the platform had the notice: a listing that was down before that did not go down for it
 */
export function listingFacts(all: readonly Seen[], since: Date | null): ListingFacts {
  const looks = all.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const firstSeenDown = since === null ? null : firstDown(looks.filter(({ at }) => at >= since));
  const up = looks.filter(({ state }) => standsThere(state)).map(({ at }) => at);
  if (firstSeenDown === null) return { lastSeenUp: up.at(-1) ?? null, firstSeenDown, relistedAt: null };
  return {
    lastSeenUp: up.filter((at) => at < firstSeenDown).at(-1) ?? null,
    firstSeenDown,
    relistedAt: up.find((at) => at > firstSeenDown) ?? null,
  };
}

/** Whether the last looks found the listing down and too short a time for it to count. */
export function downAwaitsConfirmation(all: readonly Seen[]): boolean {
  const looks = all.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const series = looks.slice(looks.findLastIndex(({ state }) => isThere(state)) + 1);
  return series.some(({ state }) => state === 'down') && firstDown(series) === null;
}

interface Standing extends Omit<ListingFacts, 'lastSeenUp'> {
  outcome: ItemOutcome;
  decidedAt: Date | null;
}

/**
 * The outcome of an item once the facts of its listing are known. What a platform decided stays decided: a listing that is
 * down without a decision is `down-unattributed` until one comes, and a removal is `relisted` when the listing came back.
 */
export function outcomeWithFacts({ outcome, decidedAt, firstSeenDown, relistedAt }: Standing): ItemOutcome {
  if (outcome === 'pending' || outcome === 'down-unattributed')
    return firstSeenDown === null ? 'pending' : 'down-unattributed';
  if (outcome !== 'removed' && outcome !== 'relisted') return outcome;
  return relistedAt !== null && decidedAt !== null && relistedAt > decidedAt ? 'relisted' : 'removed';
}

/** The platform says it removed the listing, and we saw it up after that and never down. */
export const claimedButUp = (item: ListingFacts & Pick<Standing, 'outcome' | 'decidedAt'>): boolean =>
  item.outcome === 'removed' &&
  item.firstSeenDown === null &&
  item.decidedAt !== null &&
  item.lastSeenUp !== null &&
  item.lastSeenUp > item.decidedAt;
