import { covers } from '#libs/domain';
import type { PowerOfAttorney } from '#libs/domain';
import type { NoticeFacts } from './notice-facts.js';
import { oneLine, orNull } from './plain-text.js';
import { dayAtPlatform } from './platform-day.js';

/** Positions, from 1, of the rights that a power covers on the day of the notice. */
function rightsCovered(power: PowerOfAttorney, facts: NoticeFacts): number[] {
  const filing = { platform: facts.platform.slug, day: dayAtPlatform(facts) };
  return facts.rights.flatMap(({ id }, index) => (covers(power, { ...filing, rightId: id }) ? [index + 1] : []));
}

/** The powers an agent files under: those that cover a right of this notice. A rights holder that files itself has none. */
export function powersTold(facts: NoticeFacts) {
  if (!facts.rightsHolder.representedByAgent) return [];
  return facts.powers.flatMap((power) => {
    const covered = rightsCovered(power, facts);
    if (covered.length === 0) return [];
    return [
      {
        agent: oneLine(power.agent),
        validFrom: oneLine(power.validFrom),
        validTo: orNull(power.validTo),
        // said where a power covers less than the whole notice
        rights: covered.length === facts.rights.length ? undefined : covered,
      },
    ];
  });
}
