import { limitsOf, waysOf } from '#libs/domain';
import type { Complaint, Item, Right, RightsHolder } from '#libs/domain';
import type { ListingRow } from '#libs/imports';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { contentOf, itemsOf, newComplaint } from '../complaint-order.js';
import type { ComplaintOrder } from '../complaint-order.js';
import type { Journal } from '../journal.js';
import type { Rulebook } from '../rulebook.js';
import type { ResolvedRow } from './row-resolver.js';

/** A row of the file with everything it names found, the register's entries included. */
export interface ImportedRow {
  row: number;
  /** first row of the complaint it belongs to */
  groupRow: number;
  says: ListingRow;
  found: ResolvedRow & { holder: RightsHolder; right: Right };
}

/** Most listings of one complaint where the platform states no limit: what `POST /complaints` takes. */
const MOST_LISTINGS = 1000;

/** How many listings one filing with the platform takes. */
export function listingsAFiling({ found, says }: ImportedRow): number {
  const { itemsPerComplaint } = limitsOf(found.platform, waysOf(found.platform, says.ground)[0]);
  return Math.min(itemsPerComplaint ?? MOST_LISTINGS, MOST_LISTINGS);
}

/**
 * The rows of each draft: rows of one complaint stay together as far as the platform's limit of listings allows. What is
 * explained otherwise is a complaint of its own, so that no row loses its words.
 */
export function draftsOf(rows: readonly ImportedRow[]): ImportedRow[][] {
  const drafts: ImportedRow[][] = [];
  const begun = new Map<string, ImportedRow[]>();
  for (const row of rows) {
    const key = `${row.groupRow} ${row.says.explanation}`;
    const draft = begun.get(key);
    if (draft !== undefined && draft.length < listingsAFiling(row)) draft.push(row);
    else begun.set(key, drafts[drafts.push([row]) - 1] ?? []);
  }
  return drafts;
}

/** The words of a complaint: its first explanation. */
export interface Words {
  groupRow: number;
  explanation: string;
}

/** A row without an explanation takes that of its complaint. @param begun the complaint that began before these rows */
export function explained(rows: readonly ImportedRow[], begun: Words | null): ImportedRow[] {
  const words = new Map(begun === null ? [] : [[begun.groupRow, begun.explanation]]);
  for (const { groupRow, says } of rows) if ((words.get(groupRow) ?? '') === '') words.set(groupRow, says.explanation);
  return rows.map((row) => {
    const explanation = words.get(row.groupRow) ?? '';
    return row.says.explanation === '' && explanation !== '' ? { ...row, says: { ...row.says, explanation } } : row;
  });
}

export interface DraftingScene {
  tx: WorkspaceTransaction;
  journal: Journal;
  rulebook: Rulebook;
  caller: Caller;
  importId: string;
  fileName: string;
}

/** Writes one draft. Nothing is submitted: the statements of a notice are confirmed by a person, complaint by complaint. */
export function writeDraft(scene: DraftingScene, rows: readonly ImportedRow[], reference: string): void {
  const { tx, journal, rulebook, caller, importId, fileName } = scene;
  const [first] = rows;
  if (first === undefined) return;
  const { platform, holder: rightsHolder, right } = first.found;
  const order = orderOf(first, rows);
  const parties = { platform, rightsHolder, rights: [right], powers: [], files: [] };
  const given = { reference, simulated: false, importId };
  const complaint: Complaint = newComplaint(journal, caller, contentOf(order, parties), given);
  const items: Item[] = itemsOf(journal, rulebook, complaint, order.items);
  tx.complaints.add(complaint);
  tx.items.add(...items);
  const data = { importId, file: fileName, items: items.length, row: first.row, reference: first.says.reference };
  journal.tell(tx, complaint.id, { kind: 'imported', actor: caller.actor, data });
  journal.audit(tx, caller.actor, 'complaint.import', complaint.id, { reference, importId });
}

const orderOf = ({ says, found }: ImportedRow, rows: readonly ImportedRow[]): ComplaintOrder => ({
  platform: found.platform.slug,
  rightsHolderId: found.holder.id,
  rightIds: [found.right.id],
  ground: says.ground,
  explanation: says.explanation,
  items: rows.map(({ says: { title, seller, price }, found: { listing } }) => ({
    url: listing.url,
    title,
    seller,
    price,
  })),
  statements: {},
  evidenceUrls: [...new Set(rows.flatMap((row) => row.says.evidenceUrls))],
});
