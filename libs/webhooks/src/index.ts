export { addressFault, post } from './post.js';
export type { Answer, PostSettings } from './post.js';
export { GIVEN_UP_AFTER_MS, nextWebhookTry } from './retry.js';
export { Seal } from './seal.js';
export { newWebhookSecret, signedHeaders } from './sign.js';
