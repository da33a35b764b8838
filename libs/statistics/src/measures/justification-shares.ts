import { isCompletenessReason, justificationLevel, refusalReasons } from '#libs/domain';
import type { Figure, ReasonCode } from '#libs/domain';
import type { Cases } from './cases.js';
import { proportion, shareOf } from './proportion.js';
import type { Standing } from './standing.js';

/** A share over the coded ones among the eligible items; coverage says how many those are. */
function codedShare(
  eligible: readonly Standing[],
  isCoded: (item: Standing) => boolean,
  isHit: (item: Standing) => boolean,
): Figure {
  const coded = eligible.filter(isCoded);
  return proportion(coded, isHit, shareOf(coded.length, eligible.length));
}

/** Little or no justification: refusals at level none or boilerplate / coded refusals of complete items. */
export function unjustifiedRefusalShare({ refusals }: Cases): Figure {
  const unjustified = ({ fact }: Standing): boolean => {
    const level = justificationLevel(fact.justification, fact.boilerplate === true);
    return level === 'none' || level === 'boilerplate';
  };
  return codedShare(refusals, ({ fact }) => fact.coded, unjustified);
}

/** No guidance how to amend: refusals with J5 = 0 / coded refusals of complete items. */
export function noGuidanceShare({ refusals }: Cases): Figure {
  return codedShare(
    refusals,
    ({ fact }) => fact.coded && fact.justification.J5 !== undefined,
    ({ fact }) => fact.justification.J5 === false,
  );
}

/**
 * Reply not in a registered language: J7 = 0 / items with a decision and J7 coded. Every delivered first-instance item
 * counts, complete or not: a decision must be readable in either case.
 */
export function untranslatedReplyShare({ delivered }: Cases): Figure {
  return codedShare(
    delivered.filter((item) => item.decided),
    ({ fact }) => fact.justification.J7 !== undefined,
    ({ fact }) => fact.justification.J7 === false,
  );
}

const isReason = (code: string): code is ReasonCode => Object.hasOwn(refusalReasons, code);

const statesIncompleteness = ({ fact }: Standing): boolean =>
  fact.statedReason !== null && isReason(fact.statedReason) && isCompletenessReason(fact.statedReason);

/**
 * The platform says an element is missing that the notice contained: such refusals / refusals of complete items with a
 * completeness reason (RR-10 to RR-35) that were checked.
 */
export function falseDeficiencyShare({ refusals }: Cases): Figure {
  return codedShare(
    refusals.filter(statesIncompleteness),
    ({ fact }) => fact.falseDeficiency !== null,
    ({ fact }) => fact.falseDeficiency === true,
  );
}
