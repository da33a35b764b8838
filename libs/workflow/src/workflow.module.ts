import { Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown, Provider } from '@nestjs/common';
import type { FileStore } from '#libs/files';
import { Database, Identity, Obligations, Workplace } from '#libs/persistence';
import type { Settings } from '#libs/settings';
import { AddEvidence } from './add-evidence.js';
import { ApiKeys } from './api-keys.js';
import { ApproveComplaint } from './approve-complaint.js';
import { Bootstrap } from './bootstrap.js';
import { CheckFiling } from './check-filing.js';
import { CodeReply } from './code-reply.js';
import { DecideByHand } from './decide-by-hand.js';
import { DeliverAttempt } from './deliver-attempt.js';
import { KeepDraft } from './drafts/keep-draft.js';
import { KeepTemplate } from './drafts/keep-template.js';
import { EditComplaint } from './edit-complaint.js';
import { FileComplaint } from './file-complaint.js';
import { FILES } from './files.js';
import { ChangeImport } from './imports/change-import.js';
import { CommitImport } from './imports/commit-import.js';
import { ImportAtOnce } from './imports/import-at-once.js';
import { ImportRegister } from './imports/import-register.js';
import { ReadImport } from './imports/read-import.js';
import { RejectedRows } from './imports/rejected-rows.js';
import { StartImport } from './imports/start-import.js';
import { UndoImport } from './imports/undo-import.js';
import { Journal } from './journal.js';
import { MailRoom } from './mail-room.js';
import { Measure } from './measure.js';
import { openDatabase, openFiles, openMailRoom, openObligations, openRulebook } from './parts.js';
import { ReadComplaint } from './read-complaint.js';
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
import { SetRules } from './set-rules.js';
import { Simulate } from './simulate/simulate.js';
import { SubmitComplaint } from './submit-complaint.js';
import { WatchDeadlines } from './watch-deadlines.js';
import { WithdrawComplaint } from './withdraw-complaint.js';

const verbs = [
  AddEvidence,
  ApiKeys,
  ApproveComplaint,
  Bootstrap,
  ChangeImport,
  CheckFiling,
  CodeReply,
  CommitImport,
  DecideByHand,
  DeliverAttempt,
  EditComplaint,
  FileComplaint,
  ImportAtOnce,
  ImportRegister,
  KeepDraft,
  KeepTemplate,
  Measure,
  PowersOfAttorney,
  ReadComplaint,
  ReadImport,
  ReadMail,
  ReadReply,
  ReceiveReply,
  RecogniseListings,
  Reconcile,
  RecordAttempt,
  RecordFilingError,
  RegisterRight,
  RegisterRightsHolder,
  RejectedRows,
  ResolveAttempt,
  SetRules,
  StartImport,
  Simulate,
  SubmitComplaint,
  UndoImport,
  VerifyRight,
  WatchDeadlines,
  WithdrawComplaint,
];

const parts = (settings: Settings): Provider[] => [
  { provide: Journal, useFactory: () => new Journal() },
  { provide: Rulebook, useFactory: openRulebook },
  { provide: Database, useFactory: async () => openDatabase(settings) },
  { provide: Workplace, useExisting: Database },
  { provide: Obligations, useFactory: async () => openObligations(settings) },
  { provide: FILES, useFactory: async () => openFiles(settings) },
  { provide: Identity, useFactory: (database: Database) => new Identity(database), inject: [Database] },
  {
    provide: MailRoom,
    useFactory: (database: Database, journal: Journal, files: FileStore) =>
      openMailRoom(settings, database, journal, files),
    inject: [Database, Journal, FILES],
  },
];

/** Every verb with what it works on. The api, the worker and the command line import this and add their protocol. */
@Module({})
export class WorkflowModule implements OnApplicationShutdown {
  constructor(
    private readonly database: Database,
    private readonly obligations: Obligations,
    private readonly mailRoom: MailRoom,
  ) {}

  static with(settings: Settings): DynamicModule {
    const providers = [...parts(settings), ...verbs];
    return { module: WorkflowModule, providers, exports: providers };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.mailRoom.transport.close();
    await this.obligations.close();
    await this.database.close();
  }
}
