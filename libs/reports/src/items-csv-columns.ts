import { attributions, grounds, itemOutcomes, justificationElements, materialChanges, rightKinds } from '#libs/domain';
import type { ItemFact, Justification, JustificationElement } from '#libs/domain';
import { boolean, booleanOrFalse, instant, oneOf, optional, requiredText } from './cell.js';
import type { CellFormat } from './cell.js';

/** A column of items.csv: its name in the file, and how its cell is written from a fact and read into one. */
export interface ItemsCsvColumn {
  name: string;
  write: (fact: ItemFact) => string;
  /** puts the cell's value into `fact`; throws BadCell */
  read: (cell: string, fact: Partial<ItemFact> & { justification: Justification }) => void;
}

function column<Field extends Exclude<keyof ItemFact, 'justification'>>(
  name: string,
  field: Field,
  format: CellFormat<ItemFact[Field]>,
): ItemsCsvColumn {
  return {
    name,
    write: (fact) => format.write(fact[field]),
    read(cell, fact) {
      fact[field] = format.read(cell);
    },
  };
}

/** An element of the justification; an empty cell = not coded. */
const elementColumn = (element: JustificationElement): ItemsCsvColumn => ({
  name: element.toLowerCase(),
  write: ({ justification }) => optional(boolean).write(justification[element] ?? null),
  read(cell, fact) {
    const value = optional(boolean).read(cell);
    if (value !== null) fact.justification[element] = value;
  },
});

/**
 * The analysis table, items.csv: its columns in the order of the file. Empty = unknown, but `coded` reads an empty cell as
 * false: a justification of unknown coding is not coded.
 */
export const itemsCsvColumns: readonly ItemsCsvColumn[] = [
  column('item_id', 'itemId', requiredText),
  column('complaint_id', 'complaintId', requiredText),
  column('rights_holder', 'rightsHolder', requiredText),
  column('seller', 'seller', optional(requiredText)),
  column('platform', 'platform', requiredText),
  column('right_kind', 'rightKind', oneOf(rightKinds)),
  column('ground', 'ground', oneOf(grounds)),
  column('programme_member', 'programmeMember', boolean),
  column('complete', 'complete', boolean),
  column('first_instance', 'firstInstance', boolean),
  column('resubmission_of', 'resubmissionOf', optional(requiredText)),
  column('material_change', 'materialChange', optional(oneOf(materialChanges))),
  column('equivalence_group', 'equivalenceGroup', optional(requiredText)),
  column('ready_at', 'readyAt', optional(instant)),
  column('delivered_at', 'deliveredAt', optional(instant)),
  column('prevented', 'prevented', boolean),
  column('stalled', 'stalled', boolean),
  column('error_attribution', 'errorAttribution', optional(oneOf(attributions))),
  column('outcome', 'outcome', oneOf(itemOutcomes)),
  column('decided_at', 'decidedAt', optional(instant)),
  column('withdrawn_at', 'withdrawnAt', optional(instant)),
  column('stated_reason', 'statedReason', optional(requiredText)),
  column('assessed_reason', 'assessedReason', optional(requiredText)),
  column('false_deficiency', 'falseDeficiency', optional(boolean)),
  column('coded', 'coded', booleanOrFalse),
  ...justificationElements.map(elementColumn),
  column('boilerplate', 'boilerplate', optional(boolean)),
  column('last_seen_up', 'lastSeenUp', optional(instant)),
  column('first_seen_down', 'firstSeenDown', optional(instant)),
  column('relisted_at', 'relistedAt', optional(instant)),
];
