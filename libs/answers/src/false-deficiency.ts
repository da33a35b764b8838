import type { ElementId, ReasonCode, RefusalReason } from '#libs/domain';
import { elementIds, refusalReasons } from '#libs/domain';

/**
 * True where the platform says an element is missing that the notice held: strong evidence of an arbitrary refusal.
 * False where the element was missing, or where the stated reason names no element of a notice.
 */
export function deficiencyIsFalse(statedReason: ReasonCode, presentElements: ReadonlySet<ElementId>): boolean {
  const reason: RefusalReason = refusalReasons[statedReason];
  const element = elementIds.find((id) => id === reason.element);
  return element !== undefined && presentElements.has(element);
}
