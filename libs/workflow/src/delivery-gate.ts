import { Injectable } from '@nestjs/common';
import { admit, healthy, observe, paceOf, signOf } from '#libs/domain';
import type {
  Attempt,
  ChannelHealth,
  ChannelSign,
  Complaint,
  DeliveryOutcome,
  Platform,
  WaitReason,
} from '#libs/domain';
import {
  arrive,
  beginOutage,
  depart,
  endOutage,
  hindranceOf,
  keepHealth,
  lockHealth,
  nextLook,
} from '#libs/persistence';
import type { ChannelKey, WorkspaceTransaction } from '#libs/persistence';
import { Journal } from './journal.js';
import { windowEnd } from './retry-policy.js';
import { Rulebook } from './rulebook.js';
import { UnderWay } from './under-way.js';
import type { Sending } from './under-way.js';

/** Why a notice can't leave now, and when to ask again. */
export interface Held {
  why: WaitReason;
  until: Date;
}

/** What a delivery was let out with; it is brought back with the outcome. */
export interface Leave {
  key: ChannelKey;
  health: ChannelHealth | null;
  paced: boolean;
}

/** What is paused is let go by whoever takes the pause back; it looks by itself only in case that was missed. */
export const PAUSED_LOOK_MS = 3_600_000;
/** Notices that wait for a channel come back to it one by one, so far apart. */
const LOOK_STEP_MS = 100;

/** Decides whether a notice may leave: pauses, outages, and the pace its platform asks for. */
@Injectable()
export class DeliveryGate {
  constructor(
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
    private readonly underWay: UnderWay,
  ) {}

  /** Has a conversation under watch, so that a pause can call it back. */
  async watch<T>(of: Sending, converse: (recall: AbortSignal) => Promise<T>): Promise<T> {
    return this.underWay.watch(of, converse);
  }

  /** @param leaseSeconds how long the conversation may take */
  async ask(
    tx: WorkspaceTransaction,
    attempt: Attempt,
    complaint: Complaint,
    leaseSeconds: number,
  ): Promise<{ held: Held } | { leave: Leave }> {
    const now = this.journal.now();
    const platform = this.rulebook.find(complaint.platform);
    const key = { platform: complaint.platform, channel: attempt.channel };
    const { paused, health } = await hindranceOf(tx, key);
    if (paused) return { held: { why: 'paused', until: new Date(now.getTime() + PAUSED_LOOK_MS) } };
    // The last try of a window is made whatever is known of the channel: what it meets is the proof that filing was prevented.
    const isShut = health !== null && health.state !== 'closed' && windowEnd(attempt, platform) > now;
    if (isShut) {
      const known = admit(health, now);
      if (!known.goes) return this.outage(tx, key, known.until);
    }
    const paced = await this.depart(tx, platform, attempt, { now, leaseSeconds });
    if (paced.until !== null) return { held: { why: 'pace', until: paced.until } };
    if (isShut) {
      const admitted = admit(await lockHealth(tx, key), now);
      if (!admitted.goes) {
        if (paced.counts) await arrive(tx, attempt.id);
        return this.outage(tx, key, admitted.until);
      }
      await keepHealth(tx, key, admitted.health);
    }
    return { leave: { key, health, paced: paced.counts } };
  }

  /** Brings back what the conversation showed of the channel. */
  async back(
    tx: WorkspaceTransaction,
    { key, health, paced }: Leave,
    attempt: Attempt,
    outcome: DeliveryOutcome | null,
  ): Promise<void> {
    if (paced) await arrive(tx, attempt.id);
    const sign = outcome === null ? null : signOf(outcome);
    if (tellsNothingNew(sign, health)) return;
    const now = this.journal.now();
    const before = await lockHealth(tx, key);
    const after = observe(before, sign, now);
    if (after === before) return;
    await keepHealth(tx, key, after);
    if (before.state === 'closed' && after.state === 'open') {
      const { code, failures } = after;
      await beginOutage(tx, this.journal.newId(), { ...key, code, failures, beganAt: now });
    }
    if (before.state !== 'closed' && after.state === 'closed') await endOutage(tx, key, now);
  }

  /** Whether this workspace may file with the platform at all at the moment. */
  async isPaused(tx: WorkspaceTransaction, key: ChannelKey): Promise<boolean> {
    return (await hindranceOf(tx, key)).paused;
  }

  private async outage(tx: WorkspaceTransaction, key: ChannelKey, until: Date): Promise<{ held: Held }> {
    return { held: { why: 'outage', until: await nextLook(tx, key, until, LOOK_STEP_MS) } };
  }

  private async depart(
    tx: WorkspaceTransaction,
    platform: Platform | null,
    { id, channel }: Attempt,
    time: { now: Date; leaseSeconds: number },
  ): Promise<{ until: Date | null; counts: boolean }> {
    const way = platform?.channels.find(({ kind }) => kind === channel);
    const asked = platform === null ? null : paceOf(platform, way);
    if (platform === null || asked === null) return { until: null, counts: false };
    const counted = { platform: platform.slug, channel: asked.counts === 'channel' ? channel : '*' };
    return { until: await depart(tx, counted, id, asked.pace, time), counts: true };
  }
}

/** A channel that answers as ever: what nearly every delivery finds, and nothing is written for. */
const tellsNothingNew = (sign: ChannelSign, before: ChannelHealth | null): boolean =>
  (before === null || (before.state === 'closed' && before.failures === healthy.failures)) &&
  (sign === null || sign.answered);

export type Gate = Pick<DeliveryGate, 'ask' | 'back' | 'isPaused' | 'watch'>;

/** Lets everything out: for simulations, whose time is not ours. */
export const openGate: Gate = {
  ask: async (_tx, attempt, complaint) =>
    Promise.resolve({
      leave: { key: { platform: complaint.platform, channel: attempt.channel }, health: null, paced: false },
    }),
  back: async () => Promise.resolve(),
  isPaused: async () => Promise.resolve(false),
  watch: async (_of, converse) => converse(new AbortController().signal),
};
