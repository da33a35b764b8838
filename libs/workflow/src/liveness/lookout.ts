import type { Lookout } from '#libs/liveness';

/** Looks at pages of the web; provided as one object for all verbs, since it knows when each host was last asked. */
export const LOOKOUT = Symbol('lookout');
export type { Lookout };
