import { Inject, Injectable } from '@nestjs/common';
import { addDays, attemptLifecycle, complaintLifecycle } from '#libs/domain';
import type { Attempt, Complaint, DeliveryOutcome, Id } from '#libs/domain';
import { Workplace, nextLook } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import { recordOutcome } from './attempt-outcome.js';
import { DeliveryGate } from './delivery-gate.js';
import type { Gate, Leave } from './delivery-gate.js';
import { filedFacts } from './filed-facts.js';
import { Journal, system } from './journal.js';
import { Lanes } from './lanes.js';
import type { Task, Ticket } from './lanes.js';
import { noteShortfalls, shortfallsOf } from './note-shortfalls.js';
import { keepParts, keptParts } from './notice-parts.js';
import { putOff, takeBack } from './put-off.js';
import { Rulebook } from './rulebook.js';
import { storeDocument } from './store-document.js';
import { WAYS_OUT } from './ways-out.js';
import type { Exhibit, SealedNotice, WayOut, WaysOut } from './ways-out.js';

/** How long a worker may hold an attempt before it is taken for dead. Longer than every time-out of the transport together. */
const LEASE_SECONDS = 600;

/** Of the places the queue gives a worker, one platform has so many: one that hangs must not hold up the others. */
const LANE_WIDTH = 4;
/** How long those wait at least that are put off behind the ones that wait in this process, milliseconds. */
const TURN_MS = 2000;

/** What an attempt holds while it is carried out; handed on to the next one of its platform. */
interface Place {
  ticket: Ticket | null;
}

interface Sent {
  outcome: DeliveryOutcome;
  exhibits: readonly Exhibit[];
  recalled: boolean;
}

interface Claim {
  attempt: Attempt;
  platform: string;
  way: WayOut;
  notice: SealedNotice;
  leave: Leave;
}

/**
 * Carries out one attempt: claims it (lease and fencing number), hands the stored bytes to the channel, and records what
 * became of them where the fencing number still matches.
 */
