import { Inject, Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown, Provider } from '@nestjs/common';
import type { FileStore } from '#libs/files';
import { Database, Identity, Obligations, Workplace } from '#libs/persistence';
import type { Settings } from '#libs/settings';
import { AddEvidence } from './add-evidence.js';
import { ApiKeys } from './api-keys.js';
import { ApproveComplaint } from './approve-complaint.js';
import { Bootstrap } from './bootstrap.js';
import { CalendarFeeds } from './calendar/calendar-feeds.js';
import { PublicAddress } from './calendar/public-address.js';
import { ReadCalendar } from './calendar/read-calendar.js';
import { CheckFiling } from './check-filing.js';
import { CodeReply } from './code-reply.js';
import { DecideByHand } from './decide-by-hand.js';
import { DeliverAttempt } from './deliver-attempt.js';
import { DeliveryGate } from './delivery-gate.js';
import { KeepDraft } from './drafts/keep-draft.js';
import { KeepTemplate } from './drafts/keep-template.js';
import { EditComplaint } from './edit-complaint.js';
import { FileComplaint } from './file-complaint.js';
import { FILES } from './files.js';
import { FormRoom } from './form-room.js';
import { GuideFiling } from './guide-filing.js';
import { AccountVault, formAccounts } from './http-api/accounts.js';
import { ApiRoom } from './http-api/api-room.js';
import { KeepAccount } from './http-api/keep-account.js';
import { QueryStatus } from './http-api/query-status.js';
import { QueryStatuses } from './http-api/query-statuses.js';
import { ChangeImport } from './imports/change-import.js';
import { CommitImport } from './imports/commit-import.js';
import { ImportAtOnce } from './imports/import-at-once.js';
import { ImportRegister } from './imports/import-register.js';
import { ReadImport } from './imports/read-import.js';
import { RejectedRows } from './imports/rejected-rows.js';
import { StartImport } from './imports/start-import.js';
import { UndoImport } from './imports/undo-import.js';
import { Journal } from './journal.js';
import { JudgeFilings } from './judge-filings.js';
import { AskForLook } from './liveness/ask-for-look.js';
import { LOOKOUT } from './liveness/lookout.js';
import { ObserveListing } from './liveness/observe-listing.js';
import { ObserveListings } from './liveness/observe-listings.js';
import { RecordObservation } from './liveness/record-observation.js';
import { SetObserving } from './liveness/set-observing.js';
import { MailRoom } from './mail-room.js';
import { Measure } from './measure.js';
import {
  accountVault,
  openApiRoom,
  openDatabase,
  openFiles,
  openFormRoom,
  openListingLookout,
  openMailRoom,
  openObligations,
  openRulebook,
  openWebhookSender,
  publicAddress,
} from './parts.js';
import { PauseDeliveries } from './pause-deliveries.js';
import { ReadComplaint } from './read-complaint.js';
import { ReadFilingErrors } from './read-filing-errors.js';
import { ReadMail } from './read-mail.js';
import { ReadReply } from './read-reply.js';
import { ReceiveReply } from './receive-reply.js';
import { RecogniseListings } from './recognise-listings.js';
import { Reconcile } from './reconcile.js';
import { RecordAttempt } from './record-attempt.js';
import { RecordFilingError } from './record-filing-error.js';
import { PowersOfAttorney } from './register/powers-of-attorney.js';
import { RegisterRight } from './register/register-right.js';
import { RegisterRightsHolder } from './register/register-rights-holder.js';
import { VerifyRight } from './register/verify-right.js';
import { ResolveAttempt } from './resolve-attempt.js';
import { Rulebook } from './rulebook.js';
import { SetFilingWindow } from './set-filing-window.js';
import { SetRules } from './set-rules.js';
import { Simulate } from './simulate/simulate.js';
import { SubmitComplaint } from './submit-complaint.js';
import { UnderWay } from './under-way.js';
import { WatchDeadlines } from './watch-deadlines.js';
import { DeliverWebhook } from './webhooks/deliver-webhook.js';
import { KeepWebhook } from './webhooks/keep-webhook.js';
import { ResendWebhook } from './webhooks/resend-webhook.js';
import { WebhookSender } from './webhooks/webhook-sender.js';
import { WAYS_OUT } from './ways-out.js';
import type { WaysOut } from './ways-out.js';
import { WithdrawComplaint } from './withdraw-complaint.js';

