import { DateTime } from 'luxon';
import type { Platform, RightsHolder } from '#libs/domain';
import type { ProgrammeRate, ProgrammeStanding } from '#libs/notices';
import { programmeCounts } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import { wilson } from '#libs/statistics';
import type { Rulebook } from './rulebook.js';

interface Member {
  platform: Platform;
  rightsHolder: RightsHolder;
  now: Date;
}

/**
 * How a member stands in the platform's programme over its window, with plain Wilson intervals at 95 %: the threshold is
 * held against this one account, so that there is nothing to cluster. Null where there is no programme with a window, or
 * the rights holder is no member.
 */
export async function programmeStanding(
  tx: WorkspaceTransaction,
  rulebook: Rulebook,
  { platform, rightsHolder, now }: Member,
): Promise<ProgrammeStanding | null> {
  const { programme } = platform;
  if (programme?.windowMonths === undefined) return null;
  const platforms = rulebook.platforms.filter((each) => each.programme?.id === programme.id).map(({ slug }) => slug);
  if (!platforms.some((slug) => rightsHolder.programmes.includes(slug))) return null;
  const since = DateTime.fromJSDate(now, { zone: 'utc' }).minus({ months: programme.windowMonths }).toJSDate();
  const counts = await programmeCounts(tx, { rightsHolderId: rightsHolder.id, platforms, since });
  return { takedown: rate(counts.removed, counts.decided), counterNotice: rate(counts.countered, counts.decided) };
}

function rate(numerator: number, denominator: number): ProgrammeRate | null {
  if (denominator === 0) return null;
  const { low, high } = wilson(numerator, denominator);
  return { value: numerator / denominator, low, high, numerator, denominator };
}
