import type { RightKind } from '../../api/types.js';
import words from '../../i18n/en/words.json';

/** Every kind of right there is: each has words. */
export const rightKinds = Object.keys(words.right) as RightKind[];
