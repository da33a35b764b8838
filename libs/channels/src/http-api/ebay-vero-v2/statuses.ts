import type { ListingStanding, ListingWord } from '#libs/domain';
import type { Answer } from '../exchange.js';
import { at, parsedJson, textAt } from '../json.js';

/**
 * Statuses of a reported item (api-docs/commerce/vero/types/VeroReportedItemStatusEnum). eBay documents REMOVED in two ways:
 * the REST interface says "the user has reported an inactive item", the Trading interface (types/VeROItemStatusCodeType) says
 * "the reported item has been ended by eBay". One is a success, the other none, so that the word alone decides nothing: the
 * listing stays pending and is to be looked at again. CLARIFICATION_REQUIRED ends nothing either: eBay waits for an answer.
 */
const standings: Readonly<Record<string, ListingStanding>> = {
  NONE: 'pending',
  RECEIVED: 'pending',
  SUBMITTED: 'pending',
  SUBMISSION_FAILED: 'refused',
  CLARIFICATION_REQUIRED: 'needs-info',
  REMOVED: 'look-again',
};

/** What getVeroReport (`reportedItemDetails`) says of each item; getVeroReportItems answers in the same shape. */
export function itemStatuses(answer: Answer): ListingWord[] {
  const list = at(parsedJson(answer.body), '/reportedItemDetails');
  return Array.isArray(list) ? list.flatMap((item: unknown) => wordOf(item)) : [];
}

function wordOf(item: unknown): ListingWord[] {
  const listing = textAt(item, '/itemId');
  const word = textAt(item, '/status');
  if (listing === null || word === null) return [];
  const standing = Object.hasOwn(standings, word) ? (standings[word] ?? 'pending') : 'pending';
  // eBay gives no time of its own.
  return [{ listing, standing, word, reason: textAt(item, '/reasonForFailure'), decidedAt: null }];
}
