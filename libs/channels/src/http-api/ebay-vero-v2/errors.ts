import type { Attribution, ErrorCode } from '#libs/domain';
import type { ApiProblem } from '../dialect.js';
import type { Answer } from '../exchange.js';
import { at, parsedJson, textAt } from '../json.js';

/**
 * Error ids of createVeroReport and the status calls (commerce_vero OpenAPI, `x-response-codes`), all of them our request's.
 * 235000, an internal error of eBay's, is left to the status: nobody knows what became of the report.
 */
const meanings: Readonly<Record<string, readonly [ErrorCode, Attribution]>> = {
  // not the account that filed the report
  235010: ['ER-14', 'us'],
  // more than 150 items
  235012: ['ER-34', 'us'],
  // itemId, veroReasonCodeId, a country, a patent or the detailed message is missing
  235013: ['ER-30', 'us'],
  235014: ['ER-30', 'us'],
  235015: ['ER-30', 'us'],
  235017: ['ER-30', 'us'],
  235020: ['ER-30', 'us'],
  // regions that are not allowed
  235016: ['ER-31', 'us'],
  // too long: patent (answered with 500, though nothing failed but the request), brand, messages
  235018: ['ER-30', 'us'],
  235019: ['ER-30', 'us'],
  235021: ['ER-30', 'us'],
  235022: ['ER-30', 'us'],
  // the same item and code twice; no item at all
  235023: ['ER-30', 'us'],
  235024: ['ER-30', 'us'],
};

/** What eBay's `errors[]` say; null where they say nothing that is known. */
export function ebayProblem({ body }: Answer): ApiProblem | null {
  const errors = at(parsedJson(body), '/errors');
  const known = (Array.isArray(errors) ? errors : []).flatMap((error: unknown) => problemOf(error));
  return known[0] ?? null;
}

function problemOf(error: unknown): ApiProblem[] {
  const id = textAt(error, '/errorId') ?? '';
  const meaning = Object.hasOwn(meanings, id) ? meanings[id] : undefined;
  if (meaning === undefined) return [];
  const [code, attribution] = meaning;
  const words = textAt(error, '/longMessage') ?? textAt(error, '/message') ?? '';
  return [{ code, attribution, retry: false, message: `eBay refused the report (${id}): ${words}`.slice(0, 500) }];
}
