import type { RightVerification } from '#libs/domain';
import { aNotice, noon } from '../a-notice.spec-data.js';
import type { Finding, FindingCode } from './finding.js';
import type { EarlierReport, PreflightFacts, ProgrammeRate, SeenListing } from './preflight-facts.js';
import { preflight } from './preflight.js';

/** The day of a notice at noon, its neighbours, and the last day that is soon. */
export const yesterday = '2026-03-15';
export const today = '2026-03-16';
export const tomorrow = '2026-03-17';
export const in60Days = '2026-05-15';
export const in61Days = '2026-05-16';

export const aSeen = (overrides: Partial<SeenListing> = {}): SeenListing => ({
  position: 0,
  url: 'https://www.marketville.test/item/1001',
  platform: 'marketville',
  platformName: 'Marketville',
  notListing: null,
  shortLink: false,
  markets: ['DE'],
  ...overrides,
});

export const anEarlierReport = (overrides: Partial<EarlierReport> = {}): EarlierReport => ({
  position: 1,
  url: 'https://www.marketville.test/item/1002?colour=red',
  reference: 'RD-2025-00042',
  standing: 'open',
  ...overrides,
});

export const aVerification = (overrides: Partial<RightVerification> = {}): RightVerification => ({
  workspaceId: 'w',
  id: 'v',
  rightId: 'r',
  desk: 'marketville',
  status: 'verified',
  since: '2025-11-03',
  note: null,
  recordedBy: 'Eva Berger',
  recordedAt: noon,
  ...overrides,
});

/** 1,840 of 2,000 with the Wilson interval at 95 %. */
export const aRate = (overrides: Partial<ProgrammeRate> = {}): ProgrammeRate => ({
  value: 0.92,
  low: 0.9073,
  high: 0.9311,
  numerator: 1840,
  denominator: 2000,
  ...overrides,
});

/** A complaint that nothing speaks against. */
export const aPreflight = (overrides: Partial<PreflightFacts> = {}): PreflightFacts => ({
  ...aNotice(),
  day: today,
  verifications: [],
  seen: [aSeen(), aSeen({ position: 1, url: 'https://www.marketville.test/item/1002?colour=red' })],
  earlier: [],
  renewedBecause: null,
  programme: null,
  ...overrides,
});

export const findingsOf = (overrides: Partial<PreflightFacts>): Finding[] => preflight(aPreflight(overrides));

export const codesOf = (overrides: Partial<PreflightFacts>): FindingCode[] =>
  findingsOf(overrides).map(({ code }) => code);

/** The one finding of a code there must be. @throws where there is none, or a second */
export function theFinding(code: FindingCode, overrides: Partial<PreflightFacts>): Finding {
  const [found, ...others] = findingsOf(overrides).filter((each) => each.code === code);
  if (found === undefined || others.length > 0) throw new Error(`${others.length + 1} findings ${code}, not one`);
  return found;
}
