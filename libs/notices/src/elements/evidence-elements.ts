import type { Right } from '#libs/domain';
import { firstRightFailing } from './element-gap.js';
import type { ElementTest } from './element-gap.js';
import type { NoticeFacts } from '../notice-facts.js';
import { isBlank, oneLine } from '../plain-text.js';
import { hasFeatures, hasReport } from './right-elements.js';
import { saysSomething } from './text-substance.js';

const hasEvidence = ({ evidenceFiles, evidenceUrls }: NoticeFacts): boolean =>
  evidenceFiles.length > 0 || evidenceUrls.some((url) => !isBlank(url));

/** Evidence of the infringement, as files or links; else a number, which lets the platform look the right up. */
export const primaFacieEvidence: ElementTest = (facts) => {
  if (hasEvidence(facts)) return null;
  const gap = firstRightFailing(facts, (right) => !isBlank(right.number));
  return gap === null ? null : { ...gap, pointer: '/evidence' };
};

/** About a short paragraph: less can name a right and a product, and compare nothing. */
const WORTH_OF_A_COMPARISON = 100;

const folded = (text: string): string => oneLine(text).normalize('NFKC').toLowerCase();

/** Whether a text names the right by its title or number, in any case of letters. */
function names(text: string, { title, number }: Right): boolean {
  const said = folded(text);
  return [title, number].some((name) => !isBlank(name) && said.includes(folded(name ?? '')));
}

/**
 * Does the notice set the product beside the right? That is asked of designs and patents, whose features can be compared.
 * What counts: any evidence file or link (a claim chart, views side by side), an evaluation report of the right, or an
 * explanation of at least 100 characters (40 Chinese ones) that names the right by its title or number. What the evidence
 * shows no program can say; that it is there, one can.
 */
export const comparison: ElementTest = (facts) => {
  if (hasEvidence(facts)) return null;
  const { explanation } = facts;
  const isLong = saysSomething(explanation, WORTH_OF_A_COMPARISON);
  const isCompared = (right: Right): boolean => hasReport(right) || (isLong && names(explanation, right));
  const gap = firstRightFailing(facts, (right) => !hasFeatures(right) || isCompared(right));
  return gap === null ? null : { ...gap, pointer: '/evidence' };
};
