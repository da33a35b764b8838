import { covers } from '#libs/domain';
import type { PowerOfAttorney, Right } from '#libs/domain';
import { SOON_DAYS, dayAfter, named } from './finding.js';
import type { Finding } from './finding.js';
import type { PreflightFacts } from './preflight-facts.js';

/** An agent acts only within a valid power of attorney, right by right. */
export function authorityFindings(facts: PreflightFacts): Finding[] {
  if (!facts.rightsHolder.representedByAgent) return [];
  return facts.rights.flatMap((right, position) => authorityFor(right, `/rightIds/${position}`, facts));
}

function authorityFor(right: Right, pointer: string, facts: PreflightFacts): Finding[] {
  const { day, platform, rightsHolder, powers } = facts;
  const valid = (on: string): PowerOfAttorney[] =>
    powers.filter((power) => covers(power, { rightId: right.id, platform: platform.slug, day: on }));
  const values = { title: named(right.title), holder: named(rightsHolder.name), platform: platform.name };
  if (valid(day).length === 0) {
    const detail = `No power of attorney of ${values.holder} covers "${values.title}" with ${platform.name} today. Record one with the rights holder.`;
    return [{ code: 'power-missing', severity: 'blocks', pointer, detail, values, reason: 'RR-11' }];
  }
  if (valid(dayAfter(day, SOON_DAYS + 1)).length > 0) return [];
  const ends =
    valid(day)
      .map(({ validTo }) => validTo ?? '')
      .sort()
      .at(-1) ?? '';
  const detail = `The power of attorney of ${values.holder} for "${values.title}" ends on ${ends}. Ask for a new one in time.`;
  return [{ code: 'power-expires-soon', severity: 'advice', pointer, detail, values: { ...values, ends } }];
}
