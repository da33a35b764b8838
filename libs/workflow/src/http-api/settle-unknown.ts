import { attemptLifecycle, complaintLifecycle } from '#libs/domain';
import type { Attempt, DeliveryProof, Id, PartProof } from '#libs/domain';
import type { WorkspaceTransaction } from '#libs/persistence';
import { recordOutcome } from '../attempt-outcome.js';
import { system } from '../journal.js';
import type { Journal } from '../journal.js';
import { windowEnd } from '../retry-policy.js';
import type { Rulebook } from '../rulebook.js';

/** What the platform said of one request of a report: its number, or that it never had it. */
export interface FoundRequest {
  key: string;
  sha256: string;
  reference: string | null;
}

interface Scene {
  tx: WorkspaceTransaction;
  journal: Journal;
  rulebook: Rulebook;
  /** held */
  attempt: Attempt;
  /** every request of the report */
  found: readonly FoundRequest[];
  /** the platform's answers, as they were kept */
  documents: readonly Id[];
}

/**
 * Settles an attempt of unknown outcome by what the platform itself said: delivered where it has every request, and on its
 * way again where it surely lacks one. What it has is not sent again.
 */
export async function settleUnknown(scene: Scene): Promise<void> {
  const { tx, journal, rulebook, attempt, found, documents } = scene;
  const parts = found.map(partOf);
  const proof: DeliveryProof = { ...(attempt.proof ?? noProof), ...(parts.length > 1 ? { parts } : {}) };
  const exhibitIds = [...attempt.exhibitIds, ...documents];
  attempt.exhibitIds = exhibitIds;
  await tx.attempts.change(attempt.id, { exhibitIds });
  if (found.some(({ reference }) => reference === null)) {
    await queueAgain(scene, proof);
    return;
  }
  await recordOutcome(tx, journal, rulebook, {
    attempt,
    actor: system,
    outcome: { kind: 'delivered', reference: found.map(({ reference }) => reference).join(', '), proof },
    at: attempt.startedAt ?? journal.now(),
  });
}

async function queueAgain({ tx, journal, rulebook, attempt }: Scene, proof: DeliveryProof): Promise<void> {
  const complaint = await tx.complaints.lock(attempt.complaintId);
  const now = journal.now();
  const isLate = now > windowEnd(attempt, rulebook.find(complaint.platform));
  if (isLate || !complaintLifecycle.canMove(complaint.status, 'queued')) return;
  await tx.attempts.change(attempt.id, {
    state: attemptLifecycle.move(attempt.state, 'queued'),
    proof,
    nextTryAt: null,
    finishedAt: null,
  });
  await tx.complaints.change(complaint.id, { status: complaintLifecycle.move(complaint.status, 'queued') });
  journal.tell(tx, complaint.id, {
    kind: 'retry-scheduled',
    actor: system,
    data: {
      code: attempt.code,
      message: 'The platform says that it never had the report.',
      nextTryAt: now.toISOString(),
    },
  });
  journal.owe(tx, 'deliver-attempt', { workspaceId: tx.workspaceId, attemptId: attempt.id });
}

function partOf({ key, sha256, reference }: FoundRequest): PartProof {
  const common = { messageId: key, sha256, files: [], attribution: null };
  if (reference === null)
    return { ...common, outcome: 'prevented', code: 'ER-43', answer: 'The platform never had it.' };
  return { ...common, outcome: 'accepted', code: null, answer: reference, reference };
}

const noProof: DeliveryProof = { transport: 'http-api', sha256: null, conversation: [], answer: null };
