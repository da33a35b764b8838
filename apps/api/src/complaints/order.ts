import { isId } from '#libs/domain';
import type { ComplaintOrder } from '#libs/workflow';
import type { CheckInput, DraftComplaintInput } from './complaints.dto.js';

/** The order a request states. Evidence is told apart: files by their ids, everything else as web addresses. */
export function orderOf(input: CheckInput | DraftComplaintInput): ComplaintOrder {
  const { evidence = [], statements, ...order } = input;
  return {
    ...order,
    statements: { ...statements },
    evidenceFileIds: evidence.map((each) => each.toLowerCase()).filter(isId),
    evidenceUrls: evidence.filter((each) => !isId(each.toLowerCase())),
  };
}
