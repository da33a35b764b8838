import type { Complaint } from '#libs/domain';
import type { NoticeFacts } from '#libs/notices';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Journal } from './journal.js';
import { confirmations, noticeFacts } from './notice-facts.js';
import { loadParties } from './parties.js';
import type { Rulebook } from './rulebook.js';

/** The facts of the notice of a complaint that was submitted, under the version of the regime it was checked against. */
export async function filedFacts(
  tx: WorkspaceTransaction,
  journal: Journal,
  rulebook: Rulebook,
  complaint: Complaint,
): Promise<NoticeFacts> {
  const parties = await loadParties(tx, rulebook, complaint);
  const regime = rulebook.regimeVersion(complaint.regime ?? '', complaint.regimeVersion ?? '');
  if (regime === null) {
    throw new Error(
      `config/regimes no longer holds ${complaint.regime ?? '?'} as of ${complaint.regimeVersion ?? '?'}: put that version back`,
    );
  }
  const items = await tx.items.where({ complaintId: complaint.id }, { order: { position: 'asc' } });
  const draft = { complaint, items, confirmed: confirmations(complaint.statements) };
  const at = complaint.submittedAt ?? journal.now();
  return noticeFacts(draft, parties, regime, { email: complaint.filerEmail }, at);
}
