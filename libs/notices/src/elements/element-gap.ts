import type { Right } from '#libs/domain';
import type { NoticeFacts } from '../notice-facts.js';
import { oneLine, shortened } from '../plain-text.js';

/** Where an element is missing. */
export interface ElementGap {
  /** JSON pointer into the body of `POST /complaints` (RFC 6901) */
  pointer: string;
  /** the one thing concerned, in its own words: a right's title, a listing's address */
  about?: string;
}

export type ElementTest = (facts: NoticeFacts) => ElementGap | null;

export const gapUnless = (satisfied: boolean, pointer: string): ElementGap | null => (satisfied ? null : { pointer });

/** The first right that fails; a complaint without rights is `right-identified`'s matter alone. */
export function firstRightFailing({ rights }: NoticeFacts, passes: (right: Right) => boolean): ElementGap | null {
  const position = rights.findIndex((right) => !passes(right));
  const right = rights[position];
  return right === undefined ? null : { pointer: `/rightIds/${position}`, about: shortened(oneLine(right.title), 80) };
}
