import type { Attribution } from '../filing-error.js';
import type { RecognisedError } from './recognised-error.js';
import { meanings } from './sign.js';
import type { Meaning } from './sign.js';
import { signIn } from './word-signs.js';

const says = (code: Meaning['code'], attribution: Attribution, retry = false, limit?: true): Meaning =>
  limit === undefined ? { code, attribution, retry } : { code, attribution, retry, limit };

/**
 * What a status says by itself (RFC 9110, RFC 6585, RFC 7725, and those in use without a standard). A page that is missing
 * or forbidden can be our own wrong address or credentials, so these leave the side open.
 */
const byStatus: Readonly<Record<number, Meaning>> = {
  401: says('ER-12', 'unknown'),
  403: says('ER-44', 'unknown'),
  404: says('ER-70', 'unknown'),
  405: says('ER-71', 'unknown'),
  407: says('ER-91', 'us', true),
  408: says('ER-41', 'unknown', true),
  410: says('ER-71', 'platform'),
  411: says('ER-90', 'us'),
  413: says('ER-32', 'unknown', false, true),
  414: says('ER-90', 'us'),
  415: says('ER-33', 'unknown'),
  417: says('ER-90', 'us'),
  419: says('ER-45', 'platform', true),
  429: says('ER-50', 'unknown', true, true),
  431: says('ER-90', 'us'),
  440: says('ER-45', 'platform', true),
  451: says('ER-15', 'unknown'),
  501: says('ER-40', 'platform'),
  505: says('ER-90', 'us'),
  // a hotel's or company's sign-in page stands between us and the platform
  511: says('ER-91', 'us', true),
};

/** Statuses whose meaning no word on the page can change. */
const certain = new Set([407, 411, 413, 415, 429, 431, 440, 451, 511]);

/** Words that a failing server's page shows for decoration; with a 5xx the server failed, whatever its page asks for. */
const tellingBesideFailure = new Set(['ER-14', 'ER-15', 'ER-20', 'ER-21', 'ER-45', 'ER-50', 'ER-72']);

/**
 * What an answer over HTTP stands for.
 * @param words what a reader of the body sees
 * @param limit on whose side a refusal by a limit lies
 */
export function httpError(status: number | undefined, words: string, limit: Attribution): RecognisedError | null {
  const stated = status === undefined ? null : statusMeaning(status);
  const hit = status !== undefined && certain.has(status) ? null : signIn(words);
  const isTelling =
    hit !== null && (status === undefined || status < 500 || tellingBesideFailure.has(meanings[hit.sign].code));
  if (hit !== null && isTelling && !(hit.sign === 'vague' && stated !== null)) {
    return finding(meanings[hit.sign], `matched: "${hit.words}"`, limit);
  }
  return stated === null ? null : finding(stated, `HTTP ${String(status)}`, limit);
}

function statusMeaning(status: number): Meaning | null {
  if (!(status >= 400 && status < 600)) return null;
  return byStatus[status] ?? (status >= 500 ? says('ER-40', 'platform', true) : says('ER-44', 'unknown'));
}

const finding = (
  { code, attribution, retry, limit }: Meaning,
  because: string,
  side: Attribution,
): RecognisedError => ({
  code,
  attribution: limit === true ? side : attribution,
  retry,
  because,
});
