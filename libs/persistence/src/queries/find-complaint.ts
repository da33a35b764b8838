import type { Id } from '#libs/domain';
import type { WorkspaceTransaction } from '../workspace-transaction.js';

/** References for `count` new complaints, e.g. `RD-2026-00001`. Numbers are unique; a filing that fails leaves a gap. */
export async function reserveReferences(tx: WorkspaceTransaction, year: number, count: number): Promise<string[]> {
  const [row] = await tx.query<{ last: number }>(
    `insert into complaint_number (workspace_id, year, last) values ($1, $2, $3)
     on conflict (workspace_id, year) do update set last = complaint_number.last + $3 returning last`,
    [tx.workspaceId, year, count],
  );
  const first = (row?.last ?? count) - count + 1;
  return Array.from({ length: count }, (_, at) => referenceOf(year, first + at));
}

export const referenceOf = (year: number, number: number): string => `RD-${year}-${String(number).padStart(5, '0')}`;

/** What a message gives to find its complaint by; each list may be empty. */
export interface SignsSought {
  messageIds: readonly string[];
  dsnMessageIds: readonly string[];
  references: readonly string[];
  caseNumbers: readonly string[];
  /** keys of the listings named (libs/listings) */
  listingKeys: readonly string[];
}

export interface FoundComplaint {
  by: 'references' | 'dsn-message-id' | 'reference' | 'case-number' | 'listing-url';
  complaintId: Id;
  attemptId: Id | null;
  /** the sign it was found by, as it stands in the message */
  sign: string;
}

/** Complaints of this workspace that carry one of the signs: a Message-ID of their attempts, their reference, and so on. */
export async function findComplaints(tx: WorkspaceTransaction, signs: SignsSought): Promise<FoundComplaint[]> {
  return tx.query<FoundComplaint>(
    `select 'references' as by, complaint_id as "complaintId", id as "attemptId", message_id as sign
       from attempt where workspace_id = $1 and message_id = any($2)
     union all
     select 'dsn-message-id', complaint_id, id, message_id from attempt where workspace_id = $1 and message_id = any($3)
     union all
     select 'reference', id, null, reference from complaint where workspace_id = $1 and reference = any($4)
     union all
     select 'case-number', id, null, case_number from complaint where workspace_id = $1 and case_number = any($5)
     union all
     select distinct 'listing-url', complaint_id, null::uuid, min(listing_key) from item
      where workspace_id = $1 and listing_key = any($6) and status = 'filed' group by complaint_id`,
    [tx.workspaceId, signs.messageIds, signs.dsnMessageIds, signs.references, signs.caseNumbers, signs.listingKeys],
  );
}

/**
 * For how many other rights the same normalised text was the refusal. The same words about different rights state nothing of
 * either case: the test of boilerplate.
 */
export async function sameTextForOtherRights(tx: WorkspaceTransaction, textHash: string, rightId: Id): Promise<number> {
  const [row] = await tx.query<{ rights: number }>(
    `select count(distinct i.right_id)::int as rights
       from decision d join item i on i.workspace_id = d.workspace_id and i.id = d.item_id
      where d.workspace_id = $1 and d.text_hash = $2 and d.outcome = 'refused' and not d.superseded and i.right_id <> $3`,
    [tx.workspaceId, textHash, rightId],
  );
  return row?.rights ?? 0;
}
