import { Injectable } from '@nestjs/common';
import type { MailTransport, SealedMail } from '#libs/channels';
import { refusalOf } from '#libs/channels';
import { addDays } from '#libs/domain';
import type { Clock, DeliveryOutcome, DeliveryProof, Id, Item } from '#libs/domain';
import { Database, reserveReferences } from '#libs/persistence';
import type { Workplace } from '#libs/persistence';
import { answerPlan, demoWorld, replyMail, smtpVerdict } from '#libs/simulation';
import type { Behaviour, DemoFiling, ItemTruth, PlannedReply } from '#libs/simulation';
import type { Caller } from './caller.js';
import { CodeReply } from './code-reply.js';
import { DeliverAttempt } from './deliver-attempt.js';
import { FileComplaint } from './file-complaint.js';
import type { FiledComplaint } from './file-complaint.js';
import { Journal } from './journal.js';
import { MailRoom } from './mail-room.js';
import { ReadReply } from './read-reply.js';
import { ReceiveReply } from './receive-reply.js';
import { RegisterRight } from './register-right.js';
import { Rulebook } from './rulebook.js';

export interface SimulationOptions {
  workspaceId: Id;
  seed: number;
  complaints: number;
  rightsHolders: number;
  behaviours: readonly Behaviour[];
  from: Date;
  to: Date;
  onProgress?: (done: number, of: number) => void;
}

export interface SimulationResult {
  complaints: number;
  delivered: number;
  prevented: number;
  replies: number;
}

/** Free text of the last days is left for a person, so that the triage of a demo is not empty. */
const UNCODED_DAYS = 20;
/** Complaints worked on at the same time: enough to keep the database busy while the program computes. */
const LANES = 4;
/** Complaints written in one transaction. */
const TOGETHER = 20;

/**
 * Lives through a year of filings: every complaint goes the way of a real one (filed, delivered, answered, read, coded),
 * only the clock and the platform's mail server are simulated. Nothing is sent.
 */
@Injectable()
export class Simulate {
  constructor(
    private readonly database: Database,
    private readonly rulebook: Rulebook,
    private readonly mailRoom: MailRoom,
  ) {}

  async run(options: SimulationOptions): Promise<SimulationResult> {
    const filings = [...demoWorld({ ...options, platforms: options.behaviours.map(({ slug }) => this.rulebook.platform(slug)) })];
    const register = new Register(this.database, options.workspaceId, options.from);
    const parties = await register.enter(filings);
    const references = await this.references(options.workspaceId, filings);
    const result: SimulationResult = { complaints: 0, delivered: 0, prevented: 0, replies: 0 };
    const queue = chunks(filings.map((filing, at) => ({ filing, reference: references[at] ?? '' }))).values();
    const lane = async (): Promise<void> => {
      for (const chunk of queue) {
        await this.database.together(options.workspaceId, async (workplace) => {
          const life = new Life(workplace, this.rulebook, this.mailRoom, options);
          for (const { filing, reference } of chunk) count(result, await life.live(filing, parties(filing), reference));
        });
        options.onProgress?.(result.complaints, filings.length);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return result;
  }

  /** Given out beforehand in order of time: what a simulated platform does hangs on the reference, not on which lane is faster. */
  private async references(workspaceId: Id, filings: readonly DemoFiling[]): Promise<string[]> {
    const years = filings.map((filing) => filing.at.getUTCFullYear());
    const given = new Map<number, string[]>();
    for (const year of new Set(years)) {
      const count = years.filter((each) => each === year).length;
      given.set(year, await this.database.inWorkspace(workspaceId, async (tx) => reserveReferences(tx, year, count)));
    }
    return years.map((year) => given.get(year)?.shift() ?? '');
  }
}

interface Lived {
  delivered: boolean;
  replies: number;
}

function count(result: SimulationResult, lived: Lived): void {
  result.complaints += 1;
  result.delivered += lived.delivered ? 1 : 0;
  result.prevented += lived.delivered ? 0 : 1;
  result.replies += lived.replies;
}

const chunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / TOGETHER) }, (_, at) => all.slice(at * TOGETHER, (at + 1) * TOGETHER));

interface Entered {
  rightsHolderId: Id;
  rightId: Id;
}

/** Enters the world's rights holders and rights into the register, each once. */
class Register {
  constructor(
    private readonly database: Database,
    private readonly workspaceId: Id,
    private readonly at: Date,
  ) {}

  async enter(filings: readonly DemoFiling[]): Promise<(filing: DemoFiling) => Entered> {
    return this.database.together(this.workspaceId, async (workplace) => this.enterInto(workplace, filings));
  }

