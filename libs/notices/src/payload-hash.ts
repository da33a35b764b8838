import { createHash } from 'node:crypto';
import canonicalizeModule from 'canonicalize';
import type { NoticeFacts } from './notice-facts.js';
import { told } from './told.js';

// The package exports the function itself (CommonJS) while its types speak of a default export.
const canonicalize = canonicalizeModule as unknown as (input: unknown) => string | undefined;

/**
 * SHA-256 (hex) of what the platform is told, as canonical JSON (RFC 8785), without reference and date. Equal hashes are
 * the same filing made again: equivalence group E0, the strictest ground for calling two answers inconsistent.
 */
export const payloadHash = (facts: NoticeFacts): string =>
  createHash('sha256')
    .update(canonicalize(told(facts)) ?? '')
    .digest('hex');
