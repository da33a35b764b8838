import { limitsOf, waysOf } from '#libs/domain';
import type { FieldFault, ForbiddablePart, PlatformLimits } from '#libs/domain';
import type { NoticeFacts } from '../notice-facts.js';

export type ProfileTest = (facts: NoticeFacts) => FieldFault[];

/** The limits of the way the notice will go: the first that is open to its ground. */
export const limitsFor = ({ platform, ground }: NoticeFacts): PlatformLimits =>
  limitsOf(platform, waysOf(platform, ground)[0]);

/** Whether the platform takes no such part on this ground. */
export const forbids = ({ platform, ground }: NoticeFacts, part: ForbiddablePart): boolean =>
  platform.grounds[ground]?.forbids?.includes(part) === true;
