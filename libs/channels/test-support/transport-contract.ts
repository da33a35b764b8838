import { describe, expect, it } from '@jest/globals';
import type { DeliveryProof } from '#libs/domain';
import type { MailTransport, OutgoingMail, SealedMail } from '../src/channel.js';
import { composeMail } from '../src/email/compose.js';
import { sha256Hex } from '../src/sha256.js';

/** A notice to one platform; override what a test is about. */
export const aMail = (over: Partial<OutgoingMail> = {}): OutgoingMail => ({
  messageId: '<0198f2aa-7c10-7e51-9d2f-3a1b5c7d9e0f@redress.test>',
  from: 'Redress <notices@redress.test>',
  envelopeFrom: 'bounces+t0k3n@redress.test',
  replyTo: 'reply+t0k3n@redress.test',
  to: ['notices@shop.test'],
  subject: 'Notice of infringement RD-2026-00012',
  text: 'Listing: https://shop.test/item/1\n.\nA line that begins with a dot must arrive whole.\n',
  language: 'en',
  date: new Date('2026-03-02T08:30:00Z'),
  headers: { 'X-Redress-Reference': 'RD-2026-00012' },
  ...over,
});

/** What a transport is tested with: the transport, and an oracle outside it that saw what arrived. */
export interface Rig {
  transport: MailTransport;
  received: () => Buffer[];
  /** words that must not stand in any proof */
  secrets: readonly string[];
  close: () => Promise<void>;
}

export interface ContractRigs {
  /** accepts every message */
  working: () => Promise<Rig>;
  /** fails in a way that leaves the outcome open, where this transport can; null where it can't */
  uncertain: (() => Promise<Rig>) | null;
  /** never comes to an end before a message is handed over, where this transport can wait at all; null where it can't */
  stuck: (() => Promise<Rig>) | null;
}

const never = (): AbortSignal => new AbortController().signal;

/** What every mail transport promises, the fake ones included. */
export function transportContract(name: string, rigs: ContractRigs): void {
  describe(`mail transport contract: ${name}`, () => {
    it('delivers once, byte for byte', async () => {
      await withRig(rigs.working, async (rig, mail) => {
        const outcome = await rig.transport.deliver(mail, { signal: never() });
        expect(outcome.kind).toBe('delivered');
        expect(rig.received().map((raw) => raw.toString('latin1'))).toEqual([mail.raw.toString('latin1')]);
      });
    });

    it('keeps the hash of the bytes and names itself in the proof', async () => {
      await withRig(rigs.working, async (rig, mail) => {
        const { proof } = await rig.transport.deliver(mail, { signal: never() });
        expect(proof.sha256).toBe(sha256Hex(mail.raw));
        expect(proof.transport).toBe(rig.transport.name);
        expect(proof.conversation.length).toBeGreaterThan(0);
      });
    });

    it('leaves the mail as it was, for a later try', async () => {
      await withRig(rigs.working, async (rig, mail) => {
        const before = structuredClone({ ...mail, raw: mail.raw.toString('latin1') });
        await rig.transport.deliver(mail, { signal: never() });
        expect({ ...mail, raw: mail.raw.toString('latin1') }).toEqual(before);
      });
    });

    it('puts no secret and no body into the proof', async () => {
      await withRig(rigs.working, async (rig, mail) => {
        const { proof } = await rig.transport.deliver(mail, { signal: never() });
        for (const secret of [...rig.secrets, 'begins with a dot']) expect(allWords(proof)).not.toContain(secret);
      });
    });

    it('sends nothing when cancelled beforehand, and says that trying again can succeed', async () => {
      await withRig(rigs.working, async (rig, mail) => {
        const outcome = await rig.transport.deliver(mail, { signal: AbortSignal.abort() });
        expect(outcome).toMatchObject({ kind: 'prevented', code: 'ER-90', attribution: 'us', retry: true });
        expect(rig.received()).toEqual([]);
      });
    });

    const { uncertain } = rigs;
    // A transport that always learns what became of a message has nothing to show here.
    if (uncertain !== null) {
      it('tries once and no more where the outcome is unknown', async () => {
        await withRig(uncertain, async (rig, mail) => {
          const outcome = await rig.transport.deliver(mail, { signal: never() });
          expect(outcome).toMatchObject({ kind: 'unknown', code: 'ER-43' });
          expect(outcome.proof.sha256).toBe(mail.sha256);
          expect(rig.received()).toHaveLength(1);
        });
      });
    }

    const { stuck } = rigs;
    if (stuck !== null) {
      it('gives up at once when cancelled meanwhile, sends nothing, and keeps its secrets', async () => {
        await withRig(stuck, async (rig, mail) => {
          const outcome = await rig.transport.deliver(mail, { signal: AbortSignal.timeout(100) });
          expect(outcome).toMatchObject({ kind: 'prevented', code: 'ER-90', attribution: 'us', retry: true });
          expect(rig.received()).toEqual([]);
          for (const secret of rig.secrets) expect(JSON.stringify(outcome)).not.toContain(secret);
        });
      });
    }
  });
}

async function withRig(make: () => Promise<Rig>, test: (rig: Rig, mail: SealedMail) => Promise<void>): Promise<void> {
  const rig = await make();
  try {
    await test(rig, await composeMail(aMail()));
  } finally {
    await rig.transport.close();
    await rig.close();
  }
}

const allWords = (proof: DeliveryProof): string => JSON.stringify(proof);
