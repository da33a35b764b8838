import type { SealedMail } from '#libs/channels';
import { addDays, addressesOf } from '#libs/domain';
import type { Id, Item } from '#libs/domain';
import type { Workplace } from '#libs/persistence';
import { answerPlan, replyMail } from '#libs/simulation';
import type { Behaviour, DemoFiling, ItemTruth, PlannedReply } from '#libs/simulation';
import type { Caller } from '../caller.js';
import { CodeReply } from '../code-reply.js';
import { DeliverAttempt } from '../deliver-attempt.js';
import { openGate } from '../delivery-gate.js';
import { FileComplaint } from '../file-complaint.js';
import type { FiledComplaint } from '../file-complaint.js';
import type { MailRoom } from '../mail-room.js';
import { ReadReply } from '../read-reply.js';
import { ReceiveReply } from '../receive-reply.js';
import type { Rulebook } from '../rulebook.js';
import { seenByPerson } from './seen-by-person.js';
import { SettableClock, SimulatedJournal } from './simulated-journal.js';
import { SimulatedMailServer } from './simulated-mail-server.js';
import type { Entered } from './simulated-register.js';

/** The time and the platforms a simulation lives through. */
export interface SimulatedTime {
  workspaceId: Id;
  seed: number;
  behaviours: readonly Behaviour[];
  to: Date;
}

/** Free text of the last days is left for a person, so that the triage of a demo is not empty. */
const UNCODED_DAYS = 20;
export interface Lived {
  delivered: boolean;
  replies: number;
}

/** Complaints, each from its filing to the end of the simulated time, on a clock of their own. */
export class Life {
  private readonly clock = new SettableClock();
  private readonly journal: SimulatedJournal;
  constructor(
    private readonly workplace: Workplace,
    private readonly rulebook: Rulebook,
    private readonly mailRoom: MailRoom,
    private readonly options: SimulatedTime,
  ) {
    this.journal = new SimulatedJournal(this.clock);
  }

  async live(filing: DemoFiling, parties: Entered, reference: string): Promise<Lived> {
    const behaviour =
      this.options.behaviours.find(({ slug }) => slug === filing.platform) ?? missingBehaviour(filing.platform);
    this.clock.at = filing.at;
    const person = { kind: 'person' as const, id: 'simulation', name: filing.signature.name };
    const caller: Caller = { workspaceId: this.options.workspaceId, actor: person, email: filing.rightsHolder.email };
    const filed = await new FileComplaint(this.workplace, this.journal, this.rulebook).run(
      caller,
      order(filing, parties),
      { reference },
    );
    const sent = await this.deliver(behaviour, filed);
    if (sent === null) {
      const { workplace, journal, rulebook, clock } = this;
      await seenByPerson({ workplace, journal, rulebook, clock, to: this.options.to }, caller, filed.complaint);
      return { delivered: false, replies: 0 };
    }
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
  private async deliver(behaviour: Behaviour, filed: FiledComplaint): Promise<SealedMail | null> {
    const server = new SimulatedMailServer(behaviour, this.options.seed, filed.complaint.reference);
    const ways = { email: this.mailRoom.with(server) };
    const verb = new DeliverAttempt(this.workplace, this.journal, this.rulebook, ways, openGate);
    for (let attempt = filed.attempt; attempt?.state === 'queued';) {
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
      items: items.map((item) => ({
        url: item.url,
        right: item.rightId,
        ground: complaint.ground,
        equivalenceGroup: item.equivalenceGroup,
      })),
    };
  }

  private async answer(
    caller: Caller,
    planned: PlannedReply,
    sent: SealedMail,
    { complaint, items }: FiledComplaint,
  ): Promise<void> {
    const platform = this.rulebook.platform(complaint.platform);
    const raw = replyMail(
      planned,
      {
        messageId: sent.messageId,
        replyTo: sent.envelope.from,
        envelopeFrom: sent.envelope.from,
        reference: complaint.reference,
        subject: complaint.reference,
        platformAddress: platform.channels.flatMap(addressesOf)[0] ?? '',
        platformName: platform.name,
      },
      this.clock.at,
    );
    const { workspaceId } = this.options;
    const { id } = await new ReceiveReply(this.workplace, this.journal, this.mailRoom).run(workspaceId, {
      raw,
      via: 'smtp',
      recipients: [sent.envelope.from],
    });
    await new ReadReply(this.workplace, this.journal, this.rulebook, this.mailRoom).run(workspaceId, id);
    if (
      planned.kind === 'decision' &&
      planned.structured === undefined &&
      this.clock.at < addDays(this.options.to, -UNCODED_DAYS)
    ) {
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
