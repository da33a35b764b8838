import type {
  Attempt,
  AuditEvent,
  CalendarFeed,
  ChannelAccount,
  Complaint,
  Deadline,
  Decision,
  EvidenceFile,
  FilingDraft,
  FilingError,
  FilingTemplate,
  Id,
  Item,
  KeptJudgement,
  ListingImport,
  Observation,
  PowerOfAttorney,
  Reply,
  Right,
  RightVerification,
  RightsHolder,
  StatusQuery,
  StoredDocument,
  TimelineEvent,
  Webhook,
  WebhookDelivery,
  WebhookMessage,
  WorkspaceRules,
} from '#libs/domain';
import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';
import { Rows } from './rows.js';
import type { TenantRow } from './rows.js';
import { apiKeyTable } from './tables/api-key.table.js';
import type { ApiKey } from './tables/api-key.table.js';
import { attemptTable } from './tables/attempt.table.js';
import { auditEventTable } from './tables/audit-event.table.js';
import { calendarFeedTable } from './tables/calendar-feed.table.js';
import { channelAccountTable } from './tables/channel-account.table.js';
import { complaintTable } from './tables/complaint.table.js';
import { deadlineTable } from './tables/deadline.table.js';
import { decisionTable } from './tables/decision.table.js';
import { documentTable } from './tables/document.table.js';
import { evidenceFileTable } from './tables/evidence-file.table.js';
import { filingDraftTable } from './tables/filing-draft.table.js';
import { filingErrorTable } from './tables/filing-error.table.js';
import { filingJudgementTable } from './tables/filing-judgement.table.js';
import { filingTemplateTable } from './tables/filing-template.table.js';
import { itemTable } from './tables/item.table.js';
import { listingImportTable } from './tables/listing-import.table.js';
import type { Tables } from './tables.js';
import { keptMailTable } from './tables/kept-mail.table.js';
import type { KeptMail } from './tables/kept-mail.table.js';
import { noticePartTable } from './tables/notice-part.table.js';
import type { NoticePart } from './tables/notice-part.table.js';
import { observationTable } from './tables/observation.table.js';
import { outboxTable } from './tables/outbox.table.js';
import { powerOfAttorneyTable } from './tables/power-of-attorney.table.js';
import type { OutboxEntry } from './tables/outbox.table.js';
import { replyTable } from './tables/reply.table.js';
import { rightTable } from './tables/right.table.js';
import { rightVerificationTable } from './tables/right-verification.table.js';
import { rightsHolderTable } from './tables/rights-holder.table.js';
import { statusQueryTable } from './tables/status-query.table.js';
import { timelineEventTable } from './tables/timeline-event.table.js';
import { webhookDeliveryTable } from './tables/webhook-delivery.table.js';
import { webhookMessageTable } from './tables/webhook-message.table.js';
import { webhookTable } from './tables/webhook.table.js';
import { workspaceRulesTable } from './tables/workspace-rules.table.js';

/** Everything a verb may read and write of one workspace, in one transaction under row-level security. */
export class WorkspaceTransaction {
  readonly rightsHolders: Rows<RightsHolder>;
  readonly rights: Rows<Right>;
  readonly powers: Rows<PowerOfAttorney>;
  readonly verifications: Rows<RightVerification>;
  readonly evidenceFiles: Rows<EvidenceFile>;
  readonly drafts: Rows<FilingDraft>;
  readonly templates: Rows<FilingTemplate>;
  readonly imports: Rows<ListingImport>;
  readonly rules: Rows<WorkspaceRules>;
  readonly complaints: Rows<Complaint>;
  readonly items: Rows<Item>;
  readonly attempts: Rows<Attempt>;
  readonly noticeParts: Rows<NoticePart>;
  readonly accounts: Rows<ChannelAccount>;
  readonly statusQueries: Rows<StatusQuery>;
  readonly filingErrors: Rows<FilingError>;
  readonly judgements: Rows<KeptJudgement>;
  readonly replies: Rows<Reply>;
  readonly decisions: Rows<Decision>;
  readonly observations: Rows<Observation>;
  readonly deadlines: Rows<Deadline>;
  readonly timeline: Rows<TimelineEvent>;
  readonly documents: Rows<StoredDocument>;
  readonly keptMails: Rows<KeptMail>;
  readonly apiKeys: Rows<ApiKey>;
  readonly webhooks: Rows<Webhook>;
  readonly webhookMessages: Rows<WebhookMessage>;
  readonly webhookDeliveries: Rows<WebhookDelivery>;
  readonly calendarFeeds: Rows<CalendarFeed>;
  readonly outbox: Rows<OutboxEntry>;
  readonly audit: Rows<AuditEvent>;

