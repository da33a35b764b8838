import { partNumberOf } from '#libs/answers';
import type { IncomingMessage } from '#libs/answers';
import { recipientsOf } from '#libs/domain';
import type { Attempt, Complaint, RefusedRecipient } from '#libs/domain';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Journal } from './journal.js';
import { noteShortfalls } from './note-shortfalls.js';
import type { Shortfall } from './note-shortfalls.js';

/** What came back of a notice that otherwise arrived. */
export interface PartlyReturned {
  /** which of its mails: 1 is the notice itself */
  part: number;
  /** the addresses it came back from; none where the report names no address we wrote to */
  recipients: readonly string[];
}

/** What a bounce gives back, where that is not all: a follow-up, or the copy of some of several addresses. */
export function partlyReturned(message: IncomingMessage, attempt: Attempt): PartlyReturned | null {
  const part = partNumberOf(message.original?.messageId ?? message.originalEnvelopeId ?? '');
  const recipients = recipientsOf(attempt);
  const told = failedIn(message);
  const failed = recipients.filter((address) => told.has(address.toLowerCase()));
  if (part > 1) return { part, recipients: failed };
  const gone = new Set([...failed, ...(attempt.proof?.refused ?? []).map(({ recipient }) => recipient)]);
  const isAll = recipients.length < 2 || recipients.every((address) => gone.has(address));
  return isAll ? null : { part, recipients: failed };
}

/** Addresses a report says it failed for, as we wrote them or as they were forwarded to. */
function failedIn({ deliveryStatus, headers }: IncomingMessage): ReadonlySet<string> {
  const failed = deliveryStatus.filter(({ action }) => action === null || action === 'failed');
  const listed = headers['x-failed-recipients']?.toLowerCase().split(/[\s,]+/) ?? [];
  const named = failed.flatMap(({ recipient, originalRecipient }) => [recipient ?? '', originalRecipient ?? '']);
  return new Set([...named, ...listed]);
}

/** Keeps both facts: the notice stays delivered, and its proof and the filing errors say what came back. */
export async function noteReturn(
  { tx, journal, complaint }: { tx: WorkspaceTransaction; journal: Journal; complaint: Complaint },
  attempt: Attempt,
  { part, recipients }: PartlyReturned,
  bounce: Shortfall & { at: Date },
): Promise<void> {
  const what = part > 1 ? `Part ${part} of the notice` : 'The message';
  const from = recipients.length === 0 ? '' : ` from ${recipients.join(', ')}`;
  const message = `${what} came back${from}: ${bounce.message}`;
  noteShortfalls({ tx, journal, complaint, attempt, at: bounce.at }, [{ ...bounce, message }]);
  if (part > 1 || attempt.proof === null) return;
  const { code, attribution } = bounce;
  const refused = recipients.map((recipient): RefusedRecipient => ({
    recipient,
    code,
    attribution,
    answer: bounce.message,
  }));
  const proof = { ...attempt.proof, refused: [...(attempt.proof.refused ?? []), ...refused] };
  await tx.attempts.change(attempt.id, { proof });
}
