import { addDays } from '#libs/domain';
import type { Complaint } from '#libs/domain';
import type { Workplace } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { judgeComplaint } from '../judge-complaint.js';
import type { Journal } from '../journal.js';
import { RecordFilingError } from '../record-filing-error.js';
import type { Rulebook } from '../rulebook.js';
import type { SettableClock } from './simulated-journal.js';

/** Days after the first error on which the simulated person tries again and meets the same. */
const TRIES = [1.5, 3];
/** Longer than any window. */
const WINDOW_DAYS = 30;

interface Scene {
  workplace: Workplace;
  journal: Journal;
  rulebook: Rulebook;
  clock: SettableClock;
  /** the end of the simulated time */
  to: Date;
}

/** A person sees for themselves that a notice cannot be filed, and the filing is judged when its window has ended. */
export async function seenByPerson(
  { workplace, journal, rulebook, clock, to }: Scene,
  caller: Caller,
  complaint: Pick<Complaint, 'id' | 'platform'>,
): Promise<void> {
  const [first] = await workplace.inWorkspace(caller.workspaceId, async (tx) =>
    tx.filingErrors.where({ complaintId: complaint.id }, { order: { occurredAt: 'asc' }, limit: 1 }),
  );
  if (first === undefined) return;
  const verb = new RecordFilingError(workplace, journal, rulebook);
  for (const days of TRIES) {
    const occurredAt = addDays(first.occurredAt, days);
    if (occurredAt > to) return;
    if (occurredAt > clock.at) clock.at = occurredAt;
    await verb.run(caller, complaint.id, { code: first.code, message: first.message, occurredAt, network: 'office' });
  }
  const over = addDays(first.occurredAt, WINDOW_DAYS);
  if (over > to) return;
  clock.at = over;
  await workplace.inWorkspace(caller.workspaceId, async (tx) => {
    await judgeComplaint(tx, journal, rulebook, await tx.complaints.lock(complaint.id));
  });
}
