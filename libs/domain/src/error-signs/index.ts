export type { ErrorSigns, RecognisedError } from './recognised-error.js';
export { recogniseError } from './recognise-error.js';
export { retryAfterSeconds } from './retry-after.js';
export { suggestErrors } from './suggest-errors.js';
