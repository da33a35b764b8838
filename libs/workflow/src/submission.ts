import { Fault, complaintLifecycle, covers, needsApproval } from '#libs/domain';
import type { Attempt, Complaint, FieldFault, Item, Regime, StatementKind, Submitter } from '#libs/domain';
import { dayAtPlatform } from '#libs/notices';
import type { NoticeFacts } from '#libs/notices';
import { earlierReports } from '#libs/persistence';
import type { EarlierItem, WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from './caller.js';
import type { Journal } from './journal.js';
import { confirmedStatements, incomplete, noticeFacts, whatIsMissing } from './notice-facts.js';
import type { Missing } from './notice-facts.js';
import type { Parties } from './parties.js';
import { makeReady, openAttempt } from './queue-filing.js';
import { rulesOf } from './set-rules.js';

/** A complaint about to be submitted, with everything it rests on. */
export interface Submission {
  caller: Caller;
  complaint: Complaint;
  items: Item[];
  parties: Parties;
  regime: Regime;
  confirmed: Record<StatementKind, boolean>;
}

/** Who signs for a step. */
export const signer = ({ actor, email }: Caller): Submitter => ({ ...actor, email });

/**
 * Checks a complaint against its regime, the platform's profile and what was filed before, and makes it ready: queued, or
 * waiting for a second person where the workspace asks for one. Changes the objects it is given and writes nothing.
 * @returns the first attempt to deliver it; null where it waits for approval
 * @throws Fault `complaint-incomplete`, `complaint-repeated`
 */
export async function prepareSubmission(
  tx: WorkspaceTransaction,
  journal: Journal,
  submission: Submission,
): Promise<Attempt | null> {
  const { caller, complaint, items, regime, confirmed } = submission;
  const now = journal.now();
  await refuseUnfit(tx, submission, now);
  const anew = confirmedStatements(regime, { complaint, confirmed }, caller.actor.name, now);
  // what was confirmed before stays whose it was: nobody is said to have confirmed what somebody else did
  complaint.statements = anew.map((each) => complaint.statements.find(({ kind }) => kind === each.kind) ?? each);
  complaint.submitter = signer(caller);
  complaint.filerEmail = caller.email;
  if (!complaint.simulated && needsApproval(await rulesOf(tx), items.length)) {
    complaint.status = complaintLifecycle.move(complaint.status, 'awaiting-approval');
    return null;
  }
  return queue(journal, submission, now);
}

/** Makes a complaint that was checked ready to go. */
export function queue(journal: Journal, submission: Submission, at: Date): Attempt {
  const { complaint, items, parties, regime, caller, confirmed } = submission;
  const facts = noticeFacts({ complaint, items, confirmed }, parties, regime, caller, at);
  return makeReady(journal, { complaint, items, regime, parties, facts });
}

/** What keeps a complaint from leaving: missing elements, and listings reported again without a reason. */
export async function refuseUnfit(tx: WorkspaceTransaction, submission: Submission, at: Date): Promise<void> {
  const { caller, complaint, items, parties, regime, confirmed } = submission;
  const facts = noticeFacts({ complaint, items, confirmed }, parties, regime, caller, at);
  const asked = whatIsMissing(facts);
  const missing = asked.some(({ element }) => element === POWER) ? asked : [...asked, ...beyondPowers(facts)];
  if (missing.length > 0) throw incomplete(regime, missing);
  if (complaint.simulated || (complaint.renewedBecause ?? '').trim() !== '') return;
  const repeated = await repeatedReports(tx, complaint, items);
  if (repeated.length > 0) throw repeatedWithoutReason(repeated);
}

const POWER = 'power-of-attorney';

/** An agent files within powers of attorney alone, whether or not the regime and the platform ask to see one. */
function beyondPowers(facts: NoticeFacts): Missing[] {
  const { rightsHolder, rights, powers, platform } = facts;
  if (!rightsHolder.representedByAgent) return [];
  const filing = { platform: platform.slug, day: dayAtPlatform(facts) };
  return rights.flatMap(({ id, title }, position) => {
    if (powers.some((power) => covers(power, { ...filing, rightId: id }))) return [];
    const detail = `No power of attorney of ${rightsHolder.name} covers "${title}" with ${platform.name} today. Record one with the rights holder.`;
    return [{ element: POWER, detail, hook: 'authority of the agent', pointer: `/rightIds/${position}` }];
  });
}

/** Listings of the complaint that wait for a decision elsewhere, or were refused: `open` and `refused` earlier reports. */
export async function repeatedReports(
  tx: WorkspaceTransaction,
  complaint: Pick<Complaint, 'id' | 'platform' | 'rightIds'>,
  items: readonly Pick<Item, 'listingKey' | 'url'>[],
): Promise<Repeated[]> {
  const positions = new Map<string, number>();
  const byUrl = new Map(items.map((item) => [item.url, item.listingKey]));
  [...byUrl.values()].forEach((key, position) => {
    if (key !== null && !positions.has(key)) positions.set(key, position);
  });
  const { platform, rightIds } = complaint;
  const sought = { platform, rightIds, listingKeys: [...positions.keys()], except: complaint.id };
  const earlier = await earlierReports(tx, sought);
  const repeated = earlier.flatMap((report): Repeated[] => {
    const standing = standingOf(report);
    const position = positions.get(report.listingKey) ?? 0;
    return standing === null ? [] : [{ position, reference: report.reference, standing }];
  });
  // a listing waits under several rights of one complaint: that is told once
  const distinct = new Map(repeated.map((each) => [JSON.stringify(each), each]));
  return [...distinct.values()].sort((one, other) => one.position - other.position);
}

export interface Repeated {
  /** among the complaint's listings */
  position: number;
  reference: string;
  standing: 'open' | 'refused';
}

function standingOf({ outcome }: EarlierItem): Repeated['standing'] | null {
  if (outcome === 'pending') return 'open';
  return outcome === 'refused' ? 'refused' : null;
}

function repeatedWithoutReason(repeated: readonly Repeated[]): Fault {
  const fields: FieldFault[] = repeated.map(({ position, reference, standing }) => ({
    pointer: `/items/${position}/url`,
    code: standing === 'open' ? 'under-complaint' : 'refused-before',
    detail:
      standing === 'open'
        ? `The listing is already under complaint in ${reference}. Leave it out, or give renewedBecause.`
        : `The listing was refused in ${reference}. Say in renewedBecause what is new.`,
  }));
  const detail = 'Listings that are under complaint or were refused are reported again only for a reason.';
  return new Fault('invalid', 'complaint-repeated', detail, fields);
}

/** Writes the step a submission took: the attempt it opened, or the approval it waits for. */
export function tellSubmission(
  tx: WorkspaceTransaction,
  journal: Journal,
  { caller, complaint, items }: Submission,
  attempt: Attempt | null,
): void {
  if (attempt !== null) {
    openAttempt(tx, journal, caller, complaint, attempt);
    return;
  }
  const data = { items: items.length, statements: complaint.statements.length };
  journal.tell(tx, complaint.id, { kind: 'approval-asked', actor: caller.actor, data });
  journal.audit(tx, caller.actor, 'complaint.ask-approval', complaint.id);
}
