import { Injectable } from '@nestjs/common';
import { addDays, attemptLifecycle, complaintLifecycle } from '#libs/domain';
import type { Attempt, Complaint, Id } from '#libs/domain';
import type { SealedMail } from '#libs/channels';
import { Workplace } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import { recordOutcome } from './attempt-outcome.js';
import { storeDocument } from './store-document.js';
import { Journal, system } from './journal.js';
import { MailRoom } from './mail-room.js';
import { confirmations, noticeFacts } from './notice-facts.js';
import { loadParties } from './parties.js';
import { Rulebook } from './rulebook.js';

/** How long a worker may hold an attempt before it is taken for dead. Longer than every time-out of the transport together. */
const LEASE_SECONDS = 600;

interface Claim {
  attempt: Attempt;
  mail: SealedMail;
}

/**
 * Carries out one attempt: claims it (lease and fencing number), hands the stored bytes to the transport, and records what
 * became of them where the fencing number still matches.
 */
@Injectable()
export class DeliverAttempt {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
    private readonly mailRoom: MailRoom,
  ) {}

  /** @returns the attempt as it stands afterwards; null where there was nothing to do */
  async run(workspaceId: Id, attemptId: Id, signal: AbortSignal): Promise<Attempt | null> {
    const claim = await this.workplace.inWorkspace(workspaceId, async (tx) => this.claim(tx, attemptId));
    if (claim === null) return null;
    // The conversation ends before the lease does, so that its outcome is known while the attempt is still ours.
    const timely = AbortSignal.any([signal, AbortSignal.timeout(LEASE_SECONDS * 800)]);
    const outcome = await this.mailRoom.transport.deliver(claim.mail, { signal: timely });
    return this.workplace.inWorkspace(workspaceId, async (tx) => {
      const attempt = await tx.attempts.lock(attemptId);
      // Somebody decided about this attempt while we were sending: their word stands, ours is told in the timeline.
      if (attempt.fence !== claim.attempt.fence || attempt.state !== 'sending') {
        this.journal.tell(tx, attempt.complaintId, {
          kind: 'sending',
          actor: system,
          data: { late: outcome.kind, attemptId },
        });
        return attempt;
      }
      await recordOutcome(tx, this.journal, this.rulebook, { attempt, outcome, actor: system });
      return attempt;
    });
  }

  /** Takes the attempt, unless it is not waiting any more or not due yet: the job may be a repeat. */
  private async claim(tx: WorkspaceTransaction, attemptId: Id): Promise<Claim | null> {
    const now = this.journal.now();
    const attempt = await tx.attempts.lock(attemptId);
    if (attempt.state !== 'queued' || (attempt.nextTryAt !== null && attempt.nextTryAt > now)) return null;
    const complaint = await tx.complaints.lock(attempt.complaintId);
    if (!complaintLifecycle.canMove(complaint.status, 'filing')) return null;
    await tx.complaints.change(complaint.id, { status: complaintLifecycle.move(complaint.status, 'filing') });
    const mail = await this.notice(tx, attempt, complaint);
    const claimed: Partial<Attempt> = {
      state: attemptLifecycle.move(attempt.state, 'sending'),
      tries: attempt.tries + 1,
      fence: attempt.fence + 1,
      leaseUntil: addDays(now, LEASE_SECONDS / 86_400),
      startedAt: attempt.startedAt ?? now,
      messageId: attempt.messageId,
      noticeDocumentId: attempt.noticeDocumentId,
      nextTryAt: null,
    };
    await tx.attempts.change(attempt.id, claimed);
    return { attempt: { ...attempt, ...claimed }, mail };
  }

  /** The notice as bytes; kept as evidence before the first of them leaves. */
  private async notice(tx: WorkspaceTransaction, attempt: Attempt, complaint: Complaint): Promise<SealedMail> {
    const parties = await loadParties(tx, this.rulebook, complaint);
    const regime = this.rulebook.regimeVersion(complaint.regime ?? '', complaint.regimeVersion ?? '');
    if (regime === null) {
      throw new Error(
        `config/regimes no longer holds ${complaint.regime ?? '?'} as of ${complaint.regimeVersion ?? '?'}: put that version back`,
      );
    }
    const items = await tx.items.where({ complaintId: complaint.id }, { order: { position: 'asc' } });
    const confirmed = confirmations(complaint.statements);
    const filer = complaint.filerEmail;
    const facts = noticeFacts(
      { complaint, items, confirmed },
      parties,
      regime,
      { email: filer },
      complaint.submittedAt ?? this.journal.now(),
    );
    const mail = await this.mailRoom.seal(attempt, complaint, facts);
    if (attempt.noticeDocumentId === null) {
      attempt.noticeDocumentId = storeDocument(tx, this.journal, mail.raw, 'message/rfc822');
      attempt.messageId = mail.messageId;
      return mail;
    }
    // What was sent once is sent again to the byte, even if a party's details have changed since.
    const stored = await tx.documents.get(attempt.noticeDocumentId);
    return { ...mail, raw: stored.bytes, sha256: stored.sha256 };
  }
}
