import type { Ground, Justification, Language, ReasonCode, StructuredAnswer } from '#libs/domain';
import type { Behaviour } from './behaviour.js';
import { Chance } from './chance.js';
import { decisionText, plainText, refusalStyle } from './reply-text.js';
import type { RefusalStyle } from './reply-text.js';
import type { AnswerLanguage } from './words.js';

/** A listing as the simulated platform knows it. */
export interface NoticeItem {
  url: string;
  /** what identifies the right: its id, number or title */
  right: string;
  ground: Ground;
  /** items of one group are alike but for the listing; null = alike where rights holder, right and ground are */
  equivalenceGroup: string | null;
}

export interface ReceivedNotice {
  reference: string;
  complaintId: string;
  rightsHolder: string;
  /** language of the notice; English where not known */
  language?: Language;
  items: readonly NoticeItem[];
}

/** What the platform truly decided on one item, and how well it said so. */
export interface ItemTruth {
  url: string;
  outcome: 'removed' | 'refused';
  statedReason: ReasonCode | null;
  /** J1 to J7 of a refusal's text; null where nothing was refused */
  justification: Justification | null;
  /** the level the text was written to be; null where nothing was refused */
  style: RefusalStyle | null;
  /** false: announced as removed, but still there */
  effected: boolean;
}

export interface PlannedReply {
  /** simulated days after the notice was taken */
  afterDays: number;
  kind: 'acknowledgement' | 'needs-info' | 'decision' | 'auto-reply' | 'bounce';
  structured?: StructuredAnswer;
  text: string;
  language: AnswerLanguage;
  caseNumber: string;
  truth: { items: readonly ItemTruth[] };
}

/**
 * All a simulated platform will say to one notice, in order of time. The same seed, behaviour and notice give the same
 * plan; alike items of different complaints share their draw as far as the platform is consistent.
 */
export function answerPlan(behaviour: Behaviour, notice: ReceivedNotice, seed: number): PlannedReply[] {
  const chance = Chance.of(seed, behaviour.slug, 'answers', notice.reference);
  const plan = new Plan(behaviour, notice, chance, seed);
  if (chance.happens(behaviour.bounces)) return [plan.plain('bounce', chance.logNormal(0.1, 0.3))];
  const replies: PlannedReply[] = [];
  if (chance.happens(behaviour.autoReplies)) replies.push(plan.plain('auto-reply', 0.01));
  const acknowledged = chance.logNormal(...behaviour.delayDays.acknowledge);
  if (chance.happens(behaviour.acknowledges)) replies.push(plan.plain('acknowledgement', acknowledged));
  let at = acknowledged + chance.logNormal(...behaviour.delayDays.decide);
  if (chance.happens(behaviour.needsInfo)) {
    replies.push(plan.plain('needs-info', at));
    at += chance.logNormal(...behaviour.delayDays.decide);
  }
  if (!chance.happens(behaviour.silence)) replies.push(plan.decision(at));
  return replies;
}

/** The probability that this platform refuses an item of this rights holder. */
export function refusalProbability(behaviour: Behaviour, rightsHolder: string, seed: number): number {
  const { base, perRightsHolderSpread } = behaviour.refusal;
  if (base === 0 || base === 1) return base;
  const offset = perRightsHolderSpread * Chance.of(seed, behaviour.slug, 'rights-holder', rightsHolder).normal();
  return 1 / (1 + Math.exp(-(Math.log(base / (1 - base)) + offset)));
}

/**
 * Whether the platform refuses an item. An item follows the draw of its group with probability `consistency`, else a
 * coin of its own; either way the chance of refusal is that of its rights holder.
 */
export function isRefused(behaviour: Behaviour, notice: ReceivedNotice, item: NoticeItem, seed: number): boolean {
  const own = Chance.of(seed, behaviour.slug, 'item', notice.reference, item.url);
  const group = item.equivalenceGroup ?? [notice.rightsHolder, item.right, item.ground].join('|');
  const shared = Chance.of(seed, behaviour.slug, 'group', group).uniform();
  const draw = own.happens(behaviour.consistency) ? shared : own.uniform();
  return draw < refusalProbability(behaviour, notice.rightsHolder, seed);
}

class Plan {
  private readonly language: AnswerLanguage;
  private readonly caseNumber: string;

  constructor(
    private readonly behaviour: Behaviour,
    private readonly notice: ReceivedNotice,
    private readonly chance: Chance,
    private readonly seed: number,
  ) {
    const { en, zh } = behaviour.language;
    this.language = chance.weighted<AnswerLanguage>([
      ['en', en],
      ['zh', zh],
    ]);
    this.caseNumber = `IP-${chance.between(1_000_000, 9_999_999)}`;
  }

  plain(kind: Exclude<PlannedReply['kind'], 'decision'>, afterDays: number): PlannedReply {
    const text = plainText(kind, this.language, this.values(), this.chance);
    const said = kind === 'acknowledgement' || kind === 'needs-info' ? this.structured(kind) : {};
    return { ...this.reply(kind, afterDays, text), ...said };
  }

  decision(afterDays: number): PlannedReply {
    const { behaviour, chance, notice } = this;
    const refusal = refusalStyle(behaviour, this.language, notice.language ?? 'en', chance);
    const items = notice.items.map((item): ItemTruth => {
      const refused = isRefused(behaviour, notice, item, this.seed);
      const effected = !chance.happens(behaviour.claimedNotEffected);
      return refused
        ? { url: item.url, outcome: 'refused', ...refusal.truth, effected: true }
        : { url: item.url, outcome: 'removed', statedReason: null, justification: null, style: null, effected };
    });
    const text = decisionText(items, refusal, this.language, this.values(), chance);
    const decisions = items.map(({ url, outcome, statedReason }) => ({
      url,
      outcome,
      ...(statedReason === null ? {} : { statedReason, text: refusal.words }),
    }));
    return { ...this.reply('decision', afterDays, text), ...this.structured('decision', decisions), truth: { items } };
  }

  private reply(kind: PlannedReply['kind'], afterDays: number, text: string): PlannedReply {
    return { afterDays, kind, text, language: this.language, caseNumber: this.caseNumber, truth: { items: [] } };
  }

  private structured(
    kind: StructuredAnswer['kind'],
    decisions?: NonNullable<StructuredAnswer['decisions']>,
  ): { structured?: StructuredAnswer } {
    if (!this.chance.happens(this.behaviour.structured)) return {};
    const answer: StructuredAnswer = {
      version: 1,
      reference: this.notice.reference,
      caseNumber: this.caseNumber,
      kind,
    };
    return { structured: decisions === undefined ? answer : { ...answer, decisions } };
  }

  private values(): Record<string, string> {
    return { name: this.behaviour.slug, reference: this.notice.reference, case: this.caseNumber };
  }
}
