import { describe, expect, it } from '@jest/globals';
import { approvalModes, defaultRules, needsApproval } from './workspace-rules.js';
import type { ApprovalMode } from './workspace-rules.js';

describe('a complaint', () => {
  it.each<[ApprovalMode, number, number, boolean]>([
    ['never', 0, 1, false],
    ['never', 0, 100_000, false],
    ['above', 0, 0, false],
    ['above', 0, 1, true],
    ['above', 10, 9, false],
    ['above', 10, 10, false],
    ['above', 10, 11, true],
    ['always', 10, 0, true],
    ['always', 10, 1, true],
  ])(
    'under the rule "%s" (%d) with %d items waits for a second person: %s',
    (approval, approvalAbove, items, waits) => {
      expect(needsApproval({ approval, approvalAbove }, items)).toBe(waits);
    },
  );

  it('waits for nobody where nobody made a rule', () => {
    expect([0, 1, 100_000].map((items) => needsApproval(defaultRules, items))).toEqual([false, false, false]);
  });

  it('waits, once it does, with every further item too', () => {
    for (const approval of approvalModes) {
      const waits = Array.from({ length: 30 }, (_, items) => needsApproval({ approval, approvalAbove: 12 }, items));
      expect(waits).toEqual([...waits].sort((one, other) => Number(one) - Number(other)));
    }
  });
});