@Injectable()
export class DeliverAttempt {
  private readonly lanes = new Lanes();

  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
    @Inject(WAYS_OUT) private readonly waysOut: WaysOut,
    @Inject(DeliveryGate) private readonly gate: Gate,
  ) {}

  /**
   * Where others of its platform are under way in this process, it is carried out by one of those, when its turn comes.
   * @returns the attempt as it stands afterwards; null where there was nothing to do, or nothing yet
   */
  async run(workspaceId: Id, attemptId: Id, signal: AbortSignal): Promise<Attempt | null> {
    const place: Place = { ticket: null };
    try {
      return await this.carryOut({ workspaceId, attemptId }, place, signal);
    } finally {
      await this.carryOutWaiting(place, signal);
    }
  }

  /** Those that waited for the place that is free now. One that fails is found again by its row, and holds up none behind it. */
  private async carryOutWaiting(place: Place, signal: AbortSignal): Promise<void> {
    const problems: unknown[] = [];
    while (place.ticket !== null) {
      const turn = signal.aborted ? this.lanes.leave(place.ticket) : this.lanes.next(place.ticket);
      place.ticket = turn?.ticket ?? null;
      if (turn) await this.carryOut(turn.task, place, signal).catch((problem: unknown) => problems.push(problem));
    }
    if (problems.length > 0) throw new AggregateError(problems, problems.map(String).join('; '));
  }

  private async carryOut({ workspaceId, attemptId }: Task, place: Place, signal: AbortSignal): Promise<Attempt | null> {
    const claim = await this.workplace.inWorkspace(workspaceId, async (tx) => this.claim(tx, attemptId, place));
    if (claim === null) return null;
    const { outcome, exhibits, recalled } = await this.send(workspaceId, claim, signal);
    return this.workplace.inWorkspace(workspaceId, async (tx) => {
      const attempt = await tx.attempts.lock(attemptId);
      const isOurs = attempt.fence === claim.attempt.fence && attempt.state === 'sending';
      if (isOurs) attempt.exhibitIds = exhibits.map((one) => storeDocument(tx, this.journal, one.bytes, one.mediaType));
      if (isOurs) await this.record(tx, attempt, outcome, recalled);
      // Somebody decided about this attempt while we were sending: their word stands, ours is told in the timeline.
      else this.tellLate(tx, attempt, outcome);
      // A conversation that this process broke off says nothing of the platform.
      await this.gate.back(tx, claim.leave, attempt, recalled || signal.aborted ? null : outcome);
      return attempt;
    });
  }

  private async send(workspaceId: Id, { way, notice, attempt, platform }: Claim, signal: AbortSignal): Promise<Sent> {
    return this.gate.watch({ workspaceId, platform }, async (recall) => {
      // The conversation ends before the lease does, so that its outcome is known while the attempt is still ours.
      const stops = [signal, AbortSignal.timeout(LEASE_SECONDS * 800), ...(way.canBeRecalled === true ? [recall] : [])];
      const { exhibits = [], ...outcome } = await way.send(notice, attempt, AbortSignal.any(stops));
      const recalled = recall.aborted && outcome.kind === 'prevented' && outcome.attribution === 'us';
      return { outcome, exhibits, recalled };
    });
  }

  private async record(
    tx: WorkspaceTransaction,
    attempt: Attempt,
    outcome: DeliveryOutcome,
    recalled: boolean,
  ): Promise<void> {
    await tx.attempts.change(attempt.id, { exhibitIds: attempt.exhibitIds });
    if (recalled) {
      await takeBack(tx, this.journal, this.gate, attempt);
      return;
    }
    await recordOutcome(tx, this.journal, this.rulebook, { attempt, outcome, actor: system });
    const complaint = await tx.complaints.get(attempt.complaintId);
    noteShortfalls({ tx, journal: this.journal, complaint, attempt }, shortfallsOf(outcome));
  }

  private tellLate(tx: WorkspaceTransaction, { id, complaintId }: Attempt, { kind }: DeliveryOutcome): void {
    this.journal.tell(tx, complaintId, { kind: 'sending', actor: system, data: { late: kind, attemptId: id } });
  }

  /** Takes the attempt, unless it is not waiting any more or not due yet (the job may be a repeat), or may not leave now. */
  private async claim(tx: WorkspaceTransaction, attemptId: Id, place: Place): Promise<Claim | null> {
    const now = this.journal.now();
    const attempt = await tx.attempts.lock(attemptId);
    if (attempt.state !== 'queued' || (attempt.nextTryAt !== null && attempt.nextTryAt > now)) return null;
    const complaint = await tx.complaints.lock(attempt.complaintId);
    if (!complaintLifecycle.canMove(complaint.status, 'filing')) return null;
    const way = this.waysOut[attempt.channel];
    if (way === undefined) throw new Error(`No way out by ${attempt.channel}: its attempts wait for a person.`);
    if (!(await this.takePlace(tx, attempt, complaint, place))) return null;
    const asked = await this.gate.ask(tx, attempt, complaint, LEASE_SECONDS);
    if ('held' in asked) {
      await putOff(tx, this.journal, attempt, asked.held);
      return null;
    }
    await tx.complaints.change(complaint.id, { status: complaintLifecycle.move(complaint.status, 'filing') });
    const notice = await this.notice(tx, way, attempt, complaint);
    const claimed: Partial<Attempt> = {
      state: attemptLifecycle.move(attempt.state, 'sending'),
      tries: attempt.tries + 1,
      fence: attempt.fence + 1,
      leaseUntil: addDays(now, LEASE_SECONDS / 86_400),
      startedAt: attempt.startedAt ?? now,
      messageId: attempt.messageId,
      noticeDocumentId: attempt.noticeDocumentId,
      nextTryAt: null,
      waitsFor: null,
    };
    await tx.attempts.change(attempt.id, claimed);
    return { attempt: { ...attempt, ...claimed }, platform: complaint.platform, way, notice, leave: asked.leave };
  }

  /** A place among those of its platform; where there is none, it waits in this process or, behind many, is put off. */
  private async takePlace(
    tx: WorkspaceTransaction,
    attempt: Attempt,
    { platform }: Complaint,
    place: Place,
  ): Promise<boolean> {
    if (place.ticket !== null) return true;
    const width = Math.min(LANE_WIDTH, this.rulebook.find(platform)?.pace?.concurrent ?? LANE_WIDTH);
    const entered = this.lanes.enter(platform, width, { workspaceId: tx.workspaceId, attemptId: attempt.id });
    if (entered === 'full') {
      const key = { platform, channel: 'turn' };
      const earliest = new Date(this.journal.now().getTime() + TURN_MS);
      const until = await nextLook(tx, key, earliest, this.lanes.stepMs(platform, width));
      await putOff(tx, this.journal, attempt, { why: 'turn', until });
    }
    if (typeof entered === 'object') place.ticket = entered;
    return typeof entered === 'object';
  }

  /** The notice as bytes; kept as evidence before the first of them leaves. */
  private async notice(
    tx: WorkspaceTransaction,
    way: WayOut,
    attempt: Attempt,
    complaint: Complaint,
  ): Promise<SealedNotice> {
    const facts = await filedFacts(tx, this.journal, this.rulebook, complaint);
    const sealed = await way.seal(attempt, complaint, facts);
    if (attempt.noticeDocumentId === null) {
      attempt.noticeDocumentId = storeDocument(tx, this.journal, sealed.raw, sealed.mediaType);
      attempt.messageId = sealed.messageId;
      return { ...sealed, ...keepParts(tx, this.journal, attempt, sealed) };
    }
    // What was sent once is sent again to the byte, even if a party's details have changed since.
    const stored = await tx.documents.get(attempt.noticeDocumentId);
    return { ...sealed, raw: stored.bytes, sha256: stored.sha256, ...(await keptParts(tx, attempt.id)) };
  }
}
