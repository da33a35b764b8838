import type { PlatformProgramme } from '#libs/domain';
import type { Finding } from './finding.js';
import type { PreflightFacts, ProgrammeRate, ProgrammeStanding } from './preflight-facts.js';

const percent = (share: number): string => `${(100 * share).toFixed(1).replace(/\.0$/, '')} %`;

interface Threshold {
  which: 'takedown' | 'counter-notice';
  rate: ProgrammeRate | null;
  /** in words: `at least 90 %` */
  asks: string;
  /** the rate does not clear the threshold for certain: it lies within the interval, or beyond it */
  isAtRisk: (rate: ProgrammeRate) => boolean;
}

function thresholds(rules: PlatformProgramme, standing: ProgrammeStanding): Threshold[] {
  const { takedownRateAtLeast: least, counterNoticeRateAtMost: most } = rules;
  return [
    ...(least === undefined
      ? []
      : [
          {
            which: 'takedown' as const,
            rate: standing.takedown,
            asks: `at least ${percent(least)}`,
            isAtRisk: ({ low }: ProgrammeRate) => low < least,
          },
        ]),
    ...(most === undefined
      ? []
      : [
          {
            which: 'counter-notice' as const,
            rate: standing.counterNotice,
            asks: `at most ${percent(most)}`,
            isAtRisk: ({ high }: ProgrammeRate) => high > most,
          },
        ]),
  ];
}

function atRisk(rules: PlatformProgramme, { which, rate, asks, isAtRisk }: Threshold): Finding[] {
  if (rate === null || !isAtRisk(rate)) return [];
  const [value, low, high] = [percent(rate.value), percent(rate.low), percent(rate.high)];
  const counted = `${rate.numerator} of ${rate.denominator}`;
  const detail = `${rules.name}: your ${which} rate is ${value} (${low} to ${high}, ${counted}), and the programme asks for ${asks}. File only what is sure.`;
  const values = { which, programme: rules.name, value, low, high, counted, asks };
  return [{ code: 'programme-at-risk', severity: 'advice', pointer: '/platform', detail, values }];
}

/**
 * A member that falls short of its programme's thresholds is shut out for months. Each rate is told with its interval: on
 * twenty decisions, 90 % is noise.
 */
export function programmeFindings({ platform, programme: standing }: PreflightFacts): Finding[] {
  const { programme: rules, gate } = platform;
  const membership = gate.membership === undefined ? [] : [membershipNeeded(platform.name, gate.membership)];
  if (rules === null || standing === null) return membership;
  return [...membership, ...thresholds(rules, standing).flatMap((threshold) => atRisk(rules, threshold))];
}

const membershipNeeded = (platform: string, membership: string): Finding => ({
  code: 'membership-needed',
  severity: 'advice',
  pointer: '/platform',
  detail: `${platform} takes complaints from members of ${membership} only. Enrol there first if you have not.`,
  values: { platform, membership },
});