  private async enterInto(workplace: Workplace, filings: readonly DemoFiling[]): Promise<(filing: DemoFiling) => Entered> {
    const register = new RegisterRight(workplace, new Journal({ now: () => this.at }));
    const caller: Caller = { workspaceId: this.workspaceId, actor: { kind: 'system', id: 'simulation', name: 'Simulation' }, email: null };
    const holders = new Map<string, Id>();
    const rights = new Map<string, Entered>();
    for (const { rightsHolder, right } of filings) {
      const key = keyOf(rightsHolder.name, right.title, right.number);
      if (rights.has(key)) continue;
      const rightsHolderId = holders.get(rightsHolder.name) ?? (await register.rightsHolder(caller, rightsHolder)).id;
      holders.set(rightsHolder.name, rightsHolderId);
      rights.set(key, { rightsHolderId, rightId: (await register.right(caller, { rightsHolderId, ...given(right) })).id });
    }
    return (filing) => {
      const entered = rights.get(keyOf(filing.rightsHolder.name, filing.right.title, filing.right.number));
      if (entered === undefined) throw new Error(`the right ${filing.right.title} was not entered`);
      return entered;
    };
  }
}

const keyOf = (...parts: (string | null)[]): string => JSON.stringify(parts);

/** Facts that are not known are left out rather than stated as null. */
const given = ({ number, office, validFrom, validTo, ...rest }: DemoFiling['right']) => ({
  ...rest,
  ...(number === null ? {} : { number }),
  ...(office === null ? {} : { office }),
  ...(validFrom === null ? {} : { validFrom }),
  ...(validTo === null ? {} : { validTo }),
});

/** Complaints, each from its filing to the end of the simulated time, on a clock of their own. */
class Life {
  private readonly clock = new SettableClock();
  private readonly journal: Journal;
  constructor(
    private readonly workplace: Workplace,
    private readonly rulebook: Rulebook,
    private readonly mailRoom: MailRoom,
    private readonly options: SimulationOptions,
  ) {
    this.journal = new SimulatedJournal(this.clock);
  }

  async live(filing: DemoFiling, parties: Entered, reference: string): Promise<Lived> {
    const behaviour = this.options.behaviours.find(({ slug }) => slug === filing.platform) ?? missingBehaviour(filing.platform);
    this.clock.at = filing.at;
    const person = { kind: 'person' as const, id: 'simulation', name: filing.signature.name };
    const caller: Caller = { workspaceId: this.options.workspaceId, actor: person, email: filing.rightsHolder.email };
    const filed = await new FileComplaint(this.workplace, this.journal, this.rulebook).run(caller, order(filing, parties), { reference });
    const sent = await this.deliver(behaviour, filed);
    if (sent === null) return { delivered: false, replies: 0 };
    const plan = answerPlan(behaviour, this.notice(filing, filed), this.options.seed);
    const deliveredAt = this.clock.at;
    let replies = 0;
    for (const planned of plan) {
      const at = addDays(deliveredAt, planned.afterDays);
      if (at > this.options.to) break;
      this.clock.at = at;
      await this.answer(caller, planned, sent, filed);
      replies += 1;
    }
    return { delivered: true, replies };
  }

  /** Every try until the notice is taken, or the policy for retries gives up. */
  private async deliver(behaviour: Behaviour, { complaint }: FiledComplaint): Promise<SealedMail | null> {
    const server = new SimulatedMailServer(behaviour, this.options.seed, complaint.reference);
    const verb = new DeliverAttempt(this.workplace, this.journal, this.rulebook, new MailRoom(server, this.mailRoom.settings));
    const [queued] = await this.workplace.inWorkspace(this.options.workspaceId, async (tx) => tx.attempts.where({ complaintId: complaint.id }));
    for (let attempt = queued ?? null; attempt?.state === 'queued'; ) {
      this.clock.at = attempt.nextTryAt ?? addDays(this.clock.at, 1 / 1440);
      if (this.clock.at > this.options.to) return null;
      attempt = await verb.run(this.options.workspaceId, attempt.id, new AbortController().signal);
    }
    return server.accepted;
  }

  private notice(filing: DemoFiling, { complaint, items }: FiledComplaint): Parameters<typeof answerPlan>[1] {
    return {
      reference: complaint.reference,
      complaintId: complaint.id,
      rightsHolder: filing.rightsHolder.name,
      language: complaint.language,
      items: items.map((item) => ({ url: item.url, right: item.rightId, ground: complaint.ground, equivalenceGroup: item.equivalenceGroup })),
    };
  }

