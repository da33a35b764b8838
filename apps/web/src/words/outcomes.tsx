import type { ComplaintRow, ItemOutcome } from '../api/types.js';
import { OutcomeMark } from './mark.js';

export type OutcomeCounts = ComplaintRow['outcomes'];

const order: readonly ItemOutcome[] = [
  'refused',
  'partial',
  'removed',
  'restricted',
  'pending',
  'duplicate',
  'down-unattributed',
  'countered',
  'reinstated',
  'relisted',
  'withdrawn',
];

/** How the listings of a complaint fared: `1 refused, 2 removed`. */
export function Outcomes({ outcomes }: { outcomes: OutcomeCounts }) {
  return (
    <span className="outcomes">
      {order.map((outcome) => {
        const count = outcomes[outcome] ?? 0;
        return count > 0 && <OutcomeMark key={outcome} outcome={outcome} count={count} />;
      })}
    </span>
  );
}