  /** what is still to be done when everything else of this transaction is written */
  private readonly last: (() => Promise<void>)[] = [];
  private readonly all: Pick<Rows<TenantRow>, 'isNamedIn' | 'write' | 'forget'>[] = [];

  constructor(
    readonly workspaceId: Id,
    private readonly manager: EntityManager,
    private readonly tables: Tables,
    /** whether a program outside is told what happens here */
    readonly isHeard = false,
  ) {
    this.rightsHolders = this.rows(rightsHolderTable, 'rights holder');
    this.rights = this.rows(rightTable, 'right');
    this.powers = this.rows(powerOfAttorneyTable, 'power of attorney');
    this.verifications = this.rows(rightVerificationTable, 'verification');
    this.evidenceFiles = this.rows(evidenceFileTable, 'file');
    this.drafts = this.rows(filingDraftTable, 'draft');
    this.templates = this.rows(filingTemplateTable, 'template');
    this.imports = this.rows(listingImportTable, 'import');
    this.rules = this.rows(workspaceRulesTable, 'rules');
    this.complaints = this.rows(complaintTable, 'complaint');
    this.items = this.rows(itemTable, 'item');
    this.attempts = this.rows(attemptTable, 'attempt');
    this.noticeParts = this.rows(noticePartTable, 'part of a notice');
    this.accounts = this.rows(channelAccountTable, 'account');
    this.statusQueries = this.rows(statusQueryTable, 'status query');
    this.filingErrors = this.rows(filingErrorTable, 'filing error');
    this.judgements = this.rows(filingJudgementTable, 'judgement');
    this.replies = this.rows(replyTable, 'reply');
    this.decisions = this.rows(decisionTable, 'decision');
    this.observations = this.rows(observationTable, 'observation');
    this.deadlines = this.rows(deadlineTable, 'deadline');
    this.timeline = this.rows(timelineEventTable, 'timeline event');
    this.documents = this.rows(documentTable, 'document');
    this.keptMails = this.rows(keptMailTable, 'message');
    this.apiKeys = this.rows(apiKeyTable, 'API key');
    this.webhooks = this.rows(webhookTable, 'webhook');
    this.webhookMessages = this.rows(webhookMessageTable, 'webhook message');
    this.webhookDeliveries = this.rows(webhookDeliveryTable, 'webhook delivery');
    this.calendarFeeds = this.rows(calendarFeedTable, 'calendar feed');
    this.outbox = this.rows(outboxTable, 'outbox entry');
    this.audit = this.rows(auditEventTable, 'audit event');
  }

  /** A statement of one's own: it finds the tables it names as this transaction left them. */
  async query<Row extends ObjectLiteral>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const changes = /^\s*(?:update|delete)\b/i.test(sql);
    for (const rows of this.all.filter((each) => each.isNamedIn(sql))) {
      await rows.write();
      if (changes) rows.forget();
    }
    return this.manager.query<Row[]>(sql, [...parameters]);
  }

  /** Has something done right before the commit, when every step of this transaction is known. */
  atTheEnd(work: () => Promise<void>): void {
    this.last.push(work);
  }

  /** Writes what was added and changed; the transaction does so before it commits. */
  async finish(): Promise<void> {
    for (const work of this.last) await work();
    for (const rows of this.all) await rows.write();
  }

  private rows<Row extends TenantRow>(table: EntitySchema<Row>, noun: string): Rows<Row> {
    const rows = new Rows(this.manager, this.tables.of(table), this.workspaceId, noun);
    this.all.push(rows);
    return rows;
  }
}