const verbs = [
  AddEvidence,
  ApiKeys,
  ApproveComplaint,
  AskForLook,
  Bootstrap,
  CalendarFeeds,
  ChangeImport,
  CheckFiling,
  CodeReply,
  CommitImport,
  DecideByHand,
  DeliverAttempt,
  DeliveryGate,
  DeliverWebhook,
  EditComplaint,
  FileComplaint,
  GuideFiling,
  ImportAtOnce,
  ImportRegister,
  JudgeFilings,
  KeepAccount,
  KeepDraft,
  KeepTemplate,
  KeepWebhook,
  Measure,
  ObserveListing,
  ObserveListings,
  PauseDeliveries,
  PowersOfAttorney,
  QueryStatus,
  QueryStatuses,
  ReadCalendar,
  ReadComplaint,
  ReadFilingErrors,
  ReadImport,
  ReadMail,
  ReadReply,
  ReceiveReply,
  RecogniseListings,
  Reconcile,
  RecordAttempt,
  RecordFilingError,
  RecordObservation,
  RegisterRight,
  RegisterRightsHolder,
  RejectedRows,
  ResendWebhook,
  ResolveAttempt,
  SetFilingWindow,
  SetObserving,
  SetRules,
  StartImport,
  Simulate,
  SubmitComplaint,
  UnderWay,
  UndoImport,
  VerifyRight,
  WatchDeadlines,
  WithdrawComplaint,
];

const parts = (settings: Settings): Provider[] => [
  { provide: Journal, useFactory: () => new Journal() },
  { provide: Rulebook, useFactory: () => openRulebook(settings) },
  { provide: Database, useFactory: async () => openDatabase(settings) },
  { provide: Workplace, useExisting: Database },
  { provide: Obligations, useFactory: async () => openObligations(settings) },
  { provide: FILES, useFactory: async () => openFiles(settings) },
  { provide: LOOKOUT, useFactory: () => openListingLookout(settings) },
  { provide: WebhookSender, useFactory: () => openWebhookSender(settings) },
  { provide: PublicAddress, useFactory: () => publicAddress(settings) },
  { provide: Identity, useFactory: (database: Database) => new Identity(database), inject: [Database] },
  {
    provide: MailRoom,
    useFactory: (database: Database, journal: Journal, files: FileStore) =>
      openMailRoom(settings, database, journal, files),
    inject: [Database, Journal, FILES],
  },
  { provide: AccountVault, useFactory: () => accountVault(settings) },
  {
    provide: ApiRoom,
    useFactory: (database: Database, rulebook: Rulebook, vault: AccountVault) =>
      openApiRoom(settings, database, rulebook, vault),
    inject: [Database, Rulebook, AccountVault],
  },
  {
    provide: FormRoom,
    useFactory: (rulebook: Rulebook, files: FileStore, workplace: Workplace, vault: AccountVault) =>
      openFormRoom(settings, rulebook, files, formAccounts(workplace, vault)),
    inject: [Rulebook, FILES, Workplace, AccountVault],
  },
  {
    provide: WAYS_OUT,
    useFactory: (email: MailRoom, api: ApiRoom, forms: FormRoom | null): WaysOut => ({
      email,
      'http-api': api,
      ...(forms === null ? {} : { 'browser-form': forms }),
    }),
    inject: [MailRoom, ApiRoom, FormRoom],
  },
];

/** Every verb with what it works on. The api, the worker and the command line import this and add their protocol. */
@Module({})
export class WorkflowModule implements OnApplicationShutdown {
  constructor(
    private readonly database: Database,
    private readonly obligations: Obligations,
    @Inject(WAYS_OUT) private readonly waysOut: WaysOut,
  ) {}

  static with(settings: Settings): DynamicModule {
    const providers = [...parts(settings), ...verbs];
    return { module: WorkflowModule, providers, exports: providers };
  }

  async onApplicationShutdown(): Promise<void> {
    for (const way of Object.values(this.waysOut)) await way.close();
    await this.obligations.close();
    await this.database.close();
  }
}
