import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Fault, grounds } from '#libs/domain';
import type { Attempt, Complaint, Ground, Id, Item, Language, Right, Signature, StatementKind } from '#libs/domain';
import { Workplace, reserveReferences } from '#libs/persistence';
import type { Caller } from './caller.js';
import { Journal } from './journal.js';
import { confirmedStatements, incomplete, loadParties, noticeFacts, whatIsMissing } from './notice-facts.js';
import type { Missing, Parties } from './notice-facts.js';
import { makeReady, openAttempt } from './queue-filing.js';
import { Rulebook } from './rulebook.js';

/** A complaint as a person or program states it. */
export interface ComplaintOrder {
  platform: string;
  rightsHolderId: Id;
  rightIds: Id[];
  ground: Ground;
  language?: Language;
  explanation: string;
  items: { url: string; title?: string | null; seller?: string | null; price?: string | null }[];
  statements: Partial<Record<StatementKind, boolean>>;
  signature?: Signature | null;
  evidenceUrls?: string[];
  submit: boolean;
}

export interface FiledComplaint {
  complaint: Complaint;
  items: Item[];
  missing: Missing[];
  /** the first attempt; null for a draft */
  attempt: Attempt | null;
}

/** Stores a complaint as a draft, or, with `submit`, checks it against its regime and queues its notice. */
@Injectable()
export class FileComplaint {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
  ) {}

  /** @throws Fault `complaint-invalid`, or `complaint-incomplete` naming each missing element; then nothing is stored */
  async run(caller: Caller, order: ComplaintOrder, simulation?: { reference: string }): Promise<FiledComplaint> {
    const now = this.journal.now();
    // In a transaction of its own, so that filings of one workspace don't wait for each other's commit.
    const reference = simulation?.reference ?? (await this.reference(caller.workspaceId, now));
    const simulated = simulation !== undefined;
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const parties = await loadParties(tx, this.rulebook, order);
      const regime = this.rulebook.regimeFor(parties.platform, order.ground, now);
      if (regime === null) throw groundNotAccepted(order.ground, parties);
      const complaint = this.draft(caller, order, parties, { reference, simulated });
      const items = this.itemsOf(complaint, order, parties.rights);
      const confirmed = { goodFaith: false, accuracy: false, authority: false, ...order.statements };
      const facts = noticeFacts({ complaint, items, confirmed }, parties, regime, caller, now);
      const missing = whatIsMissing(facts);
      if (order.submit && missing.length > 0) throw incomplete(regime, missing);
      complaint.statements = confirmedStatements(regime, { complaint, confirmed }, caller.actor.name, now);
      const attempt = order.submit ? makeReady(this.journal, { complaint, items, regime, parties, facts }) : null;
      tx.complaints.add(complaint);
      tx.items.add(...items);
      this.journal.tell(tx, complaint.id, {
        kind: 'created',
        actor: caller.actor,
        data: { items: items.length },
      });
      this.journal.audit(tx, caller.actor, 'complaint.create', complaint.id, { reference });
      if (attempt !== null) openAttempt(tx, this.journal, caller, complaint, attempt);
      return { complaint, items, missing, attempt };
    });
  }

  private async reference(workspaceId: Id, now: Date): Promise<string> {
    const [reference = ''] = await this.workplace.inWorkspace(workspaceId, async (tx) =>
      reserveReferences(tx, now.getUTCFullYear(), 1),
    );
    return reference;
  }

  private draft(
    caller: Caller,
    order: ComplaintOrder,
    parties: Parties,
    given: { reference: string; simulated: boolean },
  ): Complaint {
    return {
      workspaceId: caller.workspaceId,
      id: this.journal.newId(),
      reference: given.reference,
      platform: parties.platform.slug,
      rightsHolderId: parties.rightsHolder.id,
      rightIds: parties.rights.map((right) => right.id),
      ground: order.ground,
      regime: null,
      regimeVersion: null,
      language: order.language ?? parties.platform.languages[0] ?? 'en',
      explanation: order.explanation,
      status: 'draft',
      statements: [],
      signature: order.signature ?? null,
      evidenceUrls: order.evidenceUrls ?? [],
      payloadHash: null,
      programmeMember: parties.rightsHolder.programmes.includes(parties.platform.slug),
      resubmissionOf: null,
      materialChange: null,
      simulated: given.simulated,
      createdBy: caller.actor.name,
      filerEmail: caller.email,
      createdAt: this.journal.now(),
      submittedAt: null,
      caseNumber: null,
    };
  }

  /** One item for each right × listing. */
  private itemsOf(complaint: Complaint, order: ComplaintOrder, rights: readonly Right[]): Item[] {
    return rights
      .flatMap((right) => order.items.map((listing) => ({ right, listing })))
      .map(({ right, listing }, position) => ({
        workspaceId: complaint.workspaceId,
        id: this.journal.newId(),
        complaintId: complaint.id,
        rightId: right.id,
        position,
        url: listing.url.trim(),
        title: listing.title ?? null,
        seller: listing.seller ?? null,
        price: listing.price ?? null,
        status: 'draft',
        outcome: 'pending',
        equivalenceGroup: equivalenceGroup(complaint, right.id, listing.title ?? null),
        readyAt: null,
        deliveredAt: null,
        prevented: false,
        stalled: false,
        errorAttribution: null,
        decidedAt: null,
        withdrawnAt: null,
        lastSeenUp: null,
        firstSeenDown: null,
        relistedAt: null,
      }));
  }
}

/** Items alike but for their listing: same right, platform, ground, programme status and title (case and spacing aside). */
function equivalenceGroup(complaint: Complaint, rightId: Id, title: string | null): string | null {
  const words = title?.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim() ?? '';
  if (words === '') return null;
  const same = [complaint.platform, rightId, complaint.ground, complaint.programmeMember, words];
  return createHash('sha256').update(JSON.stringify(same)).digest('hex').slice(0, 16);
}

function groundNotAccepted(ground: Ground, parties: Parties): Fault {
  const accepted = grounds.filter((each) => parties.platform.grounds[each] !== undefined).join(', ');
  const detail = `${parties.platform.name} does not take complaints on the ground "${ground}". It takes: ${accepted}.`;
  return new Fault('invalid', 'complaint-invalid', detail, [
    { pointer: '/ground', code: 'ground-not-accepted', detail },
  ]);
}
