import { Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown, Provider } from '@nestjs/common';
import { Database, Identity, Obligations, Workplace } from '#libs/persistence';
import type { Settings } from '#libs/settings';
import { ApiKeys } from './api-keys.js';
import { Bootstrap } from './bootstrap.js';
import { CodeReply } from './code-reply.js';
import { DecideByHand } from './decide-by-hand.js';
import { DeliverAttempt } from './deliver-attempt.js';
import { FileComplaint } from './file-complaint.js';
import { ImportComplaints } from './import-complaints.js';
import { Journal } from './journal.js';
import { MailRoom } from './mail-room.js';
import { Measure } from './measure.js';
import { openDatabase, openMailRoom, openObligations, openRulebook } from './parts.js';
import { ReadComplaint } from './read-complaint.js';
import { ReadMail } from './read-mail.js';
import { ReadReply } from './read-reply.js';
import { ReceiveReply } from './receive-reply.js';
import { Reconcile } from './reconcile.js';
import { RecordAttempt } from './record-attempt.js';
import { RecordFilingError } from './record-filing-error.js';
import { RegisterRight } from './register-right.js';
import { ResolveAttempt } from './resolve-attempt.js';
import { Rulebook } from './rulebook.js';
import { Simulate } from './simulate/simulate.js';
import { SubmitComplaint } from './submit-complaint.js';
import { WatchDeadlines } from './watch-deadlines.js';
import { WithdrawComplaint } from './withdraw-complaint.js';

const verbs = [
  ApiKeys,
  Bootstrap,
  CodeReply,
  DecideByHand,
  DeliverAttempt,
  FileComplaint,
  ImportComplaints,
  Measure,
  ReadComplaint,
  ReadMail,
  ReadReply,
  ReceiveReply,
  Reconcile,
  RecordAttempt,
  RecordFilingError,
  RegisterRight,
  ResolveAttempt,
  Simulate,
  SubmitComplaint,
  WatchDeadlines,
  WithdrawComplaint,
];

const parts = (settings: Settings): Provider[] => [
  { provide: Journal, useFactory: () => new Journal() },
  { provide: Rulebook, useFactory: openRulebook },
  { provide: Database, useFactory: async () => openDatabase(settings) },
  { provide: Workplace, useExisting: Database },
  { provide: Obligations, useFactory: async () => openObligations(settings) },
  { provide: Identity, useFactory: (database: Database) => new Identity(database), inject: [Database] },
  {
    provide: MailRoom,
    useFactory: (database: Database, journal: Journal) => openMailRoom(settings, database, journal),
    inject: [Database, Journal],
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
