import { apiKeyTable } from './tables/api-key.table.js';
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
import { idempotencyKeyTable } from './tables/idempotency-key.table.js';
import { itemTable } from './tables/item.table.js';
import { keptMailTable } from './tables/kept-mail.table.js';
import { listingImportTable } from './tables/listing-import.table.js';
import { noticePartTable } from './tables/notice-part.table.js';
import { observationTable } from './tables/observation.table.js';
import { outboxTable } from './tables/outbox.table.js';
import { powerOfAttorneyTable } from './tables/power-of-attorney.table.js';
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

/** Every table TypeORM maps; tables that are only reached by statements of their own are not among them. */
export const tables = [
  apiKeyTable,
  attemptTable,
  auditEventTable,
  calendarFeedTable,
  channelAccountTable,
  complaintTable,
  deadlineTable,
  decisionTable,
  documentTable,
  evidenceFileTable,
  filingDraftTable,
  filingErrorTable,
  filingJudgementTable,
  filingTemplateTable,
  idempotencyKeyTable,
  itemTable,
  keptMailTable,
  listingImportTable,
  noticePartTable,
  observationTable,
  outboxTable,
  powerOfAttorneyTable,
  replyTable,
  rightTable,
  rightVerificationTable,
  rightsHolderTable,
  statusQueryTable,
  timelineEventTable,
  webhookDeliveryTable,
  webhookMessageTable,
  webhookTable,
  workspaceRulesTable,
];
