import { daysBetween } from '#libs/domain';
import type { Figure } from '#libs/domain';
import type { ClusteredEvent } from '../clustered-incidence.js';
import type { Cases } from './cases.js';
import { incidenceFigures, tableOf } from './incidence.js';
import { proportion, shareOf } from './proportion.js';
import type { Standing } from './standing.js';

export const relistingDays = [30, 90] as const;
export type RelistingDay = (typeof relistingDays)[number];

const wasReinstated = ({ fact }: Standing): boolean => fact.outcome === 'reinstated' || fact.outcome === 'countered';

/** Seen up after the platform said it was removed. A listing reinstated since is no sign that it had stayed up. */
const seenUpAfterwards = (item: Standing): boolean =>
  item.seenUp !== null && item.fact.decidedAt !== null && item.seenUp > item.fact.decidedAt && !wasReinstated(item);

/**
 * The platform says removed, the listing is up: first-instance items decided removed, seen up after the decision and not
 * seen down by the cut / those decided removed and observed (seen down, or seen up after the decision). Coverage:
 * observed / decided removed.
 */
export function claimedNotEffected({ delivered }: Cases): Figure {
  const removed = delivered.filter((item) => item.ending === 'removed');
  const observed = removed.filter((item) => item.seenDown !== null || seenUpAfterwards(item));
  return proportion(observed, (item) => item.seenDown === null, shareOf(observed.length, removed.length));
}

/**
 * Back again: cumulative incidence of relisting, from the day a first-instance item decided removed was first seen down;
 * censored at the cut. Coverage: seen down / decided removed.
 */
export function relistingByDay({ delivered, asOf }: Cases): Record<RelistingDay, Figure> {
  const removed = delivered.filter((item) => item.ending === 'removed');
  const events = removed.flatMap((item) => relistingOf(item, asOf));
  const rows = incidenceFigures(tableOf(events, 1), relistingDays, shareOf(events.length, removed.length));
  return Object.fromEntries(relistingDays.map((day, i) => [day, rows[i]?.[0]])) as Record<RelistingDay, Figure>;
}

function relistingOf({ seenDown, relisted, cluster }: Standing, asOf: Date): ClusteredEvent[] {
  if (seenDown === null) return [];
  return [{ time: Math.max(0, daysBetween(seenDown, relisted ?? asOf)), cause: relisted === null ? 0 : 1, cluster }];
}
