import { DateTime } from 'luxon';
import type { ElementId, Right, StatementKind } from '#libs/domain';
import { locatesListing } from './listing-address.js';
import type { NoticeFacts } from './notice-facts.js';
import { isBlank, oneLine, shortened } from './plain-text.js';
import { saysSomething } from './text-substance.js';

/** Where an element is missing. */
export interface ElementGap {
  /** JSON pointer into the body of `POST /complaints` (RFC 6901) */
  pointer: string;
  /** the one thing concerned, in its own words: a right's title, a listing's address */
  about?: string;
}

type ElementTest = (facts: NoticeFacts) => ElementGap | null;

const gapUnless = (satisfied: boolean, pointer: string): ElementGap | null => (satisfied ? null : { pointer });

const confirmed =
  (kind: StatementKind): ElementTest =>
  (facts) =>
    gapUnless(facts.statements[kind], `/statements/${kind}`);

/** The first right that fails; a complaint without rights is `right-identified`'s matter alone. */
function firstRightFailing({ rights }: NoticeFacts, passes: (right: Right) => boolean): ElementGap | null {
  const position = rights.findIndex((right) => !passes(right));
  const right = rights[position];
  return right === undefined ? null : { pointer: `/rightIds/${position}`, about: shortened(oneLine(right.title), 80) };
}

/** Copyright arises without registration (Berne Convention Art. 5(2)); the other rights have a number and an office. */
const isRegistered = (right: Right): boolean =>
  right.kind === 'copyright' || (!isBlank(right.number) && !isBlank(right.office));

function isInForce(right: Right, day: string): boolean {
  return (right.validFrom === null || right.validFrom <= day) && (right.validTo === null || right.validTo >= day);
}

function dayAtPlatform({ at, platform }: NoticeFacts): string {
  return DateTime.fromJSDate(at, { zone: platform.timeZone }).toISODate() ?? at.toISOString().slice(0, 10);
}

function listingLocated({ items, platform }: NoticeFacts): ElementGap | null {
  if (items.length === 0) return { pointer: '/items' };
  const position = items.findIndex((item) => !locatesListing(item.url, platform.kind));
  const item = items[position];
  return item === undefined ? null : { pointer: `/items/${position}/url`, about: shortened(oneLine(item.url), 120) };
}

/** 17 USC 512(c)(3)(A)(iv): "such as an address, telephone number, and, if available, an electronic mail address". */
const isReachable = ({ contact }: NoticeFacts): boolean =>
  [contact.address, contact.phone, contact.email].some((way) => !isBlank(way));

/** Civil Code of China Art. 1195: the real identity of the right holder. */
const isIdentified = ({ rightsHolder }: NoticeFacts): boolean =>
  !isBlank(rightsHolder.name) && !isBlank(rightsHolder.address);

function primaFacie(facts: NoticeFacts): ElementGap | null {
  if (facts.evidenceUrls.some((url) => !isBlank(url))) return null;
  const gap = firstRightFailing(facts, (right) => !isBlank(right.number));
  return gap === null ? null : { ...gap, pointer: '/evidence' };
}

/** One test per element a regime or a platform can ask for. Contact and identity are facts of the rights holder. */
export const elementTests: Readonly<Record<ElementId, ElementTest>> = {
  signature: ({ signature }) => gapUnless(!isBlank(signature?.name), '/signature'),
  'right-identified': (facts) =>
    facts.rights.length === 0 ? { pointer: '/rightIds' } : firstRightFailing(facts, (right) => !isBlank(right.title)),
  'right-registered': (facts) => firstRightFailing(facts, isRegistered),
  'right-in-force': (facts) => firstRightFailing(facts, (right) => isInForce(right, dayAtPlatform(facts))),
  'listing-located': listingLocated,
  'contact-address': (facts) => gapUnless(isReachable(facts), '/rightsHolderId'),
  'contact-email': ({ contact }) => gapUnless(/^[^\s@]+@[^\s@]+$/u.test(contact.email ?? ''), '/rightsHolderId'),
  'contact-name': ({ contact }) => gapUnless(!isBlank(contact.name), '/rightsHolderId'),
  explanation: ({ explanation }) => gapUnless(saysSomething(explanation), '/explanation'),
  'good-faith': confirmed('goodFaith'),
  accuracy: confirmed('accuracy'),
  authority: confirmed('authority'),
  'identity-proof': (facts) => gapUnless(isIdentified(facts), '/rightsHolderId'),
  'prima-facie-evidence': primaFacie,
};
