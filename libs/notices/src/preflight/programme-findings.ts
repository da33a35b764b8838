import type { PlatformProgramme } from '#libs/domain';
import type { Finding } from './finding.js';
import type { PreflightFacts, ProgrammeRate, ProgrammeStanding } from './preflight-facts.js';

const percent = (share: number): string => `${(100 * share).toFixed(1).replace(/\.0$/, '')} %`;

/** One threshold of the programme, and how the member stands against it. */
interface Threshold {
  which: 'takedown' | 'counter-notice';
  rate: ProgrammeRate | null;
  threshold: number;
  /** the rate does not clear the threshold for certain: it lies within the interval, or beyond it */
  isAtRisk: (rate: ProgrammeRate) => boolean;
}

function thresholds(rules: PlatformProgramme, standing: ProgrammeStanding): Threshold[] {
  const { takedownRateAtLeast: least, counterNoticeRateAtMost: most } = rules;
  const found: Threshold[] = [];
  if (least !== undefined)
    found.push({ which: 'takedown', rate: standing.takedown, threshold: least, isAtRisk: ({ low }) => low < least });
  if (most !== undefined)
    found.push({
      which: 'counter-notice',
      rate: standing.counterNotice,
      threshold: most,
      isAtRisk: ({ high }) => high > most,
    });
  return found;
}

function standingAgainst(rules: PlatformProgramme, { which, rate, threshold, isAtRisk }: Threshold): Finding[] {
  if (rate === null) return [];
  const { numerator, denominator } = rate;
  const said = {
    value: percent(rate.value),
    low: percent(rate.low),
    high: percent(rate.high),
    threshold: percent(threshold),
  };
  const values = { which, programme: rules.name, numerator, denominator, ...said };
  const asks = `${which === 'takedown' ? 'at least' : 'at most'} ${said.threshold}`;
  const atRisk = isAtRisk(rate);
  const remedy = atRisk ? ' File only what is sure.' : '';
  const detail = `${rules.name}: your ${which} rate is ${said.value} (${said.low} to ${said.high}, ${numerator} of ${denominator}), and the programme asks for ${asks}.${remedy}`;
  const code = atRisk ? 'programme-at-risk' : 'programme-headroom';
  return [{ code, severity: 'advice', pointer: '/platform', detail, values }];
}

/**
 * A member that falls short of its programme's thresholds is shut out for months. Each rate is told with its interval: on
 * twenty decisions, 90 % is noise.
 */
export function programmeFindings({ platform, programme: standing }: PreflightFacts): Finding[] {
  const { programme: rules, gate } = platform;
  const membership = gate.membership === undefined ? [] : [membershipNeeded(platform.name, gate.membership)];
  if (rules === null || standing === null) return membership;
  return [...membership, ...thresholds(rules, standing).flatMap((each) => standingAgainst(rules, each))];
}

const membershipNeeded = (platform: string, membership: string): Finding => ({
  code: 'membership-needed',
  severity: 'advice',
  pointer: '/platform',
  detail: `${platform} takes complaints from members of ${membership} only. Enrol there first if you have not.`,
  values: { platform, membership },
});
