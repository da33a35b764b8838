import { covers, isInForceOn } from '#libs/domain';
import type { Right, RightDocumentKind } from '#libs/domain';
import { firstRightFailing } from './element-gap.js';
import type { ElementTest } from './element-gap.js';
import { isBlank } from '../plain-text.js';
import { dayAtPlatform } from '../platform-day.js';

/** Copyright arises without registration (Berne Convention Art. 5(2)); the other rights have a number and an office. */
const isRegistered = (right: Right): boolean =>
  right.kind === 'copyright' ||
  (right.registration === 'registered' && !isBlank(right.number) && !isBlank(right.office));

/** An application gives no right yet, but for a work, which is protected before any office has seen it. */
const isMoreThanApplication = (right: Right): boolean => right.registration !== 'pending' || right.kind === 'copyright';

/** Papers about a right that do not themselves show whose it is. */
const provesNothing: readonly RightDocumentKind[] = ['translation', 'evaluation-report', 'licence'];

/**
 * A number can be looked up, a certificate be read. No office gives out a certificate of a right it never registered: there
 * any paper counts that shows whose it is, such as the first publication or an assignment.
 */
const isDocumented = (right: Right): boolean =>
  !isBlank(right.number) ||
  right.documents.some(
    ({ kind }) => kind === 'certificate' || (right.registration === 'unregistered' && !provesNothing.includes(kind)),
  );

/** Nice classes are of goods and services, and belong to trademarks alone. */
const isClassified = (right: Right): boolean => right.kind !== 'trademark' || right.classes.length > 0;

/** Features are compared, and reports written, of designs and patents alone. */
export const hasFeatures = ({ kind }: Right): boolean => kind === 'design' || kind === 'patent';

export const hasReport = (right: Right): boolean => right.documents.some(({ kind }) => kind === 'evaluation-report');

export const rightRegistered: ElementTest = (facts) => firstRightFailing(facts, isRegistered);

export const rightDocumented: ElementTest = (facts) => firstRightFailing(facts, isDocumented);

export const classesIdentified: ElementTest = (facts) => firstRightFailing(facts, isClassified);

export const evaluationReport: ElementTest = (facts) =>
  firstRightFailing(facts, (right) => !hasFeatures(right) || hasReport(right));

export const rightInForce: ElementTest = (facts) =>
  firstRightFailing(facts, (right) => isMoreThanApplication(right) && isInForceOn(right, dayAtPlatform(facts)));

/** A rights holder that files itself needs none. */
export const powerOfAttorney: ElementTest = (facts) => {
  if (!facts.rightsHolder.representedByAgent) return null;
  const filing = { platform: facts.platform.slug, day: dayAtPlatform(facts) };
  return firstRightFailing(facts, ({ id }) => facts.powers.some((power) => covers(power, { ...filing, rightId: id })));
};
