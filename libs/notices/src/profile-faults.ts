import type { FieldFault } from '#libs/domain';
import type { NoticeFacts } from './notice-facts.js';
import { groundAccepted, languageAccepted, rightsFit } from './profile/accepted.js';
import { filesTaken, linksTaken } from './profile/evidence.js';
import { explanationTaken, itemsWithinLimit, rightsWithinLimit } from './profile/parts.js';
import type { ProfileTest } from './profile/way.js';

const profileTests: readonly ProfileTest[] = [
  groundAccepted,
  languageAccepted,
  rightsFit,
  itemsWithinLimit,
  rightsWithinLimit,
  explanationTaken,
  linksTaken,
  filesTaken,
];

/** Why this platform would not take the complaint as it is, however complete: every fault, none twice. */
export const profileFaults = (facts: NoticeFacts): FieldFault[] => profileTests.flatMap((test) => test(facts));
