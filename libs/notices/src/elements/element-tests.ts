import type { ElementId, StatementKind } from '#libs/domain';
import { firstRightFailing, gapUnless } from './element-gap.js';
import type { ElementGap, ElementTest } from './element-gap.js';
import { comparison, primaFacieEvidence } from './evidence-elements.js';
import { locatesListing } from '../listing-address.js';
import type { NoticeFacts } from '../notice-facts.js';
import { isBlank, oneLine, shortened } from '../plain-text.js';
import {
  classesIdentified,
  evaluationReport,
  powerOfAttorney,
  rightDocumented,
  rightInForce,
  rightRegistered,
} from './right-elements.js';
import { saysSomething } from './text-substance.js';

const confirmed =
  (kind: StatementKind): ElementTest =>
  (facts) =>
    gapUnless(facts.statements[kind], `/statements/${kind}`);

function listingLocated({ items, platform }: NoticeFacts): ElementGap | null {
  if (items.length === 0) return { pointer: '/items' };
  const position = items.findIndex((item) => !locatesListing(item.url, platform.kind));
  const item = items[position];
  return item === undefined ? null : { pointer: `/items/${position}/url`, about: shortened(oneLine(item.url), 120) };
}

const rightIdentified: ElementTest = (facts) =>
  facts.rights.length === 0 ? { pointer: '/rightIds' } : firstRightFailing(facts, (right) => !isBlank(right.title));

/** 17 USC 512(c)(3)(A)(iv): "such as an address, telephone number, and, if available, an electronic mail address". */
const isReachable = ({ contact }: NoticeFacts): boolean =>
  [contact.address, contact.phone, contact.email].some((way) => !isBlank(way));

/** Civil Code of China Art. 1195: the real identity of the right holder. */
const isIdentified = ({ rightsHolder }: NoticeFacts): boolean =>
  !isBlank(rightsHolder.name) && !isBlank(rightsHolder.address);

/** One test per element a regime or a platform can ask for. Contact and identity are facts of the rights holder. */
export const elementTests: Readonly<Record<ElementId, ElementTest>> = {
  signature: ({ signature }) => gapUnless(!isBlank(signature?.name), '/signature'),
  'right-identified': rightIdentified,
  'right-registered': rightRegistered,
  'right-in-force': rightInForce,
  'listing-located': listingLocated,
  'contact-address': (facts) => gapUnless(isReachable(facts), '/rightsHolderId'),
  'contact-email': ({ contact }) => gapUnless(/^[^\s@]+@[^\s@]+$/u.test(contact.email ?? ''), '/rightsHolderId'),
  'contact-name': ({ contact }) => gapUnless(!isBlank(contact.name), '/rightsHolderId'),
  explanation: ({ explanation }) => gapUnless(saysSomething(explanation), '/explanation'),
  'good-faith': confirmed('goodFaith'),
  accuracy: confirmed('accuracy'),
  authority: confirmed('authority'),
  'identity-proof': (facts) => gapUnless(isIdentified(facts), '/rightsHolderId'),
  'prima-facie-evidence': primaFacieEvidence,
  'postal-address': ({ contact }) => gapUnless(!isBlank(contact.address), '/rightsHolderId'),
  'right-documented': rightDocumented,
  'classes-identified': classesIdentified,
  comparison,
  'evaluation-report': evaluationReport,
  'power-of-attorney': powerOfAttorney,
};
