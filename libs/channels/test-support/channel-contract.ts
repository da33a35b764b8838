import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { DeliveryOutcome } from '#libs/domain';

/** What a way of filing is tested with: one notice to file, and an oracle outside it that saw what arrived. */
export interface ChannelRig {
  /** files the notice; the same bytes however often it is called */
  deliver: (signal: AbortSignal) => Promise<DeliveryOutcome>;
  /** the bytes this notice leaves as, in the order they leave; null where the other side sees no bytes of ours, only fields */
  leaves: readonly Buffer[] | null;
  /** what arrived, in the order it did: bytes, or the fields as text */
  received: () => readonly (Buffer | string)[];
  /** words that must not stand in any proof */
  secrets: readonly string[];
  close: () => Promise<void>;
}

export interface ChannelRigs {
  /** takes every notice */
  working: () => Promise<ChannelRig>;
  /** takes the notice and does not say so */
  uncertain: () => Promise<ChannelRig>;
  /** never comes to an end before the notice is handed over; null where the way can't wait at all */
  stuck: (() => Promise<ChannelRig>) | null;
}

const never = (): AbortSignal => new AbortController().signal;
const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** What every way of filing promises, whatever it is made of. */
export function channelContract(name: string, rigs: ChannelRigs): void {
  describe(`channel contract: ${name}`, () => {
    it('delivers once', async () => {
      await withRig(rigs.working, async ({ deliver, received, leaves }) => {
        expect(await deliver(never())).toMatchObject({ kind: 'delivered' });
        expect(received()).toHaveLength(leaves?.length ?? 1);
        if (leaves !== null) expect(received()).toEqual(leaves);
      });
    });

    it('keeps the hash of the bytes that left, and says how they were taken', async () => {
      await withRig(rigs.working, async ({ deliver, leaves }) => {
        const { proof } = await deliver(never());
        expect(proof.sha256).toMatch(/^[0-9a-f]{64}$/);
        expect(proof.conversation.length).toBeGreaterThan(0);
        const [only, ...others] = leaves ?? [];
        if (only !== undefined && others.length === 0) expect(proof.sha256).toBe(hash(only));
      });
    });

    it('puts no secret into the proof', async () => {
      await withRig(rigs.working, async ({ deliver, secrets }) => {
        const told = JSON.stringify(await deliver(never()));
        for (const secret of secrets) {
          expect(told).not.toContain(secret);
          expect(told).not.toContain(Buffer.from(secret).toString('base64'));
        }
      });
    });

    it('tries once and no more where the outcome is unknown', async () => {
      await withRig(rigs.uncertain, async ({ deliver, received, secrets }) => {
        const outcome = await deliver(never());
        expect(outcome).toMatchObject({ kind: 'unknown' });
        expect(received()).toHaveLength(1);
        for (const secret of secrets) expect(JSON.stringify(outcome)).not.toContain(secret);
      });
    });

    it('sends nothing when cancelled beforehand, and says that trying again can succeed', async () => {
      await withRig(rigs.working, async ({ deliver, received }) => {
        expect(await deliver(AbortSignal.abort())).toMatchObject(calledOff);
        expect(received()).toEqual([]);
      });
    });

    const { stuck } = rigs;
    if (stuck !== null) {
      it('gives up at once when cancelled meanwhile, before anything was handed over', async () => {
        await withRig(stuck, async ({ deliver, received }) => {
          expect(await deliver(AbortSignal.timeout(100))).toMatchObject(calledOff);
          expect(received()).toEqual([]);
        });
      });
    }
  });
}

const calledOff = { kind: 'prevented', code: 'ER-90', attribution: 'us', retry: true };

async function withRig(make: () => Promise<ChannelRig>, test: (rig: ChannelRig) => Promise<void>): Promise<void> {
  const rig = await make();
  try {
    await test(rig);
  } finally {
    await rig.close();
  }
}
