import { authorityFindings } from './authority-findings.js';
import { severities } from './finding.js';
import type { Finding } from './finding.js';
import { listingsFindings } from './listings-findings.js';
import type { PreflightFacts } from './preflight-facts.js';
import { programmeFindings } from './programme-findings.js';
import { rightsFindings } from './rights-findings.js';

/** What this platform will refuse and why, and what keeps the complaint from being sent; gravest first. */
export const preflight = (facts: PreflightFacts): Finding[] =>
  [...rightsFindings(facts), ...authorityFindings(facts), ...listingsFindings(facts), ...programmeFindings(facts)].sort(
    (one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity),
  );