  private async answer(caller: Caller, planned: PlannedReply, sent: SealedMail, { complaint, items }: FiledComplaint): Promise<void> {
    const platform = this.rulebook.platform(complaint.platform);
    const raw = replyMail(
      planned,
      {
        messageId: sent.messageId,
        replyTo: sent.envelope.from,
        envelopeFrom: sent.envelope.from,
        reference: complaint.reference,
        subject: complaint.reference,
        platformAddress: platform.channels[0]?.address ?? '',
        platformName: platform.name,
      },
      this.clock.at,
    );
    const { workspaceId } = this.options;
    const { id } = await new ReceiveReply(this.workplace, this.journal, this.mailRoom).run(workspaceId, { raw, via: 'smtp', recipients: [sent.envelope.from] });
    await new ReadReply(this.workplace, this.journal, this.rulebook, this.mailRoom).run(workspaceId, id);
    if (planned.kind === 'decision' && planned.structured === undefined && this.clock.at < addDays(this.options.to, -UNCODED_DAYS)) {
      await this.code(caller, id, planned, items);
    }
  }

  /** A person reads free text and codes what it says; in a simulation the person is always right. */
  private async code(caller: Caller, replyId: Id, planned: PlannedReply, items: readonly Item[]): Promise<void> {
    const verb = new CodeReply(this.workplace, this.journal, this.rulebook);
    for (const alike of groupAlike(planned.truth.items)) {
      const [truth] = alike;
      if (truth === undefined) continue;
      const urls = new Set(alike.map((each) => each.url));
      await verb.run(caller, replyId, {
        action: 'decide',
        itemIds: items.filter((item) => urls.has(item.url)).map((item) => item.id),
        outcome: truth.outcome,
        decidedAt: this.clock.at,
        ...(truth.statedReason === null ? {} : { statedReason: truth.statedReason }),
        ...(truth.justification === null ? {} : { justification: truth.justification }),
      });
    }
  }
}

/** Items that were decided in the same way for the same reason are coded in one go. */
function groupAlike(truths: readonly ItemTruth[]): ItemTruth[][] {
  const groups = new Map<string, ItemTruth[]>();
  for (const truth of truths) {
    const key = JSON.stringify([truth.outcome, truth.statedReason, truth.justification]);
    groups.set(key, [...(groups.get(key) ?? []), truth]);
  }
  return [...groups.values()];
}

/** The simulation itself does what is owed next, at the simulated time: nothing is left for the queue. */
class SimulatedJournal extends Journal {
  override async owe(): Promise<void> {
    return Promise.resolve();
  }
}

class SettableClock implements Clock {
  at = new Date(0);
  now(): Date {
    return this.at;
  }
}

/** The simulated platform's mail server: what it answers is read as a real one's would be. */
class SimulatedMailServer implements MailTransport {
  readonly name = 'simulation';
  accepted: SealedMail | null = null;
  private tries = 0;

  constructor(
    private readonly behaviour: Behaviour,
    private readonly seed: number,
    private readonly reference: string,
  ) {}

  async deliver(mail: SealedMail): Promise<DeliveryOutcome> {
    this.tries += 1;
    const verdict = smtpVerdict(this.behaviour, this.seed, this.reference, this.tries);
    return Promise.resolve(verdict === 'accept' ? this.taken(mail) : refused(mail, `${verdict.code} ${verdict.enhanced} ${verdict.text}`));
  }

  async close(): Promise<void> {
    return Promise.resolve();
  }

  private taken(mail: SealedMail): DeliveryOutcome {
    this.accepted = mail;
    return { kind: 'delivered', reference: null, proof: proof(mail, '250 2.0.0 taken (simulated)') };
  }
}

function refused(mail: SealedMail, answer: string): DeliveryOutcome {
  return { kind: 'prevented', ...refusalOf(answer, 'recipient'), message: answer, proof: proof(mail, answer) };
}

const proof = (mail: SealedMail, answer: string): DeliveryProof => ({ transport: 'simulation', sha256: mail.sha256, conversation: [`S: ${answer}`], answer });

const order = (filing: DemoFiling, parties: Entered): Parameters<FileComplaint['run']>[1] => ({
  platform: filing.platform,
  rightsHolderId: parties.rightsHolderId,
  rightIds: [parties.rightId],
  ground: filing.ground,
  language: filing.language,
  explanation: filing.explanation,
  items: filing.items,
  statements: { goodFaith: true, accuracy: true, authority: true },
  signature: filing.signature,
  submit: true,
});

function missingBehaviour(platform: string): never {
  throw new Error(`config/sandbox describes no behaviour of ${platform}`);
}
