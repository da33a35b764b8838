import { Injectable } from '@nestjs/common';
import type {
  Attempt,
  Complaint,
  Deadline,
  Decision,
  EvidenceFile,
  FilingError,
  Id,
  Item,
  KeptJudgement,
  Platform,
  Right,
  RightsHolder,
  TimelineEvent,
} from '#libs/domain';
import { Workplace, documentFacts, listReplies } from '#libs/persistence';
import type { DocumentFacts, ReplyListRow, WorkspaceTransaction } from '#libs/persistence';
import { Journal } from './journal.js';
import { confirmations, noticeFacts, whatIsMissing } from './notice-facts.js';
import type { Missing } from './notice-facts.js';
import { loadParties } from './parties.js';
import { Rulebook } from './rulebook.js';

/** Everything on record of one complaint. */
export interface ComplaintRecord {
  complaint: Complaint;
  platform: Platform | null;
  rightsHolder: RightsHolder;
  rights: Right[];
  evidenceFiles: EvidenceFile[];
  items: (Item & { decision: Decision | null })[];
  missing: Missing[];
  attempts: (Attempt & { notice: DocumentFacts | null; exhibits: DocumentFacts[] })[];
  filingErrors: FilingError[];
  /** whether the platform prevented or delayed the filing; null where it met no error */
  judgement: KeptJudgement | null;
  replies: ReplyListRow[];
  deadlines: Deadline[];
  timeline: TimelineEvent[];
  overdue: boolean;
}

@Injectable()
export class ReadComplaint {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
  ) {}

  async run(workspaceId: Id, complaintId: Id): Promise<ComplaintRecord> {
    return this.workplace.inWorkspace(workspaceId, async (tx) => {
      const complaint = await tx.complaints.get(complaintId);
      const rights = await Promise.all(complaint.rightIds.map(async (id) => tx.rights.get(id)));
      const deadlines = await tx.deadlines.where({ complaintId }, { order: { dueAt: 'asc' } });
      const items = await this.items(tx, complaintId);
      return {
        complaint,
        platform: this.rulebook.find(complaint.platform),
        rightsHolder: await tx.rightsHolders.get(complaint.rightsHolderId),
        rights,
        evidenceFiles: await Promise.all(complaint.evidenceFileIds.map(async (file) => tx.evidenceFiles.get(file))),
        items,
        missing: complaint.status === 'draft' ? await this.missing(tx, complaint, items) : [],
        attempts: await this.attempts(tx, complaintId),
        filingErrors: await tx.filingErrors.where({ complaintId }, { order: { occurredAt: 'asc' } }),
        judgement: await tx.judgements.find(complaintId),
        replies: await listReplies(tx, 'all', { limit: 200, complaintId }),
        deadlines,
        timeline: await tx.timeline.where({ complaintId }, { order: { at: 'asc', id: 'asc' } }),
        overdue: this.isOverdue(complaint, deadlines),
      };
    });
  }

  private async items(tx: WorkspaceTransaction, complaintId: Id): Promise<ComplaintRecord['items']> {
    const decisions = await tx.decisions.where({ complaintId, superseded: false });
    const byItem = new Map(decisions.map((decision) => [decision.itemId, decision]));
    const items = await tx.items.where({ complaintId }, { order: { position: 'asc' } });
    return items.map((item) => ({ ...item, decision: byItem.get(item.id) ?? null }));
  }

  private async attempts(tx: WorkspaceTransaction, complaintId: Id): Promise<ComplaintRecord['attempts']> {
    const attempts = await tx.attempts.where({ complaintId }, { order: { queuedAt: 'asc' } });
    const kept = attempts.flatMap(({ noticeDocumentId, exhibitIds }) => [noticeDocumentId ?? [], exhibitIds].flat());
    const found = new Map((await documentFacts(tx, kept)).map((document) => [document.id, document]));
    return attempts.map((attempt) => ({
      ...attempt,
      notice: found.get(attempt.noticeDocumentId ?? '') ?? null,
      exhibits: attempt.exhibitIds.flatMap((id) => found.get(id) ?? []),
    }));
  }

  private async missing(tx: WorkspaceTransaction, complaint: Complaint, items: readonly Item[]): Promise<Missing[]> {
    const parties = await loadParties(tx, this.rulebook, complaint);
    const regime = this.rulebook.regimeFor(parties.platform, complaint.ground, this.journal.now());
    if (regime === null) return [];
    const draft = { complaint, items, confirmed: confirmations(complaint.statements) };
    return whatIsMissing(noticeFacts(draft, parties, regime, { email: complaint.filerEmail }, this.journal.now()));
  }

  private isOverdue(complaint: Complaint, deadlines: readonly Deadline[]): boolean {
    if (complaint.status === 'decided' || complaint.status === 'withdrawn') return false;
    return deadlines.some(
      (deadline) => deadline.state === 'missed' || (deadline.state === 'open' && deadline.dueAt < this.journal.now()),
    );
  }
}
